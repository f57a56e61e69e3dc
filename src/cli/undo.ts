import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import type { Answered, HistoryEvent } from '../core/history/event.ts';
import { withoutVoided } from '../core/history/fold.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { readEvents } from './history.ts';
import { Journal } from './journal.ts';

/** `quiz undo`: the last answer that still counts counts no more, whichever session it was in. */
export async function runUndo(context: Context): Promise<ExitCode> {
  const { history } = context.words;
  const last = lastAnswer(readEvents(context));
  if (!last) {
    context.print(history.nothingToUndo);
    return EXIT.notFound;
  }
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    journal.requireSound();
    journal.append([{ type: 'voided', target: last.id }]);
  } finally {
    journal.close();
  }
  context.print(history.undone(last.item, last.at.slice(0, 16).replace('T', ' ')));
  return EXIT.done;
}

function lastAnswer(events: readonly HistoryEvent[]): Answered | undefined {
  const counted = withoutVoided(events).filter((event): event is Answered => event.type === 'answered');
  return counted.reduce<Answered | undefined>(
    (last, event) => (!last || isLater(event, last) ? event : last),
    undefined,
  );
}

const isLater = (a: Answered, b: Answered): boolean => {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)];
  return first > second || (first === second && a.id > b.id);
};
