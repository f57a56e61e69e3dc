import { mistakeRefs } from '../core/analysis/mistakes.ts';
import { unsureRefs } from '../core/analysis/unsure.ts';
import type { Bank, BankQuestion } from '../core/bank/bank.ts';
import { questionsOf } from '../core/bank/bank.ts';
import { comesBack } from '../core/drill/memory.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { rngOf } from '../core/rng.ts';
import { choosePractice, type Only, type PracticeChoices, placeOf } from '../core/session/practice.ts';
import { loadWidths } from '../prompts/width.ts';
import { askThrough } from './ask-through.ts';
import { checkTopics, loadBanks } from './banks.ts';
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
import {
  banksOfLast,
  flagsOf,
  isSaying,
  lastOf,
  type PracticeOptions,
  practicesIn,
  remembered,
  saidIn,
} from './practice-choices.ts';

/** A quiz of one's own making; without a word about it, the same as the last time. */
export async function runPractice(context: Context, options: PracticeOptions): Promise<ExitCode> {
  const said = saidIn(context, options);
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    journal.requireSound();
    const last = isSaying(options) ? null : lastOf(journal);
    if (last) context.print(context.words.practice.asLastTime(flagsOf(last)));
    const found = last ? banksOfLast(context, last) : await chooseBanks(context, options.bank ?? [], journal);
    const banks = await loadBanks(context, found);
    const choices = last ?? { ...said, ...remembered(banks, found) };
    checkTopics(context, banks, choices.topics);
    const questions = choosePractice({
      choices,
      questions: banks.flatMap(questionsOf),
      isAskedFor: askedFor(context, journal, choices.only),
      suspended: journal.progress.suspended,
      after: choices.order === 'sequential' ? placeOf(practicesIn(journal.file), choices, journal.today) : [],
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
        return memory !== undefined && (scheduler.isDue(memory, ref, today) || comesBack(memory, today));
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
  const settings = { ...choices };
  const { practice } = context.words;
  if (choices.feedback === 'end') {
    await loadWidths();
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
