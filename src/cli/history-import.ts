import { resolve } from 'node:path';
import type { Bank } from '../core/bank/bank.ts';
import { studyDayOf } from '../core/day.ts';
import { banksSpokenOf, ItemFinder } from '../core/history/import/items.ts';
import { type ImportPlan, planImport } from '../core/history/import/plan.ts';
import { tableRows } from '../core/history/import/table.ts';
import { KnownEvents } from '../core/history/known-events.ts';
import { unite } from '../core/history/unite.ts';
import { safeText } from '../prompts/safe-text.ts';
import { type ImportOutcome, renderImportJson, renderImportPlan } from '../report/import-report.ts';
import { sha256 } from '../store/bank-file.ts';
import type { Replaced } from '../store/replace-history.ts';
import { findBanks, loadAllBanks, loadBanks } from './banks.ts';
import { cardsFor } from './card-map.ts';
import type { Context } from './context.ts';
import { dueChange } from './due-change.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { readTable, type Table } from './import-table.ts';
import { archivedIn, eventsOf, readWhole, reviewsOf, rewrite, type WholeHistory } from './whole-history.ts';

export interface ImportOptions {
  readonly bank?: readonly string[];
  readonly scale?: string;
  readonly map?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `quiz history import FILE.csv`: reviews made elsewhere enter the schedule; 1 where a row could not be read. */
export async function runHistoryImport(context: Context, file: string, options: ImportOptions): Promise<ExitCode> {
  const table = readTable(context, resolve(context.io.cwd, file), options.scale);
  const { banks, chosen } = await banksFor(context, table, options.bank ?? []);
  const whole = readWhole(context);
  const plan = planFor(context, table, { banks, chosen, whole, map: options.map });
  const { name, scale, header } = table;
  const report = { name, plan, scale, unread: header.unread };
  if (!options.json) context.io.output.write(safeText(renderImportPlan(report, context.words.exchange.import)));
  const dryRun = options.dryRun ?? false;
  const done = dryRun || plan.entries.length === 0 ? null : bringIn(context, plan);
  const before = [whole.archived, whole.own];
  const due = await dueChange(context, before, plan.entries.length === 0 ? before : [...before, plan.entries]);
  const changed = done?.changed ?? false;
  const outcome = { ...report, dryRun, changed, backup: done?.backup?.name ?? null, due };
  if (options.json) context.io.output.write(renderImportJson(outcome));
  else tell(context, outcome, done);
  return plan.refused.length > 0 || plan.rows === 0 ? EXIT.faults : EXIT.done;
}

interface Surroundings {
  readonly banks: readonly Bank[];
  readonly chosen: readonly string[];
  readonly whole: WholeHistory;
  readonly map: string | undefined;
}

function planFor(context: Context, table: Table, { banks, chosen, whole, map }: Surroundings): ImportPlan {
  const reviews = reviewsOf(context, eventsOf(whole));
  const known = new Set(reviews.map(({ ref }) => ref));
  const cards = table.header.at.has('card') ? cardsFor(context, map, banks, known) : new Map<string, string>();
  const times = new Map<string, number>();
  for (const { ref, ms } of reviews) times.set(`${ms} ${ref}`, (times.get(`${ms} ${ref}`) ?? 0) + 1);
  const events = new KnownEvents([...whole.own, ...whole.archived]);
  return planImport({
    rows: tableRows(table.text, table.header),
    scale: table.scale,
    items: new ItemFinder({ banks, chosen, known, cards }),
    offsetAt: (ms) => context.io.offsetAt(ms),
    today: studyDayOf(context.io.now()),
    digest: sha256,
    isKnownId: (id) => events.hasId(id),
    reviewsAt: (ref, ms) => times.get(`${ms} ${ref}`) ?? 0,
  });
}

/** What somebody brought in meanwhile is not brought in twice. */
function bringIn(context: Context, { entries }: ImportPlan): Replaced {
  const today = studyDayOf(context.io.now());
  return rewrite(context, 'before-import', (own) => {
    const known = new KnownEvents([...own, ...archivedIn(context)]);
    const fresh = entries.filter(({ id }) => !known.hasId(id));
    return fresh.length === 0 ? null : unite([own, fresh], today).entries;
  });
}

/** Those that the table may speak of, and the ids of those that were named. */
async function banksFor(context: Context, { text, header }: Table, named: readonly string[]) {
  const chosen = named.length > 0 ? await loadBanks(context, await findBanks(context, named)) : [];
  const { banks, faulty } = await loadAllBanks(context, banksSpokenOf(tableRows(text, header), named.length > 0));
  for (const { id } of faulty) context.notice(context.words.home.faultyBank(id));
  const ids = chosen.map(({ id }) => id);
  return { banks: [...chosen, ...banks.filter(({ id }) => !ids.includes(id))], chosen: ids };
}

function tell(context: Context, { plan, dryRun, due }: ImportOutcome, done: Replaced | null): void {
  const { import: words, ...shared } = context.words.exchange;
  if (plan.entries.length === 0 || done?.changed === false)
    return context.print(plan.already > 0 || done ? words.nothingNew : words.nothingReadable);
  if (done) context.print(words.imported(plan.entries.length));
  if (due.before !== null && due.after !== null)
    context.print((dryRun ? words.dueWould : words.due)(due.before, due.after));
  if (dryRun) return context.print(words.wouldImport);
  if (!done?.backup) return context.print(shared.noBackup);
  context.print(shared.backup(done.backup.path));
  context.print(shared.goBack(done.backup.name));
  context.print(words.notByUndo);
}
