import type { FlatText } from './flat-text.ts';
import type { Labelled } from './found.ts';
import { keyAt } from './lexer/key-text.ts';
import type { Mark, MarkKind } from './lexer/marks.ts';

/** What the labels inside a question divide it into. */
export interface Parts {
  readonly stem: Labelled;
  readonly answer: Labelled | null;
  readonly explanation: string;
  readonly solution: Labelled | null;
  readonly said: Readonly<Partial<Record<MarkKind, string>>>;
}

const LASTING: readonly MarkKind[] = ['answer', 'explanation', 'solution'];

/** Each part goes on to the next label; what is said of difficulty and the like ends with its line. */
export function partsOf(flat: FlatText, marks: readonly Mark[], from: number, to: number): Parts {
  const stem: Span[] = [];
  const parts: Partial<Record<MarkKind, Span[]>> = {};
  let current = stem;
  let at = from;
  let worked = false;
  const close = (end: number): void => {
    // `…合同。(答案:√)`: the bracket opens the label.
    const open =
      current === stem ? (/[(（【[][ ]{0,2}$/.exec(flat.text.slice(Math.max(at, end - 3), end))?.[0].length ?? 0) : 0;
    if (end - open > at) current.push([at, end - open]);
  };
  for (const mark of marks) {
    if (isQuote(mark, parts, flat) || (worked && mark.kind === 'answer' && mark.keyEnd === null)) continue;
    if (current === stem && isWorking(mark, marks, flat)) {
      worked = true;
      close(mark.at);
      at = mark.end;
      current = parts.answer ??= [];
      continue;
    }
    if (mark.kind === 'reason' && current === stem && isWorkedOut(mark, flat, at)) {
      close(mark.at);
      at = mark.end;
      current = parts.solution ??= [];
      continue;
    }
    if (current === stem && isScoring(mark, flat, at)) {
      close(mark.at);
      at = mark.end;
      current = parts.explanation ??= [];
      continue;
    }
    if (mark.kind === 'reason' && !followsKey(flat, parts, current, stem, at, mark.at)) continue;
    close(mark.at);
    at = mark.end;
    if (mark.kind === 'options') {
      current = stem;
      at = mark.end;
      continue;
    }
    if (LASTING.includes(mark.kind) || mark.kind === 'reason') {
      current = parts[mark.kind === 'reason' ? 'explanation' : mark.kind] ??= [];
      continue;
    }
    const closing = /[[【(（]/.test(flat.text[mark.at - 1] ?? '')
      ? /^[^\n[\]【】()（）]{0,40}[\]】)）]/.exec(flat.text.slice(mark.end, mark.end + 42))
      : null;
    if (closing) {
      // `[分值:2]`: the brackets hold all of it.
      at = mark.end + closing[0].length;
      parts[mark.kind] ??= [[mark.end, at - 1]];
      continue;
    }
    // What was answered may stand on the lines below, and what is said of a question on the next.
    const isBelow =
      // `[纠错]` is a button, and what stands below it is the question.
      !/^[[【(]?(?:收藏|纠错)/.test(flat.text.slice(mark.at, mark.at + 3)) &&
      /^[ ]{0,4}\n/.test(flat.text.slice(mark.end, mark.end + 5));
    const ownEnd = !isBelow
      ? lineEnd(flat.text, mark.end)
      : mark.kind === 'given'
        ? paragraphEnd(flat.text, mark.end)
        : valueBelow(flat.text, mark.end);
    const end = Math.min(ownEnd, marks.find((next) => next.at >= mark.end)?.at ?? to, to);
    parts[mark.kind] ??= [[mark.end, end]];
    at = end;
  }
  close(to);
  const answer = parts.answer ? unbracketed(textOf(flat, parts.answer)) : null;
  const solution = parts.solution ? textOf(flat, parts.solution) : null;
  // `参考答案:` over `要点:`: the second label says how the answer is given.
  const isOneAnswer = solution !== null && answer?.text.trim() === '';
  return {
    stem: textOf(flat, stem),
    answer: isOneAnswer ? solution : answer,
    explanation: unbracketed(textOf(flat, parts.explanation ?? [])).raw,
    solution: isOneAnswer ? null : solution,
    said: Object.fromEntries(
      Object.entries(parts)
        .filter(([kind]) => !LASTING.includes(kind as MarkKind))
        .map(([kind, spans]) => [kind, textOf(flat, spans).text.trim()]),
    ),
  };
}

/** `解:…答:…` is how a sum is worked out: all of it is the answer. */
const isWorking = (mark: Mark, marks: readonly Mark[], flat: FlatText): boolean =>
  mark.kind === 'reason' &&
  flat.text.startsWith('解', mark.at) &&
  marks.some(({ kind, at, keyEnd }) => kind === 'answer' && at > mark.at && keyEnd === null && flat.text[at] === '答');

/** `评分标准:` below a question and its answer, which stand there on lines of their own without a label. */
const isScoring = ({ kind, at, end }: Mark, { text }: FlatText, from: number): boolean =>
  kind === 'solution' &&
  /评分|[打得给]分/.test(text.slice(at, end)) &&
  /^[ ]*[^\s][^\n]{0,40}\n\s*[^\n]{20}/.test(text.slice(from, at));

/** `解:` on a line of its own, below what is asked. */
const isWorkedOut = (mark: Mark, { text }: FlatText, from: number): boolean =>
  /^解[:：]/.test(text.slice(mark.at, mark.at + 2)) &&
  (startsLine(text, mark.at) || /[。?？]\s{0,3}$/.test(text.slice(Math.max(from, mark.at - 4), mark.at))) &&
  text.slice(from, mark.at).trim() !== '';

/** `理由:` and `解:` explain what is answered in a word; in a longer answer they are part of it. */
function followsKey(
  flat: FlatText,
  parts: Partial<Record<MarkKind, Span[]>>,
  current: Span[],
  stem: Span[],
  at: number,
  to: number,
): boolean {
  if (current === stem) {
    const ahead = flat.text.slice(at, to).trimEnd();
    return (/^(?:本题|解[:：])/.test(flat.text.slice(to, to + 3)) && ahead.trim() !== '') || KEY_BEFORE.test(ahead);
  }
  if (current !== parts.answer) return false;
  const begun = current[0]?.[0] ?? at;
  const said = flat.text.slice(begun, to).trim();
  const key = keyAt(said, 0);
  return said.length <= 12 && key !== null && said.length - key.end <= 2;
}

/** `…。( × )` ends what is asked with its key. */
const KEY_BEFORE = /[(（][ ]{0,3}(?:[A-H]{1,6}|[√×对错])[ ]{0,3}[)）][。.]?$/;

type Span = readonly [number, number];

/** An explanation that ends `…故答案:B` names the answer once more; it begins no new part. */
function isQuote(mark: Mark, parts: Partial<Record<MarkKind, Span[]>>, flat: FlatText): boolean {
  if (mark.kind === 'answer')
    return parts.answer !== undefined && parts.explanation !== undefined && !startsLine(flat.text, mark.at);
  return mark.kind === 'topic' || mark.kind === 'other' || mark.kind === 'points' || mark.kind === 'type'
    ? parts.explanation !== undefined &&
        !startsLine(flat.text, mark.at) &&
        !/[】\]]/.test(flat.text.slice(mark.at, mark.end))
    : false;
}

const startsLine = (text: string, at: number): boolean =>
  /(?:^|\n)[^\S\n]{0,8}$/.test(text.slice(Math.max(0, at - 9), at));

/** The end of a short line right below an empty label; of the label's own line where none stands there. */
function valueBelow(text: string, at: number): number {
  const own = lineEnd(text, at);
  const below = /^\n[ ]{0,8}[^\s\d(（【[A-H][^\n]{0,24}(?=\n|$)/.exec(text.slice(own, own + 40));
  return below && !/[。?？!！:：]/.test(below[0]) ? own + below[0].length : own;
}

function paragraphEnd(text: string, at: number): number {
  const end = text.indexOf('\n\n', at + 1);
  return end < 0 ? text.length : end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** `(答案:抑制)`: the bracket that closes stands behind what the label names. */
export function unbracketed({ raw, text }: Labelled): Labelled {
  const tail = /[)）][\s。.]*$/.exec(text);
  if (!tail || text.split(/[(（]/).length >= text.split(/[)）]/).length) return { raw, text };
  return { raw: raw.slice(0, tail.index), text: text.slice(0, tail.index) };
}

function textOf(flat: FlatText, spans: readonly Span[]): Labelled {
  return {
    raw: spans.map(([from, to]) => flat.raw.slice(from, to)).join('\n'),
    text: spans.map(([from, to]) => flat.text.slice(from, to)).join('\n'),
  };
}
