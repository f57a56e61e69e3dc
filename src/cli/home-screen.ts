import { countDue } from '../core/analysis/due.ts';
import { listSessions } from '../core/analysis/sessions.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { loadAllBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { eventsIn } from './history.ts';
import { Journal } from './journal.ts';

/** `quiz` alone: what is due, the last results, what to do next. */
export async function runHome(context: Context): Promise<ExitCode> {
  const { home, modes } = context.words;
  const journal = new Journal(context, DEFAULT_RETENTION);
  const { banks, faulty } = await loadAllBanks(context);
  const sessions = listSessions(eventsIn(journal.file, context));
  const due = banks.map((bank) => ({
    bank,
    count: countDue(bank, journal.progress, journal.scheduler, journal.today),
  }));
  context.print(home.title);
  context.print('');
  for (const { bank, count } of due) context.print(home.due(`${bank.id} ${bank.title}`, count.today, count.fresh));
  for (const { id } of faulty) context.print(home.faultyBank(id));
  context.print('');
  if (sessions.length === 0) context.print(home.nothingYet);
  else {
    context.print(home.lastSessions);
    for (const row of sessions.slice(0, 3))
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
