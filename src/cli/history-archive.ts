import { type Day, formatDay, studyDayOf } from '../core/day.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { jsonText } from '../report/json-text.ts';
import type { Archived, ArchiveOutlook } from '../store/archive-history.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { shortPath } from './faults.ts';
import { goAhead } from './go-ahead.ts';
import { openedHistory } from './opened-history.ts';
import { valuesFor } from './values.ts';

export interface ArchiveOptions {
  readonly before?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly yes?: boolean;
}

/** `quiz history archive --before DAY`: old events go into a file of their own, where they count as before. */
export async function runHistoryArchive(context: Context, options: ArchiveOptions): Promise<ExitCode> {
  const before = dayBefore(context, options.before);
  const { home, io, words } = context;
  mendTail(context);
  const { Archiver } = await import('../store/archive-history.ts');
  const { history, archive, backups } = home;
  const archiver = new Archiver(history, { before, archive, backups, now: io.now() });
  const outlook = archiver.outlook();
  const isIdle = outlook.plan.leaving.length === 0;
  if (!options.json) showPlan(context, outlook, before);
  const isMeant = !isIdle && !options.dryRun;
  const done = isMeant && (await isWanted(context, options)) ? archiver.carryOut() : null;
  if (options.json) context.print(jsonText(documentOf(context, before, outlook, done)));
  else if (done) tell(context, done);
  else if (!isIdle) context.print(options.dryRun ? words.archive.dryRun : words.archive.declined);
  return EXIT.done;
}

function dayBefore(context: Context, said: string | undefined): Day {
  const { archive } = context.words;
  const today = studyDayOf(context.io.now());
  const values = valuesFor(context.words);
  const before = values.day('--before', said);
  if (before === undefined) {
    const hint = archive.beforeMissingHint(formatDay(today - A_YEAR));
    throw new UserError('WRONG_USE', EXIT.usage, archive.beforeMissing, hint);
  }
  return before > today ? values.refuse('--before', said ?? '', `≤ ${formatDay(today)}`) : before;
}

const A_YEAR = 365;

/** What an append left that was cut short is cut off and kept aside, as by every command. */
function mendTail(context: Context): void {
  const file = openedHistory(context);
  if (file.repaired) context.notice(context.words.history.torn(file.repaired.bytes, file.repaired.keptIn));
  file.close();
}

const isWanted = (context: Context, { yes = false, json = false }: ArchiveOptions): Promise<boolean> => {
  const { question, needsYes: message, needsYesHint: hint } = context.words.archive;
  return goAhead(context, { yes, quiet: json, question, lacking: { message, hint } });
};

function showPlan(context: Context, outlook: ArchiveOutlook, before: Day): void {
  const { archive: words } = context.words;
  const { plan, history, archive } = outlook;
  const { leaving, fresh, staying } = plan;
  const span = spanOf(outlook);
  if (!span) context.print(words.nothing(formatDay(before)));
  else {
    context.print(words.plan(leaving.length, span.from, span.until));
    context.print(safeLine(words.into(shortPath(outlook.file, context.io.cwd), archive.before > 0)));
    if (fresh.length < leaving.length) context.print(words.already(leaving.length - fresh.length));
    context.print(words.sizes([history.before, history.after], [archive.before, archive.after]));
  }
  for (const [why, events] of staying) context.print(words.staying[why](events));
  if (span) context.print(words.counted);
}

function tell(context: Context, { plan, file, left, backup }: Archived): void {
  const { archive, exchange } = context.words;
  context.print(archive.done(left));
  if (left < plan.leaving.length) context.print(archive.lagging(plan.leaving.length - left));
  if (!backup) return;
  context.print(safeLine(exchange.backup(backup.path)));
  context.print(safeLine(archive.goBack(shortPath(file, context.io.cwd))));
}

/** The days of what is put away. */
function spanOf({ plan }: ArchiveOutlook): { readonly from: string; readonly until: string } | null {
  const [first, ...others] = plan.leaving.map(({ at }) => studyDayOf(at));
  if (first === undefined) return null;
  const reach = { from: first, until: first };
  for (const day of others) {
    reach.from = Math.min(reach.from, day);
    reach.until = Math.max(reach.until, day);
  }
  return { from: formatDay(reach.from), until: formatDay(reach.until) };
}

/** For programs. What was done is null where nothing was. */
function documentOf(context: Context, before: Day, outlook: ArchiveOutlook, done: Archived | null) {
  const { plan, file, history, archive } = outlook;
  const { open = 0, straddling = 0, future = 0, disputed = 0 } = Object.fromEntries(plan.staying);
  return {
    before: formatDay(before),
    events: plan.leaving.length,
    alreadyArchived: plan.leaving.length - plan.fresh.length,
    days: spanOf(outlook),
    staying: { open, straddling, future, disputed },
    history: { path: context.home.history, bytesBefore: history.before, bytesAfter: history.after },
    archive: { path: file, bytesBefore: archive.before, bytesAfter: archive.after },
    done: done && { left: done.left, backup: done.backup?.name ?? null },
  };
}
