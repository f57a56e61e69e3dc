import type { Cause } from '../drill/cause.ts';
import { examOf } from '../exam/opening.ts';
import { scoreForm } from '../exam/score.ts';
import { causesOf } from '../history/causes.ts';
import type { Answered, Ending, HistoryEvent, Mode, SessionStarted } from '../history/event.ts';
import { inTimeOrder } from '../history/event-times.ts';
import { withoutVoided } from '../history/fold.ts';
import { bankOfRef, type CountedAnswer, compare, standingAnswers } from './counted.ts';
import { openSheets } from './open-sheets.ts';
import { groupBy, type Tally, tallyOf } from './tally.ts';

/** One sitting and what its counted answers came to. */
export interface SessionRow extends Tally {
  readonly id: string;
  /** Enough of the id to name this session and no other. */
  readonly shortId: string;
  readonly mode: Mode;
  /** As recorded; the first answer's time where the session's own beginning is not in the history. */
  readonly startedAt: string;
  /** Null while it is unfinished. */
  readonly ended: Ending | null;
  readonly banks: readonly string[];
  /** Questions of its form, answered or not; null where the session's beginning is not in the history. */
  readonly asked: number | null;
  /** On a sheet that is not handed in: what it came to so far is not to be shown. */
  readonly isOpen: boolean;
}

/** An answer as it was given, also when it no longer counts. */
export interface AnswerRow
  extends Pick<
    Answered,
    'id' | 'at' | 'item' | 'response' | 'right' | 'marks' | 'of' | 'rule' | 'rating' | 'ms' | 'guess'
  > {
  readonly overrule: boolean;
  /** The time for it ran out. */
  readonly expired: boolean;
  /** Taken back. */
  readonly voided: boolean;
  /** Changed later in the same exam. A voided answer is never also replaced. */
  readonly replaced: boolean;
  /** Why it was wrong, where the learner said so. */
  readonly cause: Cause | null;
}

export interface SessionStory {
  readonly session: SessionRow;
  /** In order of time. */
  readonly answers: readonly AnswerRow[];
}

/** Every session, newest first; one without an answer has its row too. */
export function listSessions(events: readonly HistoryEvent[]): SessionRow[] {
  return scoredRows(events, standingAnswers(events));
}

/** The rows as their papers are marked: blanks and the floors of sections count, and so does a question nobody came to. */
function scoredRows(events: readonly HistoryEvent[], answers: readonly CountedAnswer[]): SessionRow[] {
  const started = new Map<string, SessionStarted>();
  for (const event of events) if (event.type === 'session-started') started.set(event.id, event);
  const answersOf = groupBy(answers, ({ event }) => event.session);
  return sessionRows(events, answers).map((row) => {
    const opening = started.get(row.id);
    const exam = opening && examOf(opening);
    if (!exam) return row;
    const last = new Map((answersOf.get(row.id) ?? []).map(({ event }) => [event.item, event]));
    const { items, marks, of } = scoreForm(exam.form, (ref) => last.get(ref) ?? null);
    const right = items.filter(({ outcome }) => outcome === 'right').length;
    const shareRight = items.length === 0 ? null : right / items.length;
    return { ...row, right, shareRight, markHundredths: marks, ofHundredths: of };
  });
}

/** The rows of all sessions, newest first, tallied over the answers given. */
export function sessionRows(events: readonly HistoryEvent[], answers: readonly CountedAnswer[]): SessionRow[] {
  const live = withoutVoided(events);
  const sessions = openingsOf(live);
  const short = shortestIds([...sessions.keys()]);
  const answersOf = groupBy(answers, ({ event }) => event.session);
  const isOpen = openSheets(live);
  const rows = [...sessions].map(([id, { started, first, ended, banks }]): SessionRow => {
    const from = started ?? first;
    return {
      id,
      shortId: id.slice(0, short),
      mode: from.mode,
      startedAt: from.at,
      ended,
      banks: started ? started.banks.map((bank) => bank.id) : [...banks],
      asked: started ? started.form.length : null,
      isOpen: isOpen(id, from.mode),
      ...tallyOf(answersOf.get(id) ?? []),
    };
  });
  return rows.reverse();
}

/** What is known of a session beside its answers. It begins with its own event, or else with its first answer. */
type Opening = {
  ended: Ending | null;
  readonly banks: Set<string>;
} & ({ readonly started: SessionStarted; readonly first: null } | { readonly started: null; readonly first: Answered });

/** By id, in order of their beginning. The last ending holds: an exam that was left may be taken up again. `live`: events that still count. */
function openingsOf(live: readonly HistoryEvent[]): Map<string, Opening> {
  const sessions = new Map<string, Opening>();
  for (const { event } of inTimeOrder(live)) {
    if (event.type === 'session-started') {
      const known = sessions.get(event.id);
      sessions.set(event.id, { banks: new Set(), ended: known?.ended ?? null, started: event, first: null });
    } else if (event.type === 'answered') {
      const session = sessions.get(event.session) ?? { banks: new Set(), ended: null, started: null, first: event };
      sessions.set(event.session, session);
      session.banks.add(bankOfRef(event.item));
    } else if (event.type === 'session-ended') {
      const session = sessions.get(event.session);
      if (session) session.ended = event.how;
    }
  }
  return sessions;
}

/** Length at which the beginnings of all ids differ; never under eight, which people recognise. */
function shortestIds(ids: readonly string[]): number {
  const sorted = [...ids].sort(compare);
  return sorted.reduce((length, id, index) => Math.max(length, sharedLength(id, sorted[index + 1] ?? '') + 1), 8);
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The session with this id, or the only one whose id begins so; null for none and for several. */
export function showSession(events: readonly HistoryEvent[], idOrPrefix: string): SessionStory | null {
  const counted = standingAnswers(events);
  const [session, ...others] = matching(scoredRows(events, counted), idOrPrefix);
  if (!session || others.length > 0) return null;
  const live = new Set(withoutVoided(events).map(({ id }) => id));
  const counting = new Set(counted.map(({ event }) => event.id));
  const causes = causesOf(events);
  const answers = inTimeOrder(events).flatMap(({ event }): AnswerRow[] => {
    if (event.type !== 'answered' || event.session !== session.id) return [];
    const voided = !live.has(event.id);
    const replaced = !voided && !counting.has(event.id);
    return [{ ...answerRow(event), voided, replaced, cause: causes.get(event.id) ?? null }];
  });
  return { session, answers };
}

/** The ids that a beginning could mean, newest first: several where `showSession` finds none of them the only one. */
export function sessionsNamed(events: readonly HistoryEvent[], idOrPrefix: string): string[] {
  return matching(sessionRows(events, []), idOrPrefix).map(({ id }) => id);
}

function matching(rows: readonly SessionRow[], idOrPrefix: string): SessionRow[] {
  if (idOrPrefix === '') return [];
  const exact = rows.filter(({ id }) => id === idOrPrefix);
  return exact.length > 0 ? exact : rows.filter(({ id }) => id.startsWith(idOrPrefix));
}

function answerRow(event: Answered): Omit<AnswerRow, 'voided' | 'replaced' | 'cause'> {
  const { id, at, item, response, right, marks, of, rule, rating, ms, guess } = event;
  const { overrule = false, expired = false } = event;
  return { id, at, item, response, right, marks, of, rule, rating, ms, guess, overrule, expired };
}
