import type { BankQuestion } from '../bank/bank.ts';
import { ITEM_TYPES, type ItemType } from '../bank/item.ts';
import { isSelected, type Selection } from '../bank/selection.ts';
import type { Day } from '../day.ts';
import { cut, groupsOf } from '../drill/queue.ts';
import type { HistoryEvent } from '../history/event.ts';
import { withoutVoided } from '../history/fold.ts';
import { dayOfEvent, inOrderOfDays } from '../history/time-order.ts';
import { type Rng, shuffled } from '../rng.ts';

export const ONLY = ['unseen', 'wrong', 'starred', 'unsure', 'due'] as const;
export type Only = (typeof ONLY)[number];
export const ORDERS = ['random', 'sequential'] as const;
export const FEEDBACKS = ['item', 'end'] as const;

/** What a quiz of one's own is made of. */
export interface PracticeChoices extends Selection {
  /** Ids of banks, also of those that the draw took nothing of. */
  readonly banks: readonly string[];
  /** Where the banks lie that no id finds, by their ids. */
  readonly files: Readonly<Record<string, string>>;
  /** The least and the most; null for any. */
  readonly difficulty: readonly [number, number] | null;
  readonly count: number;
  readonly only: Only | null;
  readonly order: (typeof ORDERS)[number];
  /** Whether each answer is judged at once, or all at the end. */
  readonly feedback: (typeof FEEDBACKS)[number];
  readonly limitMinutes: number | null;
  readonly perItemSeconds: number | null;
  readonly shuffle: boolean;
}

export interface PracticeInput {
  readonly choices: PracticeChoices;
  readonly questions: readonly BankQuestion[];
  /** Whether a question is one of those that were asked for by `only`. */
  readonly isAskedFor: (ref: string) => boolean;
  readonly suspended: ReadonlySet<string>;
  /** In order, it goes on behind the first of these questions that the banks still have; from the first where there is none. */
  readonly after: readonly string[];
  readonly rng: Rng;
}

/** The questions of a quiz: drawn by chance, or in the order of the bank from where the last one stopped. Cases stay whole. */
export function choosePractice(input: PracticeInput): BankQuestion[] {
  const { choices, questions, suspended, isAskedFor, after, rng } = input;
  const fitting = questions.filter(
    (question) =>
      isSelected(question, choices) &&
      isWithin(question.question.difficulty, choices.difficulty) &&
      !suspended.has(question.ref) &&
      isAskedFor(question.ref),
  );
  const groups = groupsOf(fitting);
  if (choices.order === 'random') return cut(shuffled(fittingIn(choices.count, groups), rng), choices.count);
  const places = new Map(questions.map(({ ref }, place) => [ref, place]));
  const from = after.flatMap((ref) => places.get(ref) ?? [])[0] ?? -1;
  const next = groups.findIndex((group) => group.some(({ ref }) => (places.get(ref) ?? 0) > from));
  // Behind the last question it begins anew.
  return upTo(choices.count, next < 0 ? groups : groups.slice(next));
}

/** Cases larger than the whole quiz are drawn only where there is nothing else. */
function fittingIn(count: number, groups: readonly (readonly BankQuestion[])[]): readonly (readonly BankQuestion[])[] {
  const fitting = groups.filter(({ length }) => length <= count);
  return fitting.length > 0 ? fitting : groups;
}

/** In order nothing is passed over: before a case that would be cut in two it stops, and the case is the first the next time. */
function upTo(count: number, groups: readonly (readonly BankQuestion[])[]): BankQuestion[] {
  const [first = [], ...others] = groups;
  const out = [...first];
  for (const group of others) {
    if (out.length + group.length > count) break;
    out.push(...group);
  }
  return out;
}

const isWithin = (level: number, range: PracticeChoices['difficulty']): boolean =>
  range === null || (level >= range[0] && level <= range[1]);

/** What was chosen the last time; null where nothing was, or another program wrote it. */
export function lastChoices(events: readonly HistoryEvent[], today: Day): PracticeChoices | null {
  const begun = inOrderOfDays(withoutVoided(events).filter(isPractice), dayOfEvent, today);
  return begun.reduce<PracticeChoices | null>((last, event) => choicesOf(event) ?? last, null);
}

/**
 * How far the last quiz in order came that was made of the same: its questions from the furthest that was answered back
 * to its first. One that was skipped stays behind; going back to change an answer takes nobody back.
 */
export function placeOf(events: readonly HistoryEvent[], choices: PracticeChoices, today: Day): string[] {
  const forms = new Map<string, readonly string[]>();
  let last = { session: '', place: -1 };
  for (const event of inOrderOfDays(withoutVoided(events).filter(isPractice), dayOfEvent, today)) {
    const known = choicesOf(event);
    if (event.type === 'session-started' && known?.order === 'sequential' && stockOf(known) === stockOf(choices))
      forms.set(
        event.id,
        event.form.map(({ item }) => item),
      );
    if (event.type !== 'answered') continue;
    const place = forms.get(event.session)?.indexOf(event.item) ?? -1;
    if (place < 0) continue;
    last = { session: event.session, place: Math.max(place, last.session === event.session ? last.place : -1) };
  }
  return (forms.get(last.session) ?? []).slice(0, last.place + 1).reverse();
}

const isPractice = (event: HistoryEvent): boolean =>
  (event.type === 'session-started' || event.type === 'answered') && event.mode === 'practice';

/** What two quizzes share that draw from the same questions. */
const stockOf = ({ banks, topics, types, difficulty, only }: PracticeChoices): string =>
  JSON.stringify([banks, topics, types, difficulty, only]);

/** What a quiz was made of, as its first event says; null for any other event, and where another program wrote it. */
function choicesOf(event: HistoryEvent): PracticeChoices | null {
  if (event.type !== 'session-started' || event.mode !== 'practice') return null;
  const { topics, types, difficulty, count, only, order, feedback, limitMinutes, perItemSeconds } = event.settings;
  const { banks, files, shuffle } = event.settings;
  if (!areTexts(topics) || !areTexts(types) || typeof count !== 'number') return null;
  const isKnown =
    types.every((type): type is ItemType => ITEM_TYPES.some((known) => known === type)) &&
    (only === null || ONLY.some((known) => known === only)) &&
    ORDERS.some((known) => known === order) &&
    FEEDBACKS.some((known) => known === feedback) &&
    isLimit(limitMinutes, 1440) &&
    isLimit(perItemSeconds, 86_400) &&
    Number.isInteger(count) &&
    count >= 1 &&
    count <= 9999 &&
    (difficulty === null ||
      (Array.isArray(difficulty) && difficulty.length === 2 && difficulty.every(Number.isFinite)));
  if (!isKnown) return null;
  const chosen = { topics, types, difficulty, count, only, order, feedback, limitMinutes, perItemSeconds };
  return {
    ...(chosen as Omit<PracticeChoices, 'banks' | 'files' | 'shuffle'>),
    banks: areTexts(banks) ? banks : event.banks.map(({ id }) => id),
    files: filesIn(files),
    shuffle: shuffle !== false,
  };
}

const filesIn = (value: unknown): Record<string, string> =>
  byId(Object.entries(value ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Files by the ids of their banks, and nothing else: a bank may be called `constructor`. */
export const byId = (files: readonly (readonly [id: string, file: string])[]): Record<string, string> =>
  Object.assign(Object.create(null), Object.fromEntries(files));

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

/** None, or one that could have been said. */
const isLimit = (value: unknown, most: number): boolean =>
  value === null || (typeof value === 'number' && value > 0 && value <= most);
