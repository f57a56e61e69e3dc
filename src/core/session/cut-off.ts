import type { Answered, HistoryEvent, SessionStarted } from '../history/event.ts';
import { inTimeOrder, type TimedEvent } from '../history/event-times.ts';
import { withoutVoided } from '../history/voided.ts';
import type { SessionEvent } from './session.ts';

/** A sitting that nobody ended: the program was killed, the power failed, the window was closed. */
export interface CutOff {
  readonly started: SessionStarted;
  /** What its state machine is stepped through to stand where it stood. */
  readonly log: readonly SessionEvent[];
  /** From its first question to its last answer. */
  readonly usedMs: number;
}

/**
 * The sitting of this id, of events among which all stand that belong to it, take something back, or put a question
 * away. Null where its beginning is not among them, and where it was ended.
 */
export function cutOffSitting(events: readonly HistoryEvent[], id: string): CutOff | null {
  const standing = inTimeOrder(withoutVoided(events));
  const from = standing.findIndex(({ event }) => event.id === id);
  const started = standing[from]?.event;
  if (started?.type !== 'session-started') return null;
  const since = standing.slice(from).filter(({ event }) => belongsTo(started, event));
  if (since.some(({ event }) => event.type === 'session-ended')) return null;
  return { started, log: logOf(since), usedMs: usedIn(since) };
}

function belongsTo({ id, form }: SessionStarted, event: HistoryEvent): boolean {
  if (event.type === 'suspended') return form.some(({ item }) => item === event.item);
  return 'session' in event && event.session === id;
}

function logOf(events: readonly TimedEvent[]): SessionEvent[] {
  const log: SessionEvent[] = [];
  for (const { event } of events) {
    if (event.type === 'answered') log.push({ kind: 'answered', id: event.id, ref: event.item, right: event.right });
    if (event.type !== 'suspended') continue;
    const { id, item: ref } = event;
    if (event.on) log.push({ kind: 'put-away', id, ref });
    // Taken out again: asked again.
    else log.splice(0, log.length, ...log.filter((past) => past.kind !== 'put-away' || past.ref !== ref));
  }
  return log;
}

/** Its beginning is written with its first answer, which took some time before that. */
function usedIn(events: readonly TimedEvent[]): number {
  const answers = events.filter((each): each is TimedEvent & { event: Answered } => each.event.type === 'answered');
  const [first, last] = [answers[0], answers.at(-1)];
  return first && last ? Math.max(0, first.event.ms + last.ms - first.ms) : 0;
}
