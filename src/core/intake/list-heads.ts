import { EXPLANATIONS } from './answer-list.ts';
import { keyRow, ranges } from './key-grid.ts';
import { between, lastBefore, nextFrom } from './lexer/between.ts';
import { countIn, firstAtLeast } from './lexer/evidence.ts';
import { HAN_DIGITS } from './lexer/han-number.ts';
import type { Head } from './lexer/heads.ts';
import { keyAt } from './lexer/key-text.ts';
import type { Lexed } from './lexer/lexed.ts';
import { isLineStart } from './lexer/marks.ts';
import { LIST_HEAD } from './list-head-patterns.ts';

/** A stretch of the text. */
export interface Place {
  readonly at: number;
  readonly end: number;
}

export interface Point extends Place {
  readonly kind: 'section' | 'answers' | 'title';
  /** Null for the head of a list of answers, and for a title. */
  readonly head: Head | null;
  readonly explains?: boolean;
  /** The section whose head that is goes on here, behind the keys of one of its passages. */
  readonly resumes?: true;
}

/**
 * Whether a stretch holds answers and no questions: no options, or a key right behind most of its numbers. Explanations
 * mention options too.
 */
export function holdsAnswers(lexed: Lexed, from: number, to: number): boolean {
  const asks = lexed.text.slice(from, Math.min(to, from + SAMPLE)).match(ASKED)?.length ?? 0;
  const runs = countIn(lexed.strongRuns, from, to);
  if (runs === 0 && asks < 2) return true;
  // `(a) … (b) …` answers a case behind the keys.
  if (runs === 1 && asks < 2 && PAIRS.test(lexed.text.slice(from, Math.min(to, from + BEGINNING)))) return true;
  const numbers = between(lexed.numbers, from, to).filter(({ lineStart, style }) => lineStart && style !== 'circle');
  const keyed = numbers.filter(({ end }) => startsWithKey(lexed, end)).length;
  return keyed > 0 && keyed >= 0.4 * numbers.length;
}

/** `…的核心是(A)A关爱学生B…`: brackets for a key, and the first option right behind them. */
const ASKED = /[\u4e00-\u9fff][(（][ ]{0,3}[A-H]{0,5}[ ]{0,3}[)）][。.]?\s{0,4}A[.、\u4e00-\u9fff《“]/g;
const SAMPLE = 4000;

/** `1-c 2-a 3-d`, right at the beginning. */
const PAIRS =
  /(?<!\d)1[ ]?[-–.:、)=→]?[ ]{0,2}([A-Ha-h√×])[\s;,]{1,4}2[ ]?[-–.:、)=→]?[ ]{0,2}[A-Ha-h√×][\s;,]{1,4}3[ ]?[-–.:、)=→]?[ ]{0,2}[A-Ha-h√×](?![A-Za-z])/;
const BEGINNING = 200;

function startsWithKey(lexed: Lexed, at: number): boolean {
  const label = between(lexed.marks, at, at + 2)[0];
  if (label?.kind === 'answer') return true;
  const key = keyAt(lexed.text, at);
  return key !== null && /^[\s。.;；,，(（【]/.test(lexed.text.slice(key.end, key.end + 1) || '\n');
}

/** Answers with labels of their own, behind something other than their numbers: questions go on there. */
function hasOwnLabels(lexed: Lexed, from: number, to: number): boolean {
  // In a grid `答案` labels a row.
  if (/^\s*\|?\s*题[ ]?号/.test(lexed.text.slice(from, from + 20))) return false;
  return between(lexed.marks, from, to).some(({ kind, at }) => {
    if (kind !== 'answer') return false;
    const number = lastBefore(lexed.numbers, at);
    return number === undefined || lexed.text.slice(number.end, at).trim() !== '';
  });
}

/** `参考答案` with a list of answers behind it, for questions before it that have none of their own. */
export function answerListsIn(lexed: Lexed): Point[] {
  const found: Point[] = [];
  const candidates = Array.from(lexed.text.matchAll(LIST_HEAD), (match) => ({
    at: match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0),
    end: match.index + match[0].length,
  }));
  candidates
    .filter(({ at, end }) => !/备选答案/.test(lexed.text.slice(at, end)))
    .filter((each, index) => !isRowOfGrid(lexed.text, candidates[index - 1]?.end, each.at))
    .forEach(({ at, end }, index, kept) => {
      const next = kept[index + 1]?.at ?? lexed.text.length;
      const passage = passageBehind(lexed, at, end) ?? behindBrackets(lexed, at, end);
      const nextHead = Math.min(nextFrom(lexed.heads, end)?.at ?? lexed.text.length, passage?.at ?? lexed.text.length);
      // Where each answer has its explanation below it, `答案解析` heads no list.
      const first = found[0]?.end;
      const explains =
        first !== undefined &&
        countIn(lexed.explanations, first, lexed.text.length) <= 1 &&
        EXPLAINING.test(lexed.text.slice(at, end + 8));
      // `【答案】1.B 2.C` is a list, whatever the one before it was of.
      const after = KEYS.test(lexed.text.slice(end, end + 200)) ? (found.at(-1)?.end ?? 0) : 0;
      const chapter =
        after > 0 || KEYS.test(lexed.text.slice(end, end + 200)) ? chapterFrom(lexed.text, end, next) : next;
      const head = chapter < next ? Math.min(chapter, nextHead) : nextHead;
      if (!explains && !isAnswerList(lexed, at, end, Math.min(chapter, nextHead), head, after)) return;
      found.push({ at, end, kind: 'answers', head: null, explains });
      if (passage) found.push(passage);
      // Behind the keys of one chapter the text of the next is read for itself.
      if (chapter < next && !holdsAnswers(lexed, end, Math.min(next, nextHead)))
        found.push({ at: chapter, end: chapter, kind: 'title', head: null });
    });
  return found;
}

/** `(参考答案:1)C 2)A 3)B)` is closed on its line: the section goes on behind it, or another paper begins. */
function behindBrackets(lexed: Lexed, at: number, end: number): Point | null {
  const { text } = lexed;
  const line = /[(（]/.test(text.slice(at - 1, at + 1))
    ? /^[^\n]{3,300}[)）][ ]*(?=\n)/.exec(text.slice(end, end + 310))
    : null;
  if (!line) return null;
  const to = end + line[0].length;
  const before =
    lastBefore(
      lexed.numbers.filter(({ lineStart }) => lineStart),
      at,
    )?.value ?? 0;
  const next = nextFrom(lexed.numbers, to);
  const head = next?.value === before + 1 ? lastBefore(lexed.heads, at) : undefined;
  return head
    ? { at: to, end: to, kind: 'section', head, resumes: true }
    : { at: to, end: to, kind: 'title', head: null };
}

/** `资料一答案:(1)C (2)AB`, and the next passage of the same section behind it. */
function passageBehind(lexed: Lexed, at: number, end: number): Point | null {
  if (!OF_PASSAGE.test(lexed.text.slice(at, end))) return null;
  const head = lastBefore(lexed.heads, at);
  const next = nextFrom(lexed.materials, end);
  const behind = nextFrom(lexed.heads, end)?.at ?? lexed.text.length;
  return head && next && next.at < behind && isLineStart(lexed.text, next.at)
    ? { at: next.at, end: next.at, kind: 'section', head, resumes: true }
    : null;
}

const OF_PASSAGE = new RegExp(`^[【[(（]?(?:资料|案例|材料|情[景境])[ ]?[${HAN_DIGITS}\\d]{1,3}[^\\n]{0,6}答案`);

/** Where the next chapter begins, on a line of its own; `to` where none does. */
function chapterFrom(text: string, from: number, to: number): number {
  const found = /^[ ]{0,8}第[ ]?[一二三四五六七八九十\d]{1,3}[ ]?(?:章|节|单元|课|讲)(?=[ :：])/m.exec(
    text.slice(from, to),
  );
  return found ? from + found.index : to;
}

/** `答案解析` below the keys, and a number under it. */
const EXPLAINING = /^[【[(（]?(?:答案|试题|参考)?(?:解析|详解)[】\])）]?[:：]?\s{1,4}\d{1,3}[.、)]/;

/** `部分题目解析` behind the keys, and numbers under it, where no answer has an explanation of its own. */
export function explanationListsIn(lexed: Lexed, from: number, lists: readonly Point[]): Point[] {
  const found = [...lexed.text.slice(from).matchAll(EXPLANATIONS)].map(
    (match): Point => ({
      at: from + match.index,
      end: from + match.index + match[0].length,
      kind: 'answers',
      head: null,
      explains: true,
    }),
  );
  return found.filter(
    ({ at, end }) =>
      !lists.some((list) => list.end > at && list.at < end) &&
      countIn(lexed.explanations, from, at) <= 1 &&
      countIn(lexed.strongRuns, end, lexed.text.length) === 0,
  );
}

/** `答案` below `题号` labels the row of keys. */
const isRowOfGrid = (text: string, before: number | undefined, at: number): boolean =>
  before !== undefined && /^\s*\|?\s*题[ ]?号[^\n]*\n[\s|:-]*$/.test(text.slice(before, at));

function isAnswerList(lexed: Lexed, at: number, end: number, to: number, nextHead: number, after: number): boolean {
  // `正确答案:` is said of one question, where it is said again and again.
  if (/^正确答案/.test(lexed.text.slice(at, end)) && countIn(lexed.answers, 0, at) >= 3) return false;
  // `答案解析:` over a sentence explains one question.
  if (
    /解析[】\])）]?[ ]*[:：]?\s*$/.test(lexed.text.slice(at, end)) &&
    /^\s*(?![一二三四五六七八九十壹]{1,2}[、.]|第.{1,3}[部大]|[单多判填简选])[\u4e00-\u9fff](?:[^\n]{0,80}[。;；]|[^\n]{18})/.test(
      lexed.text.slice(end, end + 90),
    )
  )
    return false;
  if (!holdsAnswers(lexed, end, to) || hasOwnLabels(lexed, end, nextHead)) return false;
  const section = lastBefore(lexed.heads, at);
  const since = section?.end ?? 0;
  // `答案要点:` over the points of each question of the section.
  if (saysPoints(lexed, at) && hasAnother(lexed, at, since, nextHead)) return false;
  const asked = countIn(lexed.runs, since, at) + countIn(lexed.blanks, since, at) + countIn(lexed.cues, since, at);
  // The keys of a case may follow it, whatever the cases before it have.
  const isOfCase = KEYS.test(lexed.text.slice(end, end + 200)) || OF_PASSAGE.test(lexed.text.slice(at, end));
  const ofCase = isOfCase ? (lastBefore(lexed.materials, at)?.at ?? 0) : 0;
  const before = firstAtLeast(lexed.answers, Math.max(since, ofCase, after));
  const own = lexed.answers.slice(before, firstAtLeast(lexed.answers, at)).length;
  const startsWithHead = /^\s*(?:[(（【][^()（）【】\n]{2,30}[)）】]\s*)?$/.test(lexed.text.slice(end, nextHead));
  if (startsWithHead) {
    // A title such as `试题及答案` stands over questions, not over answers.
    const head = nextFrom(lexed.heads, nextHead);
    const after = nextFrom(lexed.heads, nextHead + 1)?.at ?? lexed.text.length;
    // `判断: 1.√ 2.×` says it by itself.
    if (at === end && /^\s*(?:[单多判选填]|不定项)/.test(lexed.text.slice(at, at + 8)))
      return countIn(lexed.runs, 0, at) + countIn(lexed.blanks, 0, at) + countIn(lexed.cues, 0, at) > 0;
    return (
      head !== undefined &&
      at > 0 &&
      holdsAnswers(lexed, head.end, after) &&
      countIn(lexed.runs, 0, at) + countIn(lexed.blanks, 0, at) + countIn(lexed.cues, 0, at) > 0 &&
      lexed.heads.some((each) => each.at < at && each.type === head.type)
    );
  }
  // A grid says by itself what it is, whatever the case before it has.
  if (section?.type === 'case' && at < end && /^\s*\|?[ ]?题[ ]?号[ |:：]{1,4}\d/.test(lexed.text.slice(end, end + 24)))
    return countIn(lexed.runs, 0, at) > 0;
  const row = keyRow(lexed.text.slice(end, to));
  if (row.length > 0 && new Set(row).size === row.length) return false;
  // `一、1.A 2.B 二、…` goes through the sections of a paper.
  if (own === 0 && FIRST_PART.test(lexed.text.slice(end, end + 16))) return at > 0;
  if (own > 0 || asked + numbersBefore(lexed, since, at) === 0) return false;
  // One answer for all questions about a passage is numbered as they are; `1-6 BCABCB` is for the whole paper.
  if (section?.type === 'case') {
    const begins = lexed.text.slice(end, end + 200);
    return (
      ranges(begins).length > 0 ||
      /^\s*\|?[ ]?题[ ]?号/.test(begins) ||
      (countIn(lexed.runs, since, at) === 0 && KEYS.test(begins))
    );
  }
  const starts = between(lexed.numbers, since, at).filter(({ lineStart }) => lineStart).length;
  return section?.type !== 'short' || starts >= 2;
}

/** `一、1.A 2.B`, `Section A: 1-c 2-a`. */
const FIRST_PART = /^\s*(?:第[一壹](?:部分|大题)|[(]?[一壹][)、.]\s{0,3}\d|(?:part|section)[ ](?:I|A|1)(?![A-Z\d]))/i;

/** `26、A 27、C`, perhaps below the name of the part. */
const KEYS =
  /^\s*(?:[\u4e00-\u9fff()]{2,16}\s{1,4})?\d{1,3}[ ]?[、.)][ ]{0,3}[A-L]{1,6}[\s,，;；]{1,4}\d{1,3}[ ]?[、.)][ ]{0,3}[A-L√×]/;

const saysPoints = ({ marks }: Lexed, at: number): boolean => {
  const mark = nextFrom(marks, at);
  return mark?.at === at && mark.kind === 'solution';
};

const hasAnother = ({ marks }: Lexed, at: number, from: number, to: number): boolean =>
  between(marks, from, to).some((mark) => mark.kind === 'solution' && mark.at !== at);

const numbersBefore = (lexed: Lexed, from: number, to: number): number => between(lexed.numbers, from, to).length;
