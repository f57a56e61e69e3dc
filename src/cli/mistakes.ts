import { bankOfRef } from '../core/analysis/counted.ts';
import { listMistakes, type MistakeFilter, type MistakeList } from '../core/analysis/mistake-list.ts';
import { type Mistake, mistakesOf } from '../core/analysis/mistakes.ts';
import { type Bank, questionsOf } from '../core/bank/bank.ts';
import type { ItemType } from '../core/bank/item.ts';
import { ITEM_TYPES } from '../core/bank/item.ts';
import type { Day } from '../core/day.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { loadWidths, truncate, widthOf } from '../prompts/width.ts';
import { wrap } from '../prompts/wrap.ts';
import { renderMistakes } from '../report/mistakes.ts';
import { renderMistakesJson } from '../report/mistakes-json.ts';
import type { FoundBank } from '../store/bank-library.ts';
import { checkTopics, findBanks, libraryFor, loadAllBanks, loadBanks } from './banks.ts';
import { causeFrom } from './cause-words.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { eventsIn } from './history.ts';
import { Journal } from './journal.ts';
import { practiseNow } from './practise-now.ts';
import { valuesFor } from './values.ts';

export interface MistakesOptions {
  readonly bank?: readonly string[];
  readonly topic?: readonly string[];
  readonly type?: readonly string[];
  readonly cause?: readonly string[];
  readonly since?: string;
  readonly limit?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly practice?: boolean;
}

/** `quiz mistakes`: the wrong-answer book. */
export async function runMistakes(context: Context, options: MistakesOptions): Promise<ExitCode> {
  const values = valuesFor(context.words);
  const named = options.bank ?? [];
  const topics = options.topic ?? [];
  const types = (options.type ?? []).map((type): ItemType => values.oneOf('--type', type, ITEM_TYPES));
  const causes = (options.cause ?? []).map((word) => causeFrom('--cause', word, context));
  const since = values.day('--since', options.since) ?? null;
  const limit = values.wholeNumber('--limit', options.limit, 1, 9999);
  const { errors } = context.words;
  if (options.practice && options.json)
    throw new UserError('WRONG_USE', EXIT.usage, errors.notTogether('--practice', '--json'), errors.notTogetherHint);
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    const mistakes = bookOf(journal, context);
    const list = await listed(context, mistakes, { named, topics, types, causes, since, limit, left: options.all });
    if (options.practice) return await practiseListed(context, journal, list, mistakes.length);
    await show(context, list, mistakes.length, options.json ? journal.today : null);
    return EXIT.done;
  } finally {
    journal.close();
  }
}

interface Wanted extends Omit<MistakeFilter, 'banks' | 'left'> {
  readonly named: readonly string[];
  readonly left: boolean | undefined;
}

async function listed(
  context: Context,
  mistakes: readonly Mistake[],
  { named, left = false, ...wanted }: Wanted,
): Promise<MistakeList> {
  const { banks, ids } = await banksFor(context, named, mistakes);
  checkTopics(context, banks, wanted.topics);
  const questions = new Map(banks.flatMap(questionsOf).map((question) => [question.ref, question]));
  return listMistakes(mistakes, questions, { ...wanted, banks: ids, left });
}

/** `today` where a program reads it. */
async function show(context: Context, list: MistakeList, inAll: number, today: Day | null): Promise<void> {
  if (today !== null) context.io.output.write(renderMistakesJson(list, today));
  else if (inAll === 0) context.print(context.words.mistakes.none);
  else {
    await loadWidths();
    const columns = Math.max(LEAST_COLUMNS, (context.io.output.columns || 80) - 1);
    context.show(renderMistakes(list, context.words.mistakes, { columns, widthOf, truncate, wrap }));
  }
}

/** `--practice`: what the list would show, asked now, in its order. */
async function practiseListed(context: Context, journal: Journal, list: MistakeList, inAll: number): Promise<ExitCode> {
  journal.requireSound();
  const questions = list.entries.flatMap(({ ref, question }) =>
    question && !journal.progress.suspended.has(ref) ? [question] : [],
  );
  if (questions.length > 0) return practiseNow(context, journal, questions, 'mistakes');
  context.print(inAll === 0 ? context.words.mistakes.none : context.words.drill.nothingMatches);
  return EXIT.done;
}

const LEAST_COLUMNS = 24;

/** The whole book of a learner, in its order. */
export function bookOf(journal: Journal, context: Context): Mistake[] {
  const { progress, scheduler } = journal;
  return mistakesOf({ events: eventsIn(journal.file, context), memories: progress.memories, scheduler });
}

/** The banks at hand, and the ids that were asked for: a bank that is gone can still be named by what the book has of it. */
async function banksFor(
  context: Context,
  named: readonly string[],
  mistakes: readonly Mistake[],
): Promise<{ banks: readonly Bank[]; ids: readonly string[] }> {
  if (named.length === 0) {
    const { banks, faulty } = await loadAllBanks(context);
    for (const { id } of faulty) context.notice(context.words.home.faultyBank(id));
    return { banks, ids: [] };
  }
  const known = new Set(mistakes.map(({ ref }) => bankOfRef(ref)));
  const library = libraryFor(context);
  const gone: string[] = [];
  const found: FoundBank[] = [];
  for (const token of named) {
    const { kind } = await library.search([token]);
    if (kind === 'unknown' && known.has(token)) gone.push(token);
    else found.push(...(await findBanks(context, [token])));
  }
  const once = [...new Map(found.map((bank) => [bank.path, bank])).values()];
  const banks = await loadBanks(context, once);
  return { banks, ids: [...banks.map(({ id }) => id), ...gone] };
}
