import { countedAnswers } from '../core/analysis/counted.ts';
import { countDue } from '../core/analysis/due.ts';
import { listSessions, type SessionRow } from '../core/analysis/sessions.ts';
import type { Bank } from '../core/bank/bank.ts';
import type { Day } from '../core/day.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { usedTime } from '../core/exam/exam-clock.ts';
import type { Answered, HistoryEvent } from '../core/history/event.ts';
import { readable } from '../core/history/readable.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { ExamBeats } from '../store/exam-beat.ts';
import { loadAllBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { shortId } from './exam/exam-sitting.ts';
import { type KnownExam, knownExam } from './exam/known.ts';
import { eventsIn } from './history.ts';
import { Journal } from './journal.ts';

/** Some fifteen hundred answers: enough for today and the last sessions, whatever the length of the history. */
const RECENT_BYTES = 512 * 1024;

/** `quiz` alone: what is due, the last results, what to do next. */
export async function runHome(context: Context): Promise<ExitCode> {
  const { home, modes } = context.words;
  const journal = new Journal(context, DEFAULT_RETENTION);
  const { banks, faulty } = await loadAllBanks(context);
  journal.tellDamage();
  const events = journal.file.readRecent(RECENT_BYTES).map(readable);
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
  for (const line of unfinishedLines(context, journal, events)) context.print(line);
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
          // What a sheet came to so far is nobody's business until it is handed in.
          row.isOpen ? null : row.right,
        ),
      );
  }
  // What is due goes first; for somebody new it is the largest bank in the language of the screen.
  const speaks = (bank: Bank): number => Number(bank.language.startsWith(context.words.language));
  const [first] = [...due].sort(
    (a, b) =>
      b.count.today - a.count.today || speaks(b.bank) - speaks(a.bank) || b.bank.items.length - a.bank.items.length,
  );
  const next =
    journal.progress.unfinished.size > 0 ? 'quiz exam --resume' : first && `quiz drill --bank ${first.bank.id}`;
  if (next) context.print(`\n${home.next(next)}`);
  context.print(home.more);
  journal.close();
  return EXIT.done;
}

/** Exams to be gone on with, with the time that is left. */
function unfinishedLines(context: Context, journal: Journal, events: readonly HistoryEvent[]): string[] {
  const { home, exam } = context.words;
  let whole: readonly HistoryEvent[] | null = null;
  // One that was left long ago is worth reading all of the history for.
  const knownAnywhere = (id: string): KnownExam | null => {
    const known = knownExam(events, id);
    if (known) return known;
    whole ??= eventsIn(journal.file, context);
    return knownExam(whole, id);
  };
  return [...journal.progress.unfinished].map(([id, title]) => {
    const known = knownAnywhere(id);
    const left = known ? timeLeft(context, known) : null;
    return home.unfinished(safeLine(title), left === null ? null : exam.minutes(left), shortId(id));
  });
}

function timeLeft(context: Context, { id, opening, events }: KnownExam): number | null {
  const { limitMinutes, strict } = opening.settings;
  if (limitMinutes === null) return null;
  const used = usedTime(events, strict);
  const beat = new ExamBeats(context.home.cache, id).read();
  const awayMs = strict ? Math.max(0, context.io.now().ms - used.lastMs) : 0;
  return Math.max(0, limitMinutes * 60_000 - Math.max(used.usedMs + awayMs, beat?.usedMs ?? 0));
}

/** Those whose beginning is in sight: of another only a part would be counted. */
function latestSessions(events: readonly HistoryEvent[]): SessionRow[] {
  const begun = new Set(events.filter(({ type }) => type === 'session-started').map(({ id }) => id));
  return listSessions(events)
    .filter(({ id }) => begun.has(id))
    .slice(0, 3);
}

const answeredOn = (events: readonly HistoryEvent[], today: Day): Answered[] =>
  countedAnswers(events).flatMap(({ event, on }) => (on === today ? [event] : []));
