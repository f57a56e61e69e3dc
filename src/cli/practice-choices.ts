import type { Bank } from '../core/bank/bank.ts';
import { ITEM_TYPES } from '../core/bank/item.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { readable } from '../core/history/readable.ts';
import { byId, FEEDBACKS, lastChoices, ONLY, ORDERS, type PracticeChoices } from '../core/session/practice.ts';
import type { FoundBank } from '../store/bank-library.ts';
import type { HistoryFile } from '../store/history-file.ts';
import { libraryFor } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import type { Journal } from './journal.ts';
import { valuesFor } from './values.ts';

export interface PracticeOptions {
  readonly bank?: readonly string[];
  readonly topic?: readonly string[];
  readonly type?: readonly string[];
  readonly difficulty?: string;
  readonly count?: string;
  readonly only?: string;
  readonly order?: string;
  readonly minutes?: string;
  readonly perItem?: string;
  readonly feedback?: string;
  readonly shuffle?: boolean;
  readonly seed?: string;
}

const COUNT = 20;

/** Whether anything was said about what the quiz is to be; a seed only says how its luck falls. */
export const isSaying = ({ seed: _, shuffle, ...rest }: PracticeOptions): boolean =>
  shuffle === false || Object.keys(rest).length > 0;

/** What was said, checked, and the usual where nothing was. */
export function saidIn(context: Context, options: PracticeOptions): Omit<PracticeChoices, 'banks' | 'files'> {
  const values = valuesFor(context.words);
  return {
    topics: options.topic ?? [],
    types: (options.type ?? []).map((type) => values.oneOf('--type', type, ITEM_TYPES)),
    difficulty: difficultyIn(context, options.difficulty),
    count: values.wholeNumber('--count', options.count, 1, 9999) ?? COUNT,
    only: options.only === undefined ? null : values.oneOf('--only', options.only, ONLY),
    order: values.oneOf('--order', options.order ?? 'random', ORDERS),
    feedback: values.oneOf('--feedback', options.feedback ?? 'item', FEEDBACKS),
    limitMinutes: values.number('--minutes', options.minutes, 0.05, 1440),
    perItemSeconds: values.duration('--per-item', options.perItem),
    shuffle: options.shuffle ?? true,
  };
}

/** `2`, `2-4`. */
function difficultyIn(context: Context, text: string | undefined): PracticeChoices['difficulty'] {
  if (text === undefined) return null;
  const match = /^([1-5])(?:-([1-5]))?$/.exec(text);
  const [least, most] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || least > most)
    return valuesFor(context.words).refuse('--difficulty', text, context.words.practice.difficulty);
  return [least, most];
}

/** Choices as the flags that would say them again; what is usual goes without saying. */
export function flagsOf(choices: PracticeChoices): string {
  const { banks, files, topics, types, difficulty, count, only, order, feedback, limitMinutes, perItemSeconds } =
    choices;
  return [
    ...banks.map((id) => `--bank ${files[id] ?? id}`),
    ...topics.map((topic) => `--topic ${topic}`),
    ...types.map((type) => `--type ${type}`),
    difficulty === null ? '' : `--difficulty ${[...new Set(difficulty)].join('-')}`,
    `--count ${count}`,
    only === null ? '' : `--only ${only}`,
    order === 'random' ? '' : `--order ${order}`,
    feedback === 'item' ? '' : `--feedback ${feedback}`,
    limitMinutes === null ? '' : `--minutes ${limitMinutes}`,
    perItemSeconds === null ? '' : `--per-item ${perItemSeconds}s`,
    choices.shuffle ? '' : '--no-shuffle',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Some fifteen hundred answers hold the last practice of nearly everybody; else it is sought in the whole history. */
const RECENT_BYTES = 512 * 1024;

/** What was chosen the last time, however long ago that is. */
export function lastOf({ file, today }: Journal): PracticeChoices | null {
  return lastChoices(file.readRecent(RECENT_BYTES).map(readable), today) ?? lastChoices(practicesIn(file), today);
}

/** All practices with their answers, and what may take these back. */
export const practicesIn = (file: HistoryFile): readonly HistoryEvent[] =>
  file.readWith(['"practice"', '"voided"']).map(readable);

/** What the history keeps of the banks, so that the next practice finds them: those that no id finds by their files. */
export function remembered(
  banks: readonly Bank[],
  found: readonly FoundBank[],
): Pick<PracticeChoices, 'banks' | 'files'> {
  const byPath = banks.flatMap(({ id }, index): [string, string][] => {
    const file = found[index];
    return file?.place === 'path' ? [[id, file.path]] : [];
  });
  return { banks: banks.map(({ id }) => id), files: byId(byPath) };
}

/** The banks of the last time: each where it was, else by its id; one that is gone stops with what to do instead. */
export function banksOfLast(context: Context, { banks, files }: PracticeChoices): readonly FoundBank[] {
  const library = libraryFor(context);
  const { practice } = context.words;
  const all: FoundBank[] = [];
  for (const id of banks) {
    const file = files[id];
    const there = (file === undefined ? null : library.at(file)) ?? library.named(id);
    if (!there)
      throw new UserError('BANK_NOT_FOUND', EXIT.notFound, practice.bankGone(file ?? id), practice.bankGoneHint);
    all.push(there);
  }
  return all;
}
