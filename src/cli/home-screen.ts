import { countDue } from '../core/analysis/due.ts';
import { listSessions, type SessionRow } from '../core/analysis/sessions.ts';
import { type Day, parseInstant, studyDayOf } from '../core/day.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import type { Answered, HistoryEvent } from '../core/history/event.ts';
import { withoutVoided } from '../core/history/fold.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { loadAllBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { Journal } from './journal.ts';

/** Some fifteen hundred answers: enough for today and the last sessions, whatever the length of the history. */
const RECENT_BYTES = 512 * 1024;

/** `quiz` alone: what is due, the last results, what to do next. */
export async function runHome(context: Context): Promise<ExitCode> {
  const { home, modes } = context.words;
  const journal = new Journal(context, DEFAULT_RETENTION);
  const { banks, faulty } = await loadAllBanks(context);
  journal.tellDamage();
  const events = journal.file.readRecent(RECENT_BYTES);
  const sessions = latestSessions(events);
  const due = banks.map((bank) => ({
    bank,
    count: countDue(bank, journal.progress, journal.scheduler, journal.today),
  }));
  context.print(home.title);
  context.print('');
  for (const { bank, count } of due)
    context.print(home.due(safeLine(`${bank.id} ${bank.title}`), count.today, count.fresh));
  for (const { id } of faulty) context.print(home.faultyBank(safeLine(id)));
  context.print('');
  const today = answeredOn(events, journal.today);
  if (today.length > 0) context.print(home.answeredToday(today.length, today.filter(({ right }) => right).length));
  if (journal.progress.memories.size === 0) context.print(home.nothingYet);
  if (sessions.length > 0) {
    context.print(home.lastSessions);
    for (const row of sessions)
      context.print(
        home.session(
          row.startedAt?.slice(0, 16).replace('T', ' ') ?? '',
          modes[row.mode ?? 'drill'],
          row.answered,
          row.right,
        ),
      );
  }
  const first = [...due].sort((a, b) => b.count.today - a.count.today)[0];
  if (first) context.print(`\n${home.next(`quiz drill --bank ${first.bank.id}`)}`);
  context.print(home.more);
  journal.close();
  return EXIT.done;
}

/** Those whose beginning is in sight: of another only a part would be counted. */
function latestSessions(events: readonly HistoryEvent[]): SessionRow[] {
  const begun = new Set(events.filter(({ type }) => type === 'session-started').map(({ id }) => id));
  return listSessions(events)
    .filter(({ id }) => begun.has(id))
    .slice(0, 3);
}

function answeredOn(events: readonly HistoryEvent[], today: Day): Answered[] {
  const counted = withoutVoided(events).filter((event): event is Answered => event.type === 'answered');
  return counted.filter(({ at }) => {
    const instant = parseInstant(at);
    return instant !== null && studyDayOf(instant) === today;
  });
}
