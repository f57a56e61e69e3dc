import { type Bank, questionsOf } from '../core/bank/bank.ts';
import type { Queued } from '../core/drill/queue.ts';
import { type CutOff, cutOffSitting } from '../core/session/cut-off.ts';
import { answersOf, replay } from '../core/session/session.ts';
import { claimSitting } from '../store/sitting-claim.ts';
import type { Context } from './context.ts';
import type { Journal } from './journal.ts';

/** What `quiz drill` was told, as its first event would say it. */
export interface Asked {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Null where chance is left to choose it. */
  readonly seed: string | null;
}

/**
 * The last drill of today on this device that was told the same and that nobody ended, because the program was killed or
 * the power failed: it is gone on with, so that what was missed comes back as it would have. One in another terminal that is open
 * is left alone. One of which nothing is left to ask, or no time, is ended here.
 */
export function cutOffDrill(context: Context, journal: Journal, banks: readonly Bank[], asked: Asked): Begun | null {
  const { cache } = context.home;
  for (const [id, day] of [...journal.progress.openDrills].reverse()) {
    if (day !== journal.today) continue;
    const sitting = cutOffSitting(journal.file.readWith([id, '"suspended"', '"voided"']), id);
    if (!sitting || !isTheSame(sitting, asked, journal.device)) continue;
    const giveUp = claimSitting(cache, id);
    if (!giveUp) continue;
    const begun = { ...begunOf(sitting, banks, journal), giveUp };
    const limitMs = typeof asked.settings.limitMinutes === 'number' ? asked.settings.limitMinutes * 60_000 : null;
    const isOver = limitMs !== null && sitting.usedMs >= limitMs;
    if (begun.left > 0 && !isOver) return begun;
    journal.append([{ type: 'session-ended', session: id, how: begun.left > 0 ? 'timed-out' : 'submitted' }]);
    giveUp();
  }
  return null;
}

export interface Begun extends CutOff {
  readonly id: string;
  readonly giveUp: () => void;
  readonly queue: readonly Queued[];
  readonly answered: number;
  /** Questions that are still to be asked, those that come back among them. */
  readonly left: number;
}

function isTheSame({ started }: CutOff, { settings, seed }: Asked, device: string): boolean {
  if (started.mode !== 'drill' || started.device !== device) return false;
  if (seed !== null && seed !== started.seed) return false;
  return JSON.stringify(sorted(started.settings)) === JSON.stringify(sorted(settings));
}

const sorted = (settings: object): [string, unknown][] => Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));

/** Questions that the banks have no more are left out. */
function begunOf(sitting: CutOff, banks: readonly Bank[], journal: Journal): Omit<Begun, 'giveUp'> {
  const questions = new Map(banks.flatMap(questionsOf).map((question) => [question.ref, question]));
  const queue = sitting.started.form.flatMap(({ item }): Queued[] => {
    const question = questions.get(item);
    return question ? [{ question, because: becauseOf(item, journal) }] : [];
  });
  const opening = { form: queue.map(({ question }) => question.ref), repeatWrong: true };
  const session = replay(opening, sitting.log);
  return {
    ...sitting,
    id: sitting.started.id,
    queue,
    answered: answersOf(session).length,
    left: session.pending.length,
  };
}

/** As the plan would have said it, before those that were answered today were. */
function becauseOf(ref: string, { progress, scheduler, today }: Journal): Queued['because'] {
  const memory = progress.memories.get(ref);
  if (!memory || memory.firstOn === today) return 'new';
  return memory.reviewedOn === today || scheduler.isDue(memory, ref, today) ? 'due' : 'ahead';
}
