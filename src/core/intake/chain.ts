import { countIn } from './lexer/evidence.ts';
import { INNER, type NumberMark } from './lexer/numbers.ts';

/** What the numbers of a stretch are read by. */
export interface ChainRules {
  readonly marks: readonly NumberMark[];
  readonly to: number;
  /** Numbers that may come first besides 1: where the section before ended, plus one. */
  readonly next: number;
  /** The number that stands at the very beginning, whatever came before; null for none. */
  readonly first?: number | null;
  /** Places where numbering may begin anew: a case, a passage. */
  readonly barriers: readonly number[];
  /** How well the text from one number to the next reads as one question. */
  readonly segment: (mark: NumberMark, to: number) => number;
  /** How much a number looks like one of a question, by itself. */
  readonly standing: (mark: NumberMark) => number;
}

/** How far back a number looks for the one before it. Keeps reading linear, however many lists a text holds. */
const WINDOW = 14;
const SAME_VALUE = 3;

/** The numbers that begin questions: the chain of them that makes the best reading; empty where none reads well. */
export function bestChain(rules: ChainRules): NumberMark[] {
  const { marks } = rules;
  const best: number[] = [];
  const from: number[] = [];
  const seen: Seen = { byValue: new Map(), lineStarts: [] };
  marks.forEach((mark, index) => {
    let score = opening(mark, rules);
    let previous = -1;
    for (const earlier of predecessors(index, mark, seen)) {
      const before = marks[earlier] as NumberMark;
      const value =
        (best[earlier] as number) +
        rules.segment(before, mark.at) +
        step(before, mark, rules.barriers) +
        inList(marks, earlier, index) +
        passedOver(marks, earlier, index);
      if (value > score) {
        score = value;
        previous = earlier;
      }
    }
    best.push(score + rules.standing(mark));
    from.push(previous);
    remember(seen, mark, index);
  });
  let last = -1;
  let total = 0;
  marks.forEach((mark, index) => {
    const value = (best[index] as number) + rules.segment(mark, rules.to);
    if (value > total) {
      total = value;
      last = index;
    }
  });
  const chain: NumberMark[] = [];
  for (; last >= 0; last = from[last] as number) chain.push(marks[last] as NumberMark);
  return chain.reverse();
}

/** What came before and may be gone on from, however long a list of other numbers stands in between. */
interface Seen {
  /** The last few of each value, by style: lists inside a question are in a style of their own. */
  readonly byValue: Map<number, Map<string, number[]>>;
  readonly lineStarts: number[];
}

function remember({ byValue, lineStarts }: Seen, mark: NumberMark, index: number): void {
  if (mark.lineStart) {
    lineStarts.push(index);
    if (lineStarts.length > SAME_VALUE) lineStarts.shift();
  }
  if (mark.value === null) return;
  const styles = byValue.get(mark.value) ?? new Map<string, number[]>();
  const known = styles.get(mark.style) ?? [];
  known.push(index);
  if (known.length > SAME_VALUE) known.shift();
  styles.set(mark.style, known);
  byValue.set(mark.value, styles);
}

function predecessors(index: number, mark: NumberMark, { byValue, lineStarts }: Seen): Set<number> {
  const some = new Set<number>(lineStarts);
  if (mark.value !== null)
    for (const known of byValue.get(mark.value - 1)?.values() ?? []) for (const each of known) some.add(each);
  for (let back = 1; back <= WINDOW && index - back >= 0; back++) some.add(index - back);
  return some;
}

const NEVER = -1000;

function opening(mark: NumberMark, { next, first }: ChainRules): number {
  if (mark.value === null || mark.value === 1) return 0.5;
  if (mark.value === next) return 0.4;
  if (mark.value === first && mark.lineStart) return -0.2;
  return mark.loose ? NEVER : -1 - Math.min(6, mark.value) * 0.1;
}

/** From one number of the chain to the next: one more is what is expected. */
function step(before: NumberMark, mark: NumberMark, barriers: readonly number[]): number {
  if (mark.value === null || before.value === null)
    return mark.style === before.style ? 1 : INNER.includes(mark.style) ? -1.5 : 0.2;
  const style = mark.style === before.style ? 0 : -0.7;
  if (mark.value === before.value + 1) return (mark.loose ? 0.7 : 1) + style;
  if (mark.value === 1 && countIn(barriers, before.at + 1, mark.at + 1) > 0) return 0.8 + style;
  const skips = mark.lineStart && mark.value === before.value + 2;
  if (mark.loose && !skips) return NEVER;
  // Typed twice.
  if (mark.value === before.value && mark.lineStart && before.lineStart && style === 0 && !mark.loose && mark.value > 1)
    return -0.8;
  const gap = mark.value - before.value - 1;
  // A number that is not there, where all of them begin lines.
  if (skips && !mark.loose && before.lineStart && style === 0) return -0.3;
  if (gap > 0) return -1.2 - 0.3 * Math.min(8, gap) + style;
  return (mark.value === 1 && !(style < 0 && INNER.includes(mark.style)) ? -2.5 : -4) + style;
}

/** From 2 to 4, though 3 stands at the beginning of a line between them. */
function passedOver(marks: readonly NumberMark[], earlier: number, index: number): number {
  const [before, mark] = [marks[earlier] as NumberMark, marks[index] as NumberMark];
  if (before.value === null || mark.value !== before.value + 2 || index - earlier > WINDOW) return 0;
  const wanted = before.value + 1;
  for (let at = earlier + 1; at < index; at++) if (marks[at]?.value === wanted && marks[at]?.lineStart) return -0.8;
  return 0;
}

/** A number whose forerunner was passed over goes on a list inside a question. */
function inList(marks: readonly NumberMark[], earlier: number, index: number): number {
  const mark = marks[index] as NumberMark;
  if (index - 1 <= earlier || mark.value === null) return 0;
  const neighbour = marks[index - 1] as NumberMark;
  return neighbour.value === mark.value - 1 && neighbour.style === mark.style ? -1.6 : 0;
}
