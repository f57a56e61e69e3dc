import type { BlankKey } from '../bank/item.ts';
import { MATCH_STEPS, type MatchStep } from './mark.ts';
import { isQuantity, readNumerals } from './numerals.ts';
import { isWithinOneSlip } from './slip.ts';
import { foldText, seenText } from './text-fold.ts';

/** Traditional characters to simplified ones; handed in, so that the core carries no table. */
export type ScriptFold = (text: string) => string;

/** What a typed text is held against. */
export interface Expected {
  readonly key: BlankKey;
  /** Accepted texts of the item's other blanks: none of them is a slip of this one. */
  readonly others: readonly string[];
  readonly fold: ScriptFold;
}

export interface Match {
  readonly step: MatchStep;
  /** The accepted text that was meant. */
  readonly accepted: string;
}

/** The strictest step that accepts the text; null where none does, and always for a text that normalises to nothing. */
export function matchText(typed: string, expected: Expected): Match | null {
  for (const step of MATCH_STEPS) {
    const accepted = acceptedBy(step, typed, expected);
    if (accepted !== undefined) return { step, accepted };
  }
  return null;
}

/**
 * The accepted text that a step, taken by itself, finds in what was typed. A later step accepts all that an earlier
 * one does. A blank marked `exact` knows the first step only, there with every accepted text; what cannot be seen in one
 * cannot be typed either, and does not count.
 */
export function acceptedBy(step: MatchStep, typed: string, expected: Expected): string | undefined {
  const { key } = expected;
  if (foldText(typed) === '') return undefined;
  if (key.exact)
    return step === 'exact' ? key.accept.find((accepted) => seenText(accepted) === seenText(typed)) : undefined;
  const candidates = step in FIRST_ONLY ? key.accept.slice(0, 1) : key.accept;
  return candidates.find((accepted) => {
    const accepts = typed.length > LONGEST || accepted.length > LONGEST ? acceptsLong(step) : ACCEPTS[step];
    return accepts(typed, accepted, expected);
  });
}

/** A text in its readings under the loosest step before the slip: two accepted texts that share it are the same answer. */
export const meaningOf = (text: string, fold: ScriptFold): string => numeralReading(fold(foldText(text)));

/** What fills in a blank is shorter; of a whole page of text, numerals and slips are not sought. */
const LONGEST = 5_000;

const acceptsLong = (step: MatchStep): Accepts => (step === 'exact' ? ACCEPTS.exact : ACCEPTS.folded);

type Accepts = (typed: string, accepted: string, expected: Expected) => boolean;

/** Steps that look at the first accepted text alone; the others are its synonyms. */
const FIRST_ONLY: Partial<Record<MatchStep, true>> = { exact: true, folded: true, numeral: true, unit: true };

const ACCEPTS: Record<MatchStep, Accepts> = {
  exact: (typed, accepted) => typed === accepted,
  folded: (typed, accepted) => foldText(typed) === foldText(accepted),
  numeral: (typed, accepted) => numeralReading(foldText(typed)) === numeralReading(foldText(accepted)),
  unit: withOrWithoutUnit,
  synonym: withOrWithoutUnit,
  script: inEitherScript,
  slip: (typed, accepted, expected) => inEitherScript(typed, accepted, expected) || isSlipOf(typed, accepted, expected),
};

/** Folded texts hold no control characters, so pieces can't run together. */
const numeralReading = (folded: string): string => readNumerals(folded).join('\u0000');

function withOrWithoutUnit(typed: string, accepted: string, { key }: Expected): boolean {
  return shareReading(foldText(typed), foldText(accepted), foldText(key.unit));
}

function inEitherScript(typed: string, accepted: string, expected: Expected): boolean {
  const { key, fold } = expected;
  if (withOrWithoutUnit(typed, accepted, expected)) return true;
  return shareReading(fold(foldText(typed)), fold(foldText(accepted)), fold(foldText(key.unit)));
}

function shareReading(typed: string, accepted: string, unit: string): boolean {
  const readings = unitReadings(accepted, unit);
  return unitReadings(typed, unit).some((reading) => readings.includes(reading));
}

/** As it stands, and without the unit at its end, which may only show once numerals are folded (百分之六十 ends in %). */
function unitReadings(folded: string, unit: string): string[] {
  const whole = numeralReading(folded);
  if (unit === '') return [whole];
  const bare = folded.endsWith(unit) ? numeralReading(folded.slice(0, -unit.length)) : whole;
  const bareAfterNumerals = whole.endsWith(unit) ? whole.slice(0, -unit.length) : whole;
  return [whole, bare, bareAfterNumerals.replace(/\u0000$/, '')].filter((reading) => reading !== '');
}

/** Below this a slip would turn one word into another: 无形性 and 有形性. Code points, after folding. */
const SLIP_LENGTH = 5;

/** Characters on which the sense turns: 不满意 is no slip of 满意, nor 高于 of 低于. */
const POLAR =
  /^[不无非未没否勿有高低大小多少内外上下前后左右增减升降加进出买卖优劣正反先主客供需强弱长短远近新旧软硬甲乙丙丁直间接积消极横纵显隐男女可真假难易深浅冷热快慢存亡东西南北]$/u;

/**
 * One slip of the fingers. Numbers, signs and characters that turn the sense don't slip, and a text that answers another
 * blank isn't one.
 */
function isSlipOf(typed: string, accepted: string, { others, fold }: Expected): boolean {
  const [left, right] = [fold(foldText(typed)), fold(foldText(accepted))];
  if ([...left].length < SLIP_LENGTH || [...right].length < SLIP_LENGTH) return false;
  const [said, meant] = [readNumerals(left), readNumerals(right)];
  if (said.filter(isFirm).join() !== meant.filter(isFirm).join()) return false;
  return isWithinOneSlip(said, meant) && !others.some((other) => meaningOf(other, fold) === said.join('\u0000'));
}

const isFirm = (piece: string): boolean => isQuantity(piece) || POLAR.test(piece);
