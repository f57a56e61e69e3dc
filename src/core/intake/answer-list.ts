import { bestChain } from './chain.ts';
import type { FlatText } from './flat-text.ts';
import { foldWidth } from './fold.ts';
import type { Labelled } from './found.ts';
import { insideLabelled } from './inner-lists.ts';
import { grid, keyRow, pairs, RANGE, ranges } from './key-grid.ts';
import { between } from './lexer/between.ts';
import { countIn } from './lexer/evidence.ts';
import { keyAt } from './lexer/key-text.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { Mark } from './lexer/marks.ts';
import { INNER, type NumberMark } from './lexer/numbers.ts';
import { numbersOf } from './listed-numbers.ts';
import { type Parts, partsOf, unbracketed } from './parts.ts';

/** One answer of a list at the end: the number of its question, and what is said there. */
export interface ListedAnswer {
  readonly number: number;
  readonly answer: Labelled | null;
  readonly explanation: string;
  /** Counted, not numbered: one of a row of keys. */
  readonly inRow?: boolean;
}

/** `1-5 BCADB`, `1.A 2.C`, a grid of two rows, or one entry for each number, in the shape that covers the list best. */
export function answersIn(lexed: Lexed, from: number, to: number): ListedAnswer[] {
  const [head, another] = lexed.text.slice(from, to).matchAll(EXPLANATIONS);
  // Where answers have labels behind it, it explains the one before.
  if (head && !another && head.index > 0 && countIn(lexed.answers, from + head.index, to) === 0) {
    const keys = answersIn(lexed, from, from + head.index);
    const explained = explanationsIn(
      lexed,
      from + head.index + head[0].length,
      to,
      new Set(keys.map(({ number }) => number)),
    );
    if (explained.length > 0) return merged(keys, explained);
  }
  const text = lexed.text.slice(from, to);
  const row = keyRow(text.replace(/^\s*[:：]/, '')).map((key, index) => ({
    number: index + 1,
    answer: { raw: key, text: key },
    explanation: '',
    inRow: true,
  }));
  const compact = [...ranges(text), ...grid(text), ...pairs(text), ...row];
  const entries = byNumbers(lexed, from, to);
  if (compact.length === 0) return entries;
  const known = new Set(compact.map(({ number }) => number));
  // Behind the rows of keys the open questions have an entry each.
  const behind = [...text.matchAll(RANGE)].at(-1);
  const open = behind ? byNumbers(lexed, from + behind.index + behind[0].length, to) : [];
  const extra = [...entries, ...open].filter(({ number, explanation }) => !known.has(number) || explanation !== '');
  return merged(compact, extra);
}

/** A list of explanations below the list of keys: `【部分试题解析】`, `★解析★`, `Rationale:`. */
export const EXPLANATIONS =
  /^[ ]{0,8}(?:rationales?|explanations?|notes)[ ]?:?[ ]*$(?=\s{1,4}(?:q(?:uestion)?[ ]?)?\d{1,3}[ ]?[.:)])|^[ ]{0,8}(?:[\ud83c-\ud83e][\udc00-\udfff][ ]?)?[【[(（★☆◆■●*]{0,3}(?:部分|易错|重点)?(?:试题|题目|答案|习题|题)?(?:解析|详解|说明)[\u4e00-\u9fff]{0,2}[】\])）★☆◆■●*]{0,3}[:：~!]?[ ]*$(?=\s{1,4}(?:(?:第[ ]?)?\d{1,3}[ ]?[.、题]|[【[]\d{1,3}[】\]]))/gim;

/** A list of nothing but explanations, of some or all of the questions, in their order. */
export function listedExplanations(lexed: Lexed, from: number, to: number): ListedAnswer[] {
  const starts = between(lexed.numbers, from, to).filter(
    ({ lineStart, style, loose }) => lineStart && !loose && STYLES.includes(style),
  );
  const kept: NumberMark[] = [];
  // `1、…` of something else behind them is numbered in another style, or begins anew.
  for (const mark of starts)
    if (mark.style === starts[0]?.style && mark.value !== null && mark.value > (kept.at(-1)?.value ?? 0))
      kept.push(mark);
  return entriesOf(lexed, kept, to);
}

const entriesOf = (lexed: Lexed, starts: readonly NumberMark[], to: number): ListedAnswer[] =>
  starts.map(({ value, end }, index) => ({
    number: value ?? 0,
    answer: null,
    explanation: lexed.flat.raw.slice(end, starts[index + 1]?.at ?? to).trim(),
  }));

/**
 * Some of the keys are explained, in their order, and behind them open questions may be answered; what is numbered otherwise is
 * a list in an explanation.
 */
function explanationsIn(lexed: Lexed, from: number, to: number, known: ReadonlySet<number>): ListedAnswer[] {
  const starts = between(lexed.numbers, from, to).filter(({ lineStart, style }) => lineStart && STYLES.includes(style));
  const last = Math.max(...known);
  const kept: NumberMark[] = [];
  for (const mark of starts)
    if (mark.value !== null && (known.has(mark.value) || mark.value > last) && mark.value > (kept.at(-1)?.value ?? 0))
      kept.push(mark);
  if (kept.length < starts.length) return [];
  return entriesOf(lexed, kept, to).map((entry) =>
    known.has(entry.number)
      ? entry
      : {
          number: entry.number,
          answer: { raw: entry.explanation, text: foldWidth(entry.explanation) },
          explanation: '',
        },
  );
}

const STYLES: readonly NumberMark['style'][] = ['dot', 'comma', 'ti', 'bare', 'square'];

function merged(first: readonly ListedAnswer[], second: readonly ListedAnswer[]): ListedAnswer[] {
  const all = new Map(first.map((each) => [each.number, each]));
  for (const each of second) {
    const known = all.get(each.number);
    all.set(each.number, known ? { ...known, explanation: known.explanation || each.explanation } : each);
  }
  return [...all.values()].sort((a, b) => a.number - b.number);
}

function byNumbers(lexed: Lexed, from: number, to: number): ListedAnswer[] {
  const { flat, text } = lexed;
  const marks = asNumbered(lexed, numbersOf(lexed, from, to), from);
  const ofLines = linePriors(marks);
  const first = marks[0] && text.slice(from, marks[0].at).trim() === '' ? marks[0].style : null;
  const inLists = insideLabelled(lexed, marks);
  const isStyled = marks.filter(({ style, lineStart }) => style === first && lineStart).length >= 2;
  // `1、解:(1)…(2)…`, `1)…:1.…2.…`: a list of its own in an answer begins with its own first number.
  const inner = new Set(
    marks.flatMap(({ style, value, at }) =>
      value === 1 && style !== first && (isStyled || INNER.includes(style)) && at > (marks[0]?.at ?? at) ? [style] : [],
    ),
  );
  const chain = bestChain({
    marks,
    to,
    next: marks[0]?.value ?? 1,
    // `A6 b  B1 F`: each part counts anew.
    barriers: marks.flatMap(({ at, style, value }) => (style === 'lettered' && value === 1 ? [at] : [])),
    segment: (mark, end) => {
      const key = keyAt(text, mark.end);
      const label = between(lexed.marks, mark.end, mark.end + 2)[0];
      const body = text.slice(mark.end, Math.min(end, mark.end + 30)).trim();
      return (
        ((key && /^[\s。.;,、()（【[:\dA-L]/.test(text.slice(key.end, key.end + 1) || '\n')) || label ? 1.5 : 0.2) +
        (body === '' ? -2 : 0) -
        2 * Math.max(0, countIn(lexed.answers, mark.end, end) - 1)
      );
    },
    standing: (mark) =>
      ofLines(mark) -
      (inLists.has(mark) ? 3.5 : 0) +
      (mark.lineStart || text.slice(from, mark.at).trim() === ''
        ? 0.6
        : /[\s;；。)A-L√×]/.test(text[mark.at - 1] ?? '\n')
          ? 0.2
          : -0.4) +
      (mark.style === first
        ? 0.3
        : (isStyled && first !== null && INNER.includes(first)) || (first !== null && inner.has(mark.style))
          ? -1.5
          : mark.style === 'circle' || mark.style === 'brackets'
            ? -0.9
            : 0) -
      // `2.答:1.…` begins a list in the answer; at the very beginning `答:(1)…` answers what is numbered so.
      (mark.value === 1 && opensList(text.slice(Math.max(from, mark.at - 12), mark.at), mark.at - from) ? 2.5 : 0),
  });
  const last = withoutEpilogue(text, chain, to);
  return chain.flatMap((mark, index) => {
    if (mark.value === null) return [];
    const end = chain[index + 1]?.at ?? last;
    const inside = between(lexed.marks, mark.end, end);
    const parts = partsOf(flat, inside, mark.end, withoutPartName(text, mark.end, end));
    return [
      {
        number: mark.value,
        // `(答案:1A;2B;3、30)`: the last bracket closes the list.
        answer: unbracketed(parts.answer ?? openAnswer(flat, parts, inside, mark.end, end)),
        // Behind an answer with its label, how it is worked out explains it.
        explanation: [parts.explanation, (parts.answer && parts.solution?.raw) ?? ''].filter(Boolean).join('\n'),
      },
    ];
  });
}

function opensList(ahead: string, sinceBeginning: number): boolean {
  const label = /(?:答|答案|要点|解)[:：]\s{0,4}$/.exec(ahead);
  return label !== null && (ahead.slice(0, label.index).trim() !== '' || sinceBeginning > ahead.length);
}

/** Behind a key and an empty line the page says goodbye, where no answer before goes on behind an empty line. */
function withoutEpilogue(text: string, chain: readonly NumberMark[], to: number): number {
  const mark = chain.at(-1);
  const key = mark && keyAt(text, mark.end);
  if (!mark || !key || chain.length < 3) return to;
  const earlier = chain.slice(0, -1).map(({ end }, index) => text.slice(end, chain[index + 1]?.at ?? end));
  const goesOn = earlier.some((entry) => /\S[ ]*\n[ ]*\n\s*\S/.test(entry));
  // Where nothing but keys stands before, another line is no part of the last.
  const areKeys = earlier.every((entry) =>
    /^\s*(?:[A-La-l、,， ]{1,16}|[√×对错TFYN]|正确|错误)[\s。.;；,，)]*$/.test(entry),
  );
  const parted = (
    areKeys
      ? /^[ ]*[。.;；]?[ ]*\n(?!\s*(?:[【[(（]?(?:解析|详解|说明|理由|分析|注|点评)|[A-Z]?[、,，]))/
      : /^[ ]*[。.;；]?[ ]*\n[ ]*\n/
  ).exec(text.slice(key.end, to));
  return goesOn || !parted ? to : key.end + parted[0].length;
}

/** `Section D` on a line of its own behind an answer leads to the next. */
function withoutPartName(text: string, from: number, end: number): number {
  const found =
    /\n[ ]{0,8}(?:(?:section|part)[ ][A-Z\d]{1,3}|[A-H][:：]|第[一二三四五六七八九十\d]{1,2}(?:大题|部分)[ ]?[:：]?)\s*$/i.exec(
      text.slice(Math.max(from, end - 40), end),
    );
  return found ? end - found[0].length : end;
}

/** `言之有理即可。要点:…`: what stands before the label is a part of the answer, and so is the label. */
function openAnswer(
  flat: FlatText,
  { stem, solution }: Parts,
  marks: readonly Mark[],
  from: number,
  end: number,
): Labelled {
  if (!solution || stem.text.trim() === '') return solution ?? stem;
  const to = marks.find(({ kind }) => kind === 'explanation')?.at ?? end;
  return { raw: flat.raw.slice(from, to), text: flat.text.slice(from, to) };
}

/** A list that begins with 17 goes on from there: smaller numbers are of lists inside its answers. */
function asNumbered(lexed: Lexed, marks: NumberMark[], from: number): NumberMark[] {
  const first = marks[0];
  const least = first?.value ?? 1;
  if (!first || least < 2 || lexed.text.slice(from, first.at).trim() !== '') return marks;
  const later = marks.filter(({ value }) => value !== null && value >= least);
  const goesOn = later.some(({ value, lineStart }) => lineStart && value === least + 1);
  // The only one of its style: the last question, and a list in its answer.
  const isOnly = marks.every((mark) => mark === first || mark.loose || mark.style !== first.style);
  return goesOn || isOnly ? later : marks;
}

/** Where the numbers at the beginning of lines go up by themselves, others number lists inside the answers. */
function linePriors(marks: readonly NumberMark[]): (mark: NumberMark) => number {
  const starts = marks.filter(({ lineStart }) => lineStart);
  const rising = starts.filter(({ value }, index) => value === (starts[index - 1]?.value ?? 0) + 1).length;
  if (starts.length < 2 || rising < 0.8 * starts.length) return () => 0;
  return ({ lineStart }) => (lineStart ? 0.6 : -0.8);
}
