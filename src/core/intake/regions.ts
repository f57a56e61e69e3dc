import { grid, keyRow, ranges } from './key-grid.ts';
import { between, lastBefore } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import type { Head } from './lexer/heads.ts';
import type { Lexed } from './lexer/lexed.ts';
import { isLineStart } from './lexer/marks.ts';
import { answerListsIn, explanationListsIn, holdsAnswers, type Place, type Point } from './list-heads.ts';
import { doubledTitles, quotedTitles, titleBefore } from './titles.ts';

/** A stretch of the text that is read as one: what stands before the first head, a section, a list of answers. */
export interface Region {
  readonly kind: 'front' | 'section' | 'answers';
  readonly head: Head | null;
  /** Where its content begins, behind the head. */
  readonly from: number;
  readonly to: number;
  /** Of a list of answers: it explains what stands in a list before it. */
  readonly explains?: boolean;
  /** It goes on with the section of its head. */
  readonly resumes?: true;
}

/** Cuts the text at the heads of its sections and at the heads of lists of answers; `supposed` are taken for such heads too. */
export function regionsOf(lexed: Lexed, supposed: readonly Place[] = []): Region[] {
  const points = pointsOf(lexed, supposed);
  const endAt = (index: number): number => {
    const next = points[index];
    return next ? titleBefore(lexed.text, next.at, points[index - 1]?.end ?? 0) : lexed.text.length;
  };
  const regions: Region[] = [{ kind: 'front', head: null, from: 0, to: endAt(0) }];
  let inAnswers = false;
  const asked = new Set<string>();
  /** The sections whose answers were given since the head of the list. */
  const answered = new Set<string>();
  points.forEach((point, index) => {
    const to = endAt(index + 1);
    const { head } = point;
    if (point.kind === 'title') {
      inAnswers = false;
      regions.push({ kind: 'front', head: null, from: point.end, to });
      return;
    }
    if (point.resumes) inAnswers = false;
    else if (head === null) inAnswers = true;
    else if (inAnswers) {
      // What is followed by answers is asked itself, unless it goes on with the answers to other sections.
      const next = points[index + 1];
      const followedByAnswers = next?.kind === 'answers' && next.explains !== true && next.end > next.at;
      const goesOn = answered.size > 0 && !answered.has(nameOf(head));
      inAnswers =
        (asked.size === 0 || isAsked(asked, head) || isOfKeys(lexed, point.end, to)) &&
        (goesOn || !followedByAnswers) &&
        holdsAnswers(lexed, point.end, to) &&
        !asksItself(lexed, point.end, to);
    }
    if (head === null) answered.clear();
    else if (inAnswers) answered.add(nameOf(head));
    if (head !== null && !inAnswers) asked.add(head.type);
    regions.push({
      kind: inAnswers ? 'answers' : 'section',
      // Explanations among the keys are of the section whose keys stand before them.
      head:
        point.explains && head === null && points[index + 1]?.head
          ? (regions.findLast(({ kind }) => kind === 'answers')?.head ?? null)
          : head,
      from: point.end,
      to,
      ...(point.explains ? { explains: true } : {}),
      ...(point.resumes ? { resumes: true } : {}),
    });
  });
  return regions;
}

/**
 * `方案设计题 请为…设计… 参考答案:…`, `(1)…应如何处置? 参考答案:…`: what is asked stands there, and its answer behind it. What was
 * asked before is but said again.
 */
function asksItself(lexed: Lexed, from: number, to: number): boolean {
  const labels = between(lexed.marks, from, to).filter(({ kind }) => kind === 'answer');
  const numbers = between(lexed.numbers, from, to).filter(({ lineStart }) => lineStart);
  const [first] = labels;
  if (first && /答案/.test(lexed.text.slice(first.at, first.end)) && (numbers[0]?.at ?? to) > first.at)
    return isAskedAt(lexed, from, first.at);
  const [number] = numbers;
  const line = number && lexed.text.slice(number.end, lexed.text.indexOf('\n', number.end));
  if (number && line && ASKS.test(line.trim())) return isAskedAt(lexed, number.end, number.end + line.length);
  return labels.slice(0, MOST_LOOKED_AT).some(({ at }) => {
    const number = lastBefore(numbers, at);
    return number !== undefined && isLineStart(lexed.text, at) && isAskedAt(lexed, number.end, at);
  });
}

function isAskedAt(lexed: Lexed, from: number, to: number): boolean {
  const asked = lexed.text.slice(from, to).trim();
  return (
    /\p{L}{4}/u.test(asked) &&
    countIn(lexed.cues, from, to) > 0 &&
    lexed.text.indexOf(asked.slice(0, BEGINNING)) >= from
  );
}

/** `1.触电急救应遵循什么步骤?` */
const ASKS = /^(?:(?:简|试|论|概)述|简答|什么是|为什么|如何|怎样)|[?？](?:[ ]?[(（]\d{1,2}[ ]?分[)）])?$/;
/** The first labels tell what a stretch holds. */
const MOST_LOOKED_AT = 4;

/** Characters by which a question is known again. */
const BEGINNING = 12;

/** A grid, or nothing but keys: the head above them is of a section that was not known by its own. */
function isOfKeys({ text }: Lexed, from: number, to: number): boolean {
  const begins = text.slice(from, Math.min(to, from + KEYS_WITHIN));
  return grid(begins).length > 0 || ranges(begins).length > 0 || keyRow(begins).length > 0;
}

const KEYS_WITHIN = 400;

/** `单选 1.B 2.C` answers questions that stood under 选择题. */
const isAsked = (asked: ReadonlySet<string>, { type }: Head): boolean =>
  asked.has(type) || (CHOICES.includes(type) && CHOICES.some((each) => asked.has(each)));

const CHOICES: readonly Head['type'][] = ['single', 'multiple', 'choice'];

/** A section within one paper. */
const nameOf = ({ number, type }: Head): string => `${number ?? type}`;

function pointsOf(lexed: Lexed, supposed: readonly Place[]): Point[] {
  const heads = lexed.heads.map((head): Point => ({ at: head.at, end: head.end, kind: 'section', head }));
  const lists = [
    ...answerListsIn(lexed),
    ...supposed.map((at): Point => ({ ...at, kind: 'answers', head: null })),
  ].sort((a, b) => a.at - b.at);
  const first = lists[0];
  if (first) lists.push(...explanationListsIn(lexed, first.end, lists));
  lists.sort((a, b) => a.at - b.at);
  const titles = [...doubledTitles(lexed.text), ...quotedTitles(lexed.text)]
    .filter((at) => !lists.some((list) => at >= list.at && at < list.end))
    .map((at): Point => ({ at, end: at, kind: 'title', head: null }));
  return [...heads.filter(({ at }) => at >= (lastBefore(lists, at + 1)?.end ?? 0)), ...lists, ...titles].sort(
    // What stands at the head of a list is the head of its first part.
    (a, b) => a.at - b.at || Number(b.kind === 'answers') - Number(a.kind === 'answers'),
  );
}
