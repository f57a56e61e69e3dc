import { bankOfRef } from '../core/analysis/counted.ts';
import { studyDayOf } from '../core/day.ts';
import { cardIds } from '../core/history/card-ids.ts';
import { type RevlogRow, revlogRows } from '../core/history/revlog.ts';
import { unite } from '../core/history/unite.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { renderCardMap, renderRevlog } from '../report/revlog.ts';
import { sha256 } from '../store/bank-file.ts';
import { verifiedHistory } from '../store/own-history.ts';
import { findBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { checkOutputs, writeOutput } from './output-file.ts';
import { valuesFor } from './values.ts';
import { eventsOf, readWhole, reviewsOf } from './whole-history.ts';

export interface HistoryExportOptions {
  readonly ankiRevlog?: boolean;
  readonly output?: string;
  readonly map?: string;
  readonly force?: boolean;
  readonly since?: string;
  readonly until?: string;
  readonly bank?: readonly string[];
}

/** `quiz history export`: the whole history as one document, old events that were put away among it, or the log of its reviews for the tools of FSRS. */
export async function runHistoryExport(context: Context, options: HistoryExportOptions): Promise<ExitCode> {
  return options.ankiRevlog ? exportRevlog(context, options) : exportHistory(context, options);
}

function exportHistory(context: Context, options: HistoryExportOptions): ExitCode {
  const { export: words } = context.words.exchange;
  const stray = (['since', 'until', 'bank', 'map'] as const).find((name) => options[name] !== undefined);
  if (stray) throw new UserError('WRONG_USE', EXIT.usage, words.onlyRevlog(`--${stray}`), words.onlyRevlogHint);
  checkOutputs(context, [options.output], { force: options.force, isHistory: true });
  const { own, archive, archived } = readWhole(context);
  const { entries } = unite([archived, own], studyDayOf(context.io.now()));
  writeOutput(context, options.output, verifiedHistory(entries, [...archived, ...own]), options.force);
  context.notice(words.events(entries.length));
  return archive.some(({ unreadable }) => unreadable.length > 0) ? EXIT.faults : EXIT.done;
}

async function exportRevlog(context: Context, options: HistoryExportOptions): Promise<ExitCode> {
  const { export: words } = context.words.exchange;
  const values = valuesFor(context.words);
  const since = values.day('--since', options.since) ?? Number.NEGATIVE_INFINITY;
  const until = values.day('--until', options.until) ?? Number.POSITIVE_INFINITY;
  if (since > until) values.refuse('--until', options.until ?? '', `≥ ${options.since}`);
  checkOutputs(context, [options.output, options.map], { force: options.force, isHistory: false });
  const events = eventsOf(readWhole(context));
  const durations = new Map(events.map((event) => [event.id, 'ms' in event ? Number(event.ms) : 0]));
  const all = revlogRows(reviewsOf(context, events), (id) => durations.get(id) || 0);
  const banks = await banksNamed(context, options.bank ?? [], all);
  const rows = all.filter(({ ref, on }) => on >= since && on <= until && (!banks || banks.has(bankOfRef(ref))));
  const cards = cardIds(new Set(rows.map(({ ref }) => ref)), sha256);
  writeOutput(context, options.output, renderRevlog(rows, cards), options.force);
  if (options.map !== undefined) writeOutput(context, options.map, renderCardMap(rows, cards), options.force);
  context.notice(words.reviews(rows.length, cards.of.size));
  for (const ref of cards.moved) context.notice(words.moved(safeLine(ref)));
  const headless = new Set(rows.map(({ ref }) => ref)).size - rows.filter(({ state }) => state === 0).length;
  if (headless > 0) context.notice(words.headless(headless));
  return EXIT.done;
}

/** Ids of the banks that were named; of one that is gone, what the history has of it can still be named. Null for all. */
async function banksNamed(
  context: Context,
  named: readonly string[],
  rows: readonly RevlogRow[],
): Promise<ReadonlySet<string> | null> {
  if (named.length === 0) return null;
  const known = new Set(rows.map(({ ref }) => bankOfRef(ref)));
  const ids = new Set<string>();
  for (const token of named) {
    if (known.has(token)) ids.add(token);
    else for (const { id } of await findBanks(context, [token])) ids.add(id);
  }
  return ids;
}
