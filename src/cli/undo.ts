import { parseInstant } from '../core/day.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { examOf } from '../core/exam/opening.ts';
import type { Answered, HistoryEvent, Suspended } from '../core/history/event.ts';
import { withoutVoided } from '../core/history/fold.ts';
import { readable } from '../core/history/readable.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { Journal } from './journal.ts';

/**
 * `quiz undo`: the last answer or putting away that still counts counts no more, whichever session it was in; not that of
 * a paper that was handed in.
 */
export async function runUndo(context: Context): Promise<ExitCode> {
  const { history } = context.words;
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    const { events: written, faults } = journal.file.readAll();
    if (faults.length > 0) journal.requireSound();
    const events = written.map(readable);
    const last = lastDeed(events);
    if (!last) {
      const { restoreHint } = context.words.exchange.import;
      const hint = events.some(({ type }) => type === 'imported') ? restoreHint : history.nothingToUndoHint;
      throw new UserError('NOTHING_TO_UNDO', EXIT.notFound, history.nothingToUndo, hint);
    }
    if (last.type === 'answered' && isHandedIn(last.session, events))
      throw new UserError('NOTHING_TO_UNDO', EXIT.notFound, history.handedIn, history.handedInHint);
    // On a clock that was set back it still comes after what it takes back.
    journal.append([{ type: 'voided', target: last.id }], (parseInstant(last.at)?.ms ?? 0) + 1);
    const when = last.at.slice(0, 16).replace('T', ' ');
    context.print(last.type === 'answered' ? history.undone(last.item, when) : history.broughtBack(last.item));
    return EXIT.done;
  } finally {
    journal.close();
  }
}

/** What a paper was marked by stands. */
function isHandedIn(session: string, events: readonly HistoryEvent[]): boolean {
  const started = events.find((event) => event.type === 'session-started' && event.id === session);
  const isPaper = started?.type === 'session-started' && examOf(started) !== null;
  return isPaper && events.some((event) => event.type === 'session-ended' && event.session === session);
}

type Deed = Answered | Suspended;

function lastDeed(events: readonly HistoryEvent[]): Deed | undefined {
  const deeds = withoutVoided(events).filter(
    (event): event is Deed => event.type === 'answered' || (event.type === 'suspended' && event.on),
  );
  return deeds.reduce<Deed | undefined>((last, event) => (!last || isLater(event, last) ? event : last), undefined);
}

function isLater(a: Deed, b: Deed): boolean {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)];
  return first > second || (first === second && a.id > b.id);
}
