import { answerPartsOf } from './answer-file.ts';
import { listedExplanations } from './answer-list.ts';
import { answerPartsIn } from './answer-parts.ts';
import { withLanguagesParted } from './bilingual.ts';
import { boilerplateIn, type LeftOut } from './boilerplate.ts';
import { uncolumned } from './columns.ts';
import { inOrder } from './cuts.ts';
import type { Draft } from './draft.ts';
import { type FlatText, flatten } from './flat-text.ts';
import type { Found, Section } from './found.ts';
import { type AnswerPart, joinAnswers, type Unmatched } from './join-answers.ts';
import { gridAhead } from './key-grid.ts';
import { withKeysInOrder } from './keys-in-order.ts';
import { nextFrom } from './lexer/between.ts';
import { declaredIn, partNumberIn, type SaidAhead, saidAheadIn } from './lexer/declared.ts';
import { type Lexed, lex } from './lexer/lexed.ts';
import type { Place } from './list-heads.ts';
import { readSection } from './read-section.ts';
import { type Region, regionsOf } from './regions.ts';
import type { Noted } from './report.ts';
import { settle } from './settle.ts';
import { divideShort } from './short-answer.ts';
import { lineIndex, type SourceText } from './source-text.ts';
import { supposedLists } from './supposed-lists.ts';
import { tidyLine } from './tidy.ts';
import { trimmingsIn } from './trimmings.ts';
import { markTruncated } from './truncated.ts';
import { unreadIn } from './unread.ts';

/** What became of a document. */
export interface TextReading {
  readonly flat: FlatText;
  readonly drafts: readonly Draft[];
  readonly found: readonly Found[];
  readonly sections: readonly Section[];
  readonly leftOut: readonly (LeftOut & { readonly line: number })[];
  readonly unmatched: readonly Unmatched[];
  readonly unread: readonly Noted[];
}

/** The questions of one text; `keys` are texts of answers only, that follow it as a list at its end would. */
export function readText(given: SourceText, keys: readonly SourceText[] = []): TextReading {
  const source = uncolumned(given);
  const { cuts, leftOut } = boilerplateIn(source.text);
  const flat = flatten(source, inOrder([...cuts, ...trimmingsIn(source.text)]));
  const lexed = lex(flat);
  const { regions, sections, joined } = bestReading(lexed, keys);
  const found = withKeysInOrder(flat.text, joined.found);
  const read = found.map((each) => settle(flat, each));
  const asks = (draft: Draft): boolean => !isForm(draft) && /[\p{L}\p{N}]/u.test(draft.stem + draft.material);
  const lines = lineIndex(source);
  return {
    flat,
    drafts: markTruncated(withLanguagesParted(read.filter(asks))),
    found,
    sections,
    leftOut: leftOut.map((each) => ({ ...each, line: lines.lineAt(each.at) })),
    unmatched: joined.unmatched,
    unread: [...unreadIn(lexed, found, regions), ...read.filter((draft) => !asks(draft)).map(withoutStem)],
  };
}

interface Reading {
  readonly regions: readonly Region[];
  readonly sections: readonly Section[];
  readonly joined: { readonly found: readonly Found[]; readonly unmatched: readonly Unmatched[] };
}

/** Where many questions have no answer, lines that may head a list of answers are taken for such, and what reads best is kept. */
function bestReading(lexed: Lexed, keys: readonly SourceText[]): Reading {
  let best = readingOf(lexed, keys, []);
  const supposed: Place[] = [];
  const open = best.joined.found.filter((each) => !isAnswered(each)).length;
  if (open < Math.max(2, 0.3 * best.joined.found.length)) return best;
  // The place that gives most questions their answer comes first: one before it would take its list along.
  let places = supposedLists(lexed, best.regions);
  while (places.length > 0) {
    const readings = places.map((place) => ({ place, reading: readingOf(lexed, keys, [...supposed, place]) }));
    const found = readings.reduce((one, other) => (worthOf(other.reading) > worthOf(one.reading) ? other : one));
    if (worthOf(found.reading) <= worthOf(best) + 1) break;
    best = found.reading;
    supposed.push(found.place);
    places = places.filter((place) => place !== found.place);
  }
  return best;
}

const isAnswered = ({ answer, inline, filled, tag, section, stem }: Found): boolean =>
  // What has a blank itself is the question once more.
  (answer !== null && answer.raw.trim() !== '' && !/[(（]\s*[)）]|_{3}/.test(answer.text)) ||
  inline !== '' ||
  // A term, and what it means behind it.
  ((tag ?? section?.type) === 'short' && divideShort(stem) !== null) ||
  // What stands in brackets elsewhere is no answer.
  (filled.length > 0 && (tag ?? section?.type ?? 'blank') === 'blank');

/** Questions with their answers, and choices with their options, less the answers that are nobody's. */
function worthOf({ joined }: Reading): number {
  const strays = joined.unmatched.reduce((sum, { numbers }) => sum + numbers.length, 0);
  return joined.found.reduce(
    (sum, each) =>
      /\p{L}{2}/u.test(each.stem + each.material)
        ? sum + (isAnswered(each) ? 1 : 0) + (each.options.length >= 2 ? 0.5 : 0)
        : sum,
    -0.3 * strays,
  );
}

function readingOf(lexed: Lexed, keys: readonly SourceText[], supposed: readonly Place[]): Reading {
  const regions = regionsOf(lexed, supposed);
  const sections: Section[] = [];
  const found: Found[] = [];
  const parts: AnswerPart[] = [];
  let saidAhead = saidAheadIn('');
  const hasHeads = regions.some(({ kind }) => kind === 'section');
  for (const [index, region] of regions.entries()) {
    if (region.kind === 'answers') {
      // Ahead of all questions, it is for those behind it.
      const given = partsIn(lexed, region);
      parts.push(...(found.length === 0 ? ahead(given, parts.length > 0, lexed.text.length) : given));
      continue;
    }
    if (region.kind === 'front') saidAhead = saidAheadIn(lexed.text.slice(region.from, region.to));
    const known = region.resumes ? sections.find(({ at }) => at === region.head?.at) : undefined;
    const section = known ?? (region.head ? withSaid(sectionOf(lexed, region, sections.length), saidAhead) : null);
    if (section && !known) sections.push(section);
    const grid = gridAhead(lexed.text, region.from, region.to);
    if (grid)
      parts.push({
        type: section?.type ?? null,
        number: section?.number ?? null,
        at: region.to,
        answers: grid.answers,
      });
    const next = (found.findLast(({ number }) => number !== null)?.number ?? 0) + 1;
    // What stands ahead of a section says what it is about, in lists too.
    const isAhead = region === regions[0] || (region.kind === 'front' && regions[index + 1]?.kind === 'section');
    const strict = (section === null && hasHeads && isAhead) || region.head?.promises === false;
    const read = readSection(lexed, grid?.end ?? region.from, region.to, section, next, strict);
    const each = section === null && !hasHeads ? saidOfAll(lexed, region, read) : null;
    const own = read.filter((one) => one.section === section);
    const points = each ?? shareOf(section, own.length);
    found.push(
      ...read.map((one) =>
        one.points === null && points !== null && one.section === section ? { ...one, points } : one,
      ),
    );
  }
  const joined = joinAnswers(found, [...parts, ...keys.flatMap((key) => answerPartsOf(key, lexed.text.length))]);
  return { regions, sections, joined };
}

/** Nothing but keys, and what is listed with them: what else is numbered ahead of the questions are the rules of the exam. */
function ahead(given: readonly AnswerPart[], isList: boolean, at: number): AnswerPart[] {
  const isKey = (text: string): boolean => /^\s*(?:[A-H]{1,8}|[√×对错TF]|正确|错误)\s*[。.;；,，]?\s*$/.test(text);
  const isKeys = ({ answers }: AnswerPart): boolean =>
    answers.every(({ answer }) => answer !== null && isKey(answer.text));
  return given.filter((part) => isList || isKeys(part)).map((part) => ({ ...part, at }));
}

function partsIn(lexed: Lexed, { from, to, head, explains = false }: Region): AnswerPart[] {
  const own = explains ? listedExplanations(lexed, from, to) : [];
  if (own.length > 0)
    return [{ type: head?.type ?? null, number: head?.number ?? null, at: from, answers: own, explains }];
  return answerPartsIn(lexed, from, to, head).map((part) => ({ ...part, explains }));
}

/** `您的姓名:`, `您还有什么建议?` without a key: what a form asks of whoever fills it in. */
const isForm = ({ stem, answer }: Draft): boolean => answer === null && FORM.test(stem.trim());

const FORM =
  /^(?:请(?:填写|输入|选择)?)?(?:[您你]的?)?(?:所在(?:的)?)?(?:真实)?(?:姓名|部门|工号|单位|岗位|职务|班级|学号|手机号码?|联系(?:电话|方式)|电话|性别|门店|考号|准考证号)[ ]?[:：*]?$|^[您你]?(?:对[^?？。]{0,20})?(?:还)?有(?:什么|哪些|何)(?:其他)?(?:意见|建议)/;

/** Options or a key with nothing that is asked, or what a form asks. */
function withoutStem(draft: Draft): Noted {
  const { source, options, answer } = draft;
  if (isForm(draft)) return { file: source.file, line: source.line, text: draft.stem.slice(0, 80), why: 'form' };
  const text = options.length > 0 ? options.map((option) => option.text).join(' / ') : String(answer ?? '');
  return { file: source.file, line: source.line, text: text.slice(0, 80), why: 'no-stem' };
}

/** What a question is worth where no head says it, but the lines before the first question do. */
function saidOfAll(lexed: Lexed, { from, to }: Region, [question]: readonly Found[]): number | null {
  const first = question?.from ?? to;
  return declaredIn(lexed.text.slice(from, Math.min(first, from + INSTRUCTIONS))).each;
}

/** `问答题(10分)` over a single question. */
const shareOf = (section: Section | null, questions: number): number | null =>
  questions === 1 && section?.declared.each === null && section.declared.perBlank === null
    ? section.declared.total
    : null;

/** What its own head does not say, the instructions of the paper may. */
function withSaid(section: Section, { each, perBlank }: SaidAhead): Section {
  const { declared, type, number } = section;
  const says = declared.each !== null || declared.perBlank !== null || declared.total !== null;
  if (says || declared.byNumber.size > 0) return section;
  const own = each.get(type) ?? each.get(number ?? partNumberIn(section.title)) ?? null;
  const ofBlank = type === 'blank' && own === null ? perBlank : null;
  return own === null && ofBlank === null
    ? section
    : { ...section, declared: { ...declared, each: own, perBlank: ofBlank } };
}

/** How far behind a head its instructions may go on. */
const INSTRUCTIONS = 200;

const LONGEST_HEAD = 100;

function sectionOf(lexed: Lexed, { head, from, to }: Region, index: number): Section {
  const at = head?.at ?? from;
  const first = nextFrom(lexed.numbers, from)?.at ?? to;
  // `回答(1)~(3)(每题4分)` names questions and begins none.
  const newline = lexed.text.indexOf('\n', from);
  const ownLine = newline >= 0 && newline - at < LONGEST_HEAD ? newline : from;
  const title = tidyLine(lexed.flat.raw.slice(at, from)).replace(/^#+\s*/, '');
  return {
    index,
    title,
    type: head?.type ?? 'list',
    declared: declaredIn(lexed.text.slice(at, Math.min(Math.max(first, ownLine), to, from + INSTRUCTIONS))),
    number: head?.number ?? null,
    at,
  };
}
