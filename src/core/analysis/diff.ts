import { examOf } from '../exam/opening.ts';
import { type SectionScore, scoreForm } from '../exam/score.ts';
import { hundredthsOf } from '../grading/mark.ts';
import type { Answered, HistoryEvent, SessionStarted } from '../history/event.ts';
import { withoutVoided } from '../history/fold.ts';
import { standingAnswers } from './counted.ts';
import { type SessionRow, showSession } from './sessions.ts';

export type Outcome = 'right' | 'partial' | 'wrong' | 'blank';

/** Two sittings side by side. Marks are hundredths of a point. */
export interface SessionDiff {
  readonly before: SideOfDiff;
  readonly after: SideOfDiff;
  /** Questions of both, in the order of the later form. */
  readonly items: readonly ItemDiff[];
  /** Questions that only one of them asked. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** Sections of the same title, where both are papers. */
  readonly sections: readonly SectionDiff[];
}

export interface SideOfDiff extends Marks {
  readonly session: SessionRow;
}

export interface ItemDiff {
  readonly ref: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

export interface SectionDiff {
  readonly title: string;
  readonly before: Marks;
  readonly after: Marks;
}

interface Marks {
  readonly marks: number;
  readonly of: number;
}

/** What changed from one sitting to another; null where either is not to be found, or named by several. */
export function diffSessions(events: readonly HistoryEvent[], before: string, after: string): SessionDiff | null {
  const sides = [sideOf(events, before), sideOf(events, after)] as const;
  const [one, two] = sides;
  if (!one || !two) return null;
  const shared = [...two.outcomes.keys()].filter((ref) => one.outcomes.has(ref));
  return {
    before: one.side,
    after: two.side,
    items: shared.map((ref) => ({
      ref,
      before: one.outcomes.get(ref) as Outcome,
      after: two.outcomes.get(ref) as Outcome,
    })),
    onlyBefore: [...one.outcomes.keys()].filter((ref) => !two.outcomes.has(ref)),
    onlyAfter: [...two.outcomes.keys()].filter((ref) => !one.outcomes.has(ref)),
    sections: [...two.sections].flatMap(([title, marks]): SectionDiff[] => {
      const earlier = one.sections.get(title);
      return earlier === undefined ? [] : [{ title, before: earlier, after: marks }];
    }),
  };
}

interface Side {
  readonly side: SideOfDiff;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly sections: ReadonlyMap<string, Marks>;
}

function sideOf(events: readonly HistoryEvent[], named: string): Side | null {
  const session = showSession(events, named)?.session;
  if (!session) return null;
  const answers = standingAnswers(events).flatMap(({ event }) => (event.session === session.id ? [event] : []));
  const started = withoutVoided(events).find(
    (event): event is SessionStarted => event.type === 'session-started' && event.id === session.id,
  );
  const exam = started && examOf(started);
  const last = new Map(answers.map((answer) => [answer.item, answer]));
  if (!exam) {
    const marks = answers.reduce((sum, answer) => sum + hundredthsOf(answer.marks), 0);
    const of = answers.reduce((sum, answer) => sum + hundredthsOf(answer.of), 0);
    const outcomes = new Map([...last].map(([ref, answer]) => [ref, outcomeOf(answer)]));
    return { side: { session, marks, of }, outcomes, sections: new Map() };
  }
  const score = scoreForm(exam.form, (ref) => last.get(ref) ?? null);
  return {
    side: { session, marks: score.marks, of: score.of },
    outcomes: new Map(score.items.map(({ item, outcome }) => [item.ref, outcome])),
    sections: byTitle(score.sections),
  };
}

/** Two sections that are called the same are one to whoever reads of them. */
function byTitle(sections: readonly SectionScore[]): Map<string, Marks> {
  const sums = new Map<string, Marks>();
  for (const { section, marks, of } of sections) {
    const sum = sums.get(section.title) ?? { marks: 0, of: 0 };
    sums.set(section.title, { marks: sum.marks + marks, of: sum.of + of });
  }
  return sums;
}

function outcomeOf(answer: Answered): Outcome {
  if (answer.right) return 'right';
  if (answer.response.length === 0) return 'blank';
  return answer.marks > 0 ? 'partial' : 'wrong';
}
