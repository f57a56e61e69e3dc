import { ITEM_TYPES } from '../core/bank/item.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { type Page, pagesOf } from '../core/study/pages.ts';
import { lastStudied, scopeOf } from '../core/study/place.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { positionOf } from '../prompts/study/cards.ts';
import type { StudyOutcome } from '../prompts/study/state.ts';
import { loadWidths } from '../prompts/width.ts';
import { checkTopics, loadBanks } from './banks.ts';
import { chooseBanks } from './choose-banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, isInterruption } from './errors.ts';
import { Journal } from './journal.ts';
import { PlainStudy } from './study-plain.ts';
import { StudySitting } from './study-sitting.ts';
import { studyOnTerminal } from './study-terminal.ts';
import { valuesFor } from './values.ts';

export interface StudyOptions {
  readonly bank?: readonly string[];
  readonly topic?: readonly string[];
  readonly type?: readonly string[];
  readonly fromStart?: boolean;
  readonly notes?: boolean;
}

/** Reads before drilling: notes and questions with their answers. Nothing is scored, and the scheduler is not touched. */
export async function runStudy(context: Context, options: StudyOptions): Promise<ExitCode> {
  const values = valuesFor(context.words);
  const topics = options.topic ?? [];
  const types = (options.type ?? []).map((type) => values.oneOf('--type', type, ITEM_TYPES));
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    journal.requireSound();
    const last = lastStudied(journal.progress.places);
    const found = await chooseBanks(context, options.bank ?? [], journal, last);
    const banks = await loadBanks(context, found);
    checkTopics(context, banks, topics);
    const [first, ...others] = pagesOf(banks, { topics, types }, options.notes ?? true);
    if (!first) {
      context.print(context.words.drill.nothingMatches);
      context.print(context.words.drill.nothingMatchesHint);
      return EXIT.done;
    }
    return await read(context, journal, [first, ...others], options.fromStart ?? false, scopeOf(topics, types));
  } finally {
    journal.close();
  }
}

async function read(
  context: Context,
  journal: Journal,
  pages: readonly [Page, ...Page[]],
  fromStart: boolean,
  scope: ReturnType<typeof scopeOf>,
): Promise<ExitCode> {
  const { words } = context;
  const sitting = new StudySitting(journal, pages, scope, fromStart, words);
  context.print(words.study.pages(pages.length));
  // A page is turned within one key press, when nothing can be waited for.
  await loadWidths();
  let outcome: StudyOutcome = 'quit';
  let interrupted = false;
  try {
    outcome = context.interactive
      ? await studyOnTerminal(context, sitting)
      : await new PlainStudy(context, sitting).run();
  } catch (error) {
    if (!isInterruption(error)) throw error;
    interrupted = true;
  }
  if (outcome === 'done') sitting.finished();
  const { current } = sitting;
  const said =
    outcome === 'done'
      ? words.study.done(pages.length)
      : words.study.left(positionOf(current), safeLine(current.topic));
  context.print(said);
  if (journal.file.sawOthers) context.notice(words.history.others);
  return interrupted ? EXIT.interrupted : EXIT.done;
}
