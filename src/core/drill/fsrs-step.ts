/** What a review changes. */
export interface MemoryState {
  stability: number;
  difficulty: number;
}

/** The state after one more review, in place. `elapsed` in days; `recall` is the chance of recall then, `grade` 1 (again) to 4 (easy). */
export type Step = (state: MemoryState, elapsed: number, grade: number, recall: number) => void;

/**
 * The memory formulas of FSRS-6 for years of reviews at once: number by number what `next_state` of `ts-fsrs` comes to,
 * roundings included, without an object for each review, and with whatever depends on the parameters alone worked out
 * once. Tests hold the two together to the last digit.
 */
export function stepOf(parameters: readonly number[]): Step {
  const w = (n: number): number => parameters[n] as number;
  const easyDifficulty = rounded(w(4) - Math.exp(3 * w(5)) + 1);
  const [difficultyStep, reversion, kept] = [-w(6), w(7), 1 - w(7)];
  const [recallScale, recallPower, recallCurve, hard, easy] = [Math.exp(w(8)), -w(9), w(10), w(15), w(16)];
  const [lapseScale, lapseDifficulty, lapsePower, lapseCurve] = [w(11), -w(12), w(13), w(14)];
  const lapseLeast = Math.exp(w(17) * w(18));
  const sameDayPower = -w(19);
  const sameDayScales = [0, 1, 2, 3, 4].map((grade) => Math.exp(w(17) * (grade - 3 + w(18))));

  const recalled = (s: number, d: number, grade: number, recall: number): number => {
    const forgotten = Math.exp((1 - recall) * recallCurve) - 1;
    const penalty = grade === 2 ? hard : 1;
    const bonus = grade === 4 ? easy : 1;
    return rounded(lasting(s * (1 + recallScale * (11 - d) * s ** recallPower * forgotten * penalty * bonus)));
  };
  const lapsed = (s: number, d: number, recall: number): number => {
    const forgotten = Math.exp((1 - recall) * lapseCurve);
    const most = rounded(lasting(lapseScale * d ** lapseDifficulty * ((s + 1) ** lapsePower - 1) * forgotten));
    return Math.min(Math.max(rounded(s / lapseLeast), LEAST_STABILITY), most);
  };
  const sameDay = (s: number, grade: number): number => {
    const growth = s ** sameDayPower * (sameDayScales[grade] as number);
    return rounded(lasting(s * (grade >= 2 ? Math.max(growth, 1) : growth)));
  };
  const difficulty = (d: number, grade: number): number => {
    const moved = d + rounded((difficultyStep * (grade - 3) * (10 - d)) / 9);
    return Math.min(Math.max(rounded(reversion * easyDifficulty + kept * moved), 1), 10);
  };

  return (state, elapsed, grade, recall) => {
    const { stability: s, difficulty: d } = state;
    if (elapsed === 0) state.stability = sameDay(s, grade);
    else state.stability = grade === 1 ? lapsed(s, d, recall) : recalled(s, d, grade, recall);
    state.difficulty = difficulty(d, grade);
  };
}

/** In days. */
export const LEAST_STABILITY = 0.001;
const MOST_STABILITY = 36_500;

const lasting = (days: number): number => Math.min(Math.max(days, LEAST_STABILITY), MOST_STABILITY);
/** To eight places, as the package rounds. */
const rounded = (number: number): number => Math.round(number * 1e8) / 1e8;
