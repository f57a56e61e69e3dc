import { mistakeRefs } from '../core/analysis/mistakes.ts';
import { unsureRefs } from '../core/analysis/unsure.ts';
import type { Bank, BankQuestion } from '../core/bank/bank.ts';
import { questionsOf } from '../core/bank/bank.ts';
import { ITEM_TYPES } from '../core/bank/item.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import { rngOf } from '../core/rng.ts';
import {
  choosePractice,
  FEEDBACKS,
  lastChoices,
  ONLY,
  type Only,
  ORDERS,
  type PracticeChoices,
  placeOf,
} from '../core/session/practice.ts';
import { askThrough } from './ask-through.ts';
import { checkTopics, findBanks, loadBanks } from './banks.ts';
import { chooseBanks } from './choose-banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { beginSitting } from './exam/exam.ts';
import { PlainExam } from './exam/exam-plain.ts';
import { practiceForm } from './exam/practice-form.ts';
import { eventsIn } from './history.ts';
import { Journal } from './journal.ts';
import { LateScript } from './late-script.ts';
import { bookOf } from './mistakes.ts';
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

/** A quiz of one's own making; without a word about it, the same as the last time. */
export async function runPractice(context: Context, options: PracticeOptions): Promise<ExitCode> {
  const said = saidIn(context, options);
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    journal.requireSound();
    const { seed: _, shuffle, ...rest } = options;
    const isNew = shuffle === false || Object.keys(rest).length > 0;
    const last = isNew ? null : lastChoices(recentEvents(context, journal));
    const found = last ? await findBanks(context, last.banks) : await chooseBanks(context, options.bank ?? [], journal);
    const banks = await loadBanks(context, found);
    const choices = last ?? { ...said, banks: banks.map(({ id }) => id) };
    if (last) context.print(context.words.practice.asLastTime);
    checkTopics(context, banks, choices.topics);
    const questions = choosePractice({
      choices,
      questions: banks.flatMap(questionsOf),
      isAskedFor: askedFor(context, journal, choices.only),
      suspended: journal.progress.suspended,
      after: choices.order === 'sequential' ? placeOf(eventsIn(journal.file, context), choices) : null,
      rng: rngOf(options.seed ?? chance()),
    });
    if (questions.length > 0) return await practise(context, journal, banks, questions, choices, options.seed);
    context.print(context.words.drill.nothingMatches);
    context.print(context.words.practice.nothingHint);
    return EXIT.done;
  } finally {
    journal.close();
  }
}

const chance = (): string => Math.floor(Math.random() * 2 ** 32).toString(16);

function saidIn(context: Context, options: PracticeOptions): Omit<PracticeChoices, 'banks'> {
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

/** Some fifteen hundred answers hold the last practice of nearly everybody; else the whole history is read. */
const RECENT_BYTES = 512 * 1024;

function recentEvents(context: Context, journal: Journal): readonly HistoryEvent[] {
  const recent = journal.file.readRecent(RECENT_BYTES);
  return lastChoices(recent) ? recent : eventsIn(journal.file, context);
}

function askedFor(context: Context, journal: Journal, only: Only | null): (ref: string) => boolean {
  const { progress, scheduler, today } = journal;
  const among = (refs: Iterable<string>): ((ref: string) => boolean) => {
    const known = new Set(refs);
    return (ref) => known.has(ref);
  };
  switch (only) {
    case null:
      return () => true;
    case 'unseen':
      return (ref) => !progress.memories.has(ref);
    case 'starred':
      return among(progress.starred);
    case 'wrong':
      return among(mistakeRefs(bookOf(journal, context)));
    case 'unsure':
      return among(unsureRefs(eventsIn(journal.file, context)));
    case 'due':
      return (ref) => {
        const memory = progress.memories.get(ref);
        return memory !== undefined && scheduler.isDue(memory, ref, today);
      };
  }
}

async function practise(
  context: Context,
  journal: Journal,
  banks: readonly Bank[],
  questions: readonly BankQuestion[],
  choices: PracticeChoices,
  saidSeed: string | undefined,
): Promise<ExitCode> {
  const seed = saidSeed ?? chance();
  const { banks: _, ...settings } = choices;
  const { practice } = context.words;
  if (choices.feedback === 'end') {
    const used = banks.filter((bank) => questions.some((question) => question.bank === bank));
    const opening = practiceForm(questions, choices, seed, practice.title, new Set(journal.progress.memories.keys()));
    const plain = context.interactive ? null : new PlainExam(context, journal, []);
    return beginSitting(context, journal, opening, used, { plain, more: settings });
  }
  context.print(practice.start(questions.length));
  const plan = {
    mode: 'practice',
    queue: questions.map((question) => ({ question, because: 'chosen' as const })),
    seed,
    shuffle: choices.shuffle,
    settings,
    script: new LateScript(),
  } as const;
  return askThrough(context, journal, plan, choices);
}
