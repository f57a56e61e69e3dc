import { examOf } from '../exam/opening.ts';
import type { Entry } from '../history/entry.ts';
import type { HistoryEvent, SessionStarted } from '../history/event.ts';
import { importedReview } from '../history/imported.ts';

/** What of an event says what it belongs to. */
export interface Line {
  readonly entry: Entry;
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly session: string | null;
  readonly target: string | null;
  /** The opening of an exam, or of a practice judged at its end. */
  readonly opensSheet: boolean;
  /** It changes a memory. */
  readonly isReview: boolean;
}

/** One and the same event is looked at for several plans. */
const known = new WeakMap<Entry, Line>();

export function lineOf(entry: Entry): Line {
  const line = known.get(entry) ?? lineIn(entry);
  known.set(entry, line);
  return line;
}

function lineIn(entry: Entry): Line {
  const event = JSON.parse(entry.text) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const type = event.type as string;
  return {
    entry,
    id: entry.id,
    type,
    mode: text(event.mode),
    session: text(event.session),
    target: text(event.target),
    opensSheet: type === 'session-started' && examOf(event as unknown as SessionStarted) !== null,
    isReview: type === 'answered' || importedReview(event as unknown as HistoryEvent) !== null,
  };
}

export const sessionOf = ({ session, id }: Line): string => session ?? id;
