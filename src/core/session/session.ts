import { MOST_MISSES } from '../drill/memory.ts';

/**
 * One sitting as a value: what is still to be asked and what was answered. The same machine runs drill, exam and practice;
 * a sitting is rebuilt by stepping through its events again, and undone by leaving one out.
 */
export interface Session {
  readonly opening: Opening;
  readonly log: readonly SessionEvent[];
  /** What is to be asked, the head first. */
  readonly pending: readonly Ask[];
  readonly status: 'open' | 'ended';
}

export interface Opening {
  /** Refs of the form, in order. */
  readonly form: readonly string[];
  /** A drill brings a wrong item back; an exam does not. */
  readonly repeatWrong: boolean;
}

export interface Ask {
  readonly ref: string;
  /** How often it was asked in this sitting before. */
  readonly repeat: number;
}

export type SessionEvent =
  | { readonly kind: 'answered'; readonly id: string; readonly ref: string; readonly right: boolean }
  | { readonly kind: 'voided'; readonly target: string }
  | { readonly kind: 'put-away'; readonly id: string; readonly ref: string }
  | { readonly kind: 'ended' };

/** A wrong item comes back after this many others; at once it would only test the short-term memory. */
export const OTHERS_BETWEEN = 4;

/** Each further time it waits longer, so that five hard questions do not go round for ever. */
const FURTHER_EACH_TIME = 3;

export function openSession(opening: Opening): Session {
  return { opening, log: [], pending: opening.form.map((ref) => ({ ref, repeat: 0 })), status: 'open' };
}

/** The sitting after one more event. */
export function step(session: Session, event: SessionEvent): Session {
  if (event.kind === 'voided')
    return replay(
      session.opening,
      session.log.filter((past) => !isTarget(past, event.target)),
    );
  const log = [...session.log, event];
  switch (event.kind) {
    case 'answered':
      return { ...session, log, pending: afterAnswer(session, event) };
    case 'put-away':
      return { ...session, log, pending: session.pending.filter((ask) => ask.ref !== event.ref) };
    case 'ended':
      return { ...session, log, pending: [], status: 'ended' };
  }
}

/** A sitting rebuilt from its events. */
export function replay(opening: Opening, log: readonly SessionEvent[]): Session {
  return log.reduce(step, openSession(opening));
}

const isTarget = (event: SessionEvent, target: string): boolean => 'id' in event && event.id === target;

function afterAnswer(session: Session, event: Extract<SessionEvent, { kind: 'answered' }>): Ask[] {
  const index = session.pending.findIndex((ask) => ask.ref === event.ref);
  if (index < 0) return [...session.pending];
  const asked = session.pending[index] as Ask;
  const rest = session.pending.filter((_, i) => i !== index);
  if (event.right || !session.opening.repeatWrong) return rest;
  if (asked.repeat + 1 === MOST_MISSES) return rest;
  let place = Math.min(rest.length, OTHERS_BETWEEN + FURTHER_EACH_TIME * asked.repeat);
  // The parts of a case are asked one after the other; nothing comes between them.
  while (place < rest.length && isSameCase(rest[place - 1], rest[place])) place++;
  rest.splice(place, 0, { ref: asked.ref, repeat: asked.repeat + 1 });
  return rest;
}

/** `bank/case#1` and `bank/case#2`. */
function isSameCase(one: Ask | undefined, other: Ask | undefined): boolean {
  const caseOf = (ask: Ask | undefined): string | undefined => ask?.ref.split('#')[0];
  return one?.ref.includes('#') === true && caseOf(one) === caseOf(other);
}

/** The last thing that was done to a question: what an undo takes back. */
export function lastDeed(session: Session): Extract<SessionEvent, { kind: 'answered' | 'put-away' }> | undefined {
  return session.log.findLast((event) => event.kind === 'answered' || event.kind === 'put-away');
}

/** What was answered and still counts, in order. */
export function answersOf(session: Session): Extract<SessionEvent, { kind: 'answered' }>[] {
  return session.log.filter((event) => event.kind === 'answered');
}
