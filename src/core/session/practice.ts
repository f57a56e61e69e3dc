import type { BankQuestion } from '../bank/bank.ts';
import { ITEM_TYPES, type ItemType } from '../bank/item.ts';
import { isSelected, type Selection } from '../bank/selection.ts';
import { cut, groupsOf } from '../drill/queue.ts';
import type { HistoryEvent, SessionStarted } from '../history/event.ts';
import { type Rng, shuffled } from '../rng.ts';

export const ONLY = ['unseen', 'wrong', 'starred', 'unsure', 'due'] as const;
export type Only = (typeof ONLY)[number];
export const ORDERS = ['random', 'sequential'] as const;
export const FEEDBACKS = ['item', 'end'] as const;

/** What a quiz of one's own is made of. */
export interface PracticeChoices extends Selection {
  /** Ids of banks. */
  readonly banks: readonly string[];
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
  /** In order, it goes on behind this question; null from the first. */
  readonly after: string | null;
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
  if (choices.order === 'random') return cut(shuffled(groups, rng), choices.count);
  const places = new Map(questions.map(({ ref }, place) => [ref, place]));
  const from = after === null ? -1 : (places.get(after) ?? -1);
  const next = groups.findIndex((group) => group.some(({ ref }) => (places.get(ref) ?? 0) > from));
  // Behind the last question it begins anew.
  return cut(next < 0 ? groups : groups.slice(next), choices.count);
}

const isWithin = (level: number, range: PracticeChoices['difficulty']): boolean =>
  range === null || (level >= range[0] && level <= range[1]);

/** What was chosen the last time; null where nothing was, or another program wrote it. */
export function lastChoices(events: readonly HistoryEvent[]): PracticeChoices | null {
  return events.reduce<PracticeChoices | null>((last, event) => choicesOf(event) ?? last, null);
}

/** The last question answered in a quiz in order that was made of the same; null where there was none. */
export function placeOf(events: readonly HistoryEvent[], choices: PracticeChoices): string | null {
  const same = new Set<string>();
  let place: string | null = null;
  for (const event of events) {
    const known = choicesOf(event);
    if (known && known.order === 'sequential' && stockOf(known) === stockOf(choices)) same.add(event.id);
    if (event.type === 'answered' && same.has(event.session)) place = event.item;
  }
  return place;
}

/** What two quizzes share that draw from the same questions. */
const stockOf = ({ banks, topics, types, difficulty, only }: PracticeChoices): string =>
  JSON.stringify([banks, topics, types, difficulty, only]);

function choicesOf(event: HistoryEvent): PracticeChoices | null {
  if (event.type !== 'session-started' || event.mode !== 'practice') return null;
  const { settings } = event;
  const { topics, types, difficulty, count, only, order, feedback, limitMinutes, perItemSeconds, shuffle } = settings;
  if (!areTexts(topics) || !areTexts(types) || typeof count !== 'number') return null;
  const isKnown =
    types.every((type): type is ItemType => ITEM_TYPES.some((known) => known === type)) &&
    (only === null || ONLY.some((known) => known === only)) &&
    ORDERS.some((known) => known === order) &&
    FEEDBACKS.some((known) => known === feedback) &&
    isNumberOrNull(limitMinutes) &&
    isNumberOrNull(perItemSeconds) &&
    (difficulty === null || (Array.isArray(difficulty) && difficulty.length === 2));
  if (!isKnown) return null;
  const banks = event.banks.map(({ id }: SessionStarted['banks'][number]) => id);
  return { ...settings, banks, shuffle: shuffle !== false } as unknown as PracticeChoices;
}

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
const isNumberOrNull = (value: unknown): boolean => value === null || typeof value === 'number';
