import type { Blank, BlankKey } from '../bank/item.ts';
import { assign } from './assign.ts';
import { hundredthsOf, MATCH_STEPS, type Mark } from './mark.ts';
import { fullPoints, shareMark } from './points.ts';
import type { Rule } from './rule.ts';
import { type Match, matchText, meaningOf, type ScriptFold } from './text-match.ts';

/** `blanks`: the sum of the blanks that were matched. */
const NAME = 'blanks';

/**
 * Each blank by tolerant matching; texts of an any-order group go where together they earn most. `steps` stand in
 * the order of the typed texts: in a group, `steps[0]` is about the first text, whichever blank it answered.
 * Missing texts are empty, surplus ones are ignored.
 */
export function gradeBlank(question: Blank, texts: readonly string[], rule: Rule, fold: ScriptFold): Mark {
  const found = placesOf(question).flatMap((place) => matchPlace(question, place, texts, fold));
  const steps = question.blanks.map((_, typed) => found.find((one) => one.typed === typed)?.match.step ?? null);
  const earned = question.blanks.map((_, blank) => found.some((one) => one.blank === blank));
  const weights = question.blanks.map((blank) => blank.points);
  return { ...shareMark(weights, earned, fullPoints(question, rule), NAME), steps };
}

/** The text at `typed` answers the blank at `blank`; both from 0. */
interface Found {
  readonly typed: number;
  readonly blank: number;
  readonly match: Match;
}

/** Blanks, from 0, whose texts may change places: the any-order groups, and each other blank by itself. */
function placesOf(question: Blank): number[][] {
  const free = new Set(question.blanks.keys());
  const groups = question.anyOrder.map((numbers) =>
    numbers.map((number) => number - 1).filter((blank) => free.delete(blank)),
  );
  return [...groups, ...[...free].map((blank) => [blank])];
}

function matchPlace(question: Blank, place: readonly number[], texts: readonly string[], fold: ScriptFold): Found[] {
  const keys = place.map((blank) => question.blanks[blank] as BlankKey);
  const table = place.map((typed) => place.map((blank) => matchBlank(question, blank, texts[typed] ?? '', fold)));
  const once = withoutRepeats(table, keys, fold);
  const columns = assign(once.map((row) => row.map((match, column) => weightOf(match, keys[column], place.length))));
  return columns.flatMap((column, row) => {
    const match = column === null ? null : once[row]?.[column];
    return match ? [{ typed: place[row] as number, blank: place[column as number] as number, match }] : [];
  });
}

function matchBlank(question: Blank, blank: number, text: string, fold: ScriptFold): Match | null {
  const others = question.blanks.flatMap((key, index) => (index === blank ? [] : key.accept));
  return matchText(text, { key: question.blanks[blank] as BlankKey, others, fold });
}

const rankOf = (match: Match): number => MATCH_STEPS.indexOf(match.step);

/** Points come first; a stricter step only decides between equal points. No match weighs nothing. */
function weightOf(match: Match | null, key: BlankKey | undefined, size: number): number {
  if (match === null) return 0;
  const strictness = MATCH_STEPS.length - rankOf(match);
  return hundredthsOf(key?.points ?? 0) * (MATCH_STEPS.length * size + 1) + strictness;
}

type Row = readonly (Match | null)[];

/**
 * One accepted text can't serve two blanks: where blanks of a group share a list (name three of five), the same
 * answer typed twice counts once. It counts as often as there are blanks that accept nothing else.
 */
function withoutRepeats(table: readonly Row[], keys: readonly BlankKey[], fold: ScriptFold): Row[] {
  const used = new Map<string, number>();
  const strictestFirst = table
    .map((row, index) => ({ index, best: strictestOf(row) }))
    .sort((one, other) => (one.best ? rankOf(one.best) : 0) - (other.best ? rankOf(other.best) : 0));
  const kept = strictestFirst.filter(({ best }) => {
    if (best === null) return false;
    const meaning = meaningOf(best.accepted, fold);
    const times = (used.get(meaning) ?? 0) + 1;
    used.set(meaning, times);
    return (
      times <= Math.max(1, keys.filter((key) => key.accept.every((text) => meaningOf(text, fold) === meaning)).length)
    );
  });
  return table.map((row, index) => (kept.some((one) => one.index === index) ? row : row.map(() => null)));
}

const strictestOf = (row: Row): Match | null =>
  row.reduce<Match | null>((best, match) => (match && (!best || rankOf(match) < rankOf(best)) ? match : best), null);
