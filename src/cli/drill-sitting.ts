import { type Bank, type BankQuestion, questionsOf } from '../core/bank/bank.ts';
import type { Letter } from '../core/bank/item.ts';
import type { Cause } from '../core/drill/cause.ts';
import type { Queued } from '../core/drill/queue.ts';
import type { Mark, Response } from '../core/grading/mark.ts';
import { DRILL_RULE } from '../core/grading/rule.ts';
import type { Ending, FormEntry, NewEvent } from '../core/history/event.ts';
import { rngOf } from '../core/rng.ts';
import { type AnsweredEvent, type Attempt, markAttempt, noResponse } from '../core/session/answering.ts';
import { presentedOrder } from '../core/session/presentation.ts';
import {
  type Ask,
  answersOf,
  lastDeed,
  replay,
  type Session,
  type SessionEvent,
  step,
} from '../core/session/session.ts';
import { claimSitting } from '../store/sitting-claim.ts';
import type { Journal } from './journal.ts';
import type { LateScript } from './late-script.ts';

export interface SittingPlan {
  /** A drill brings a wrong answer back; a practice asks each question once. */
  readonly mode: 'drill' | 'practice';
  readonly queue: readonly Queued[];
  readonly seed: string;
  readonly shuffle: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly script: LateScript;
  /** Where it was begun before and cut off: its session, claimed for this process, what happened in it, and how long it took. */
  readonly begun?: {
    readonly id: string;
    readonly log: readonly SessionEvent[];
    readonly usedMs: number;
    readonly giveUp: () => void;
  };
}

/** An answer as it stands in the history now. */
export interface Kept {
  readonly id: string;
  readonly attempt: Attempt;
  readonly mark: Mark;
  readonly event: AnsweredEvent;
  /** Why it was wrong, if the learner said so, and the event that says it. */
  readonly cause: { readonly id: string; readonly cause: Cause } | null;
}

/** One drill or practice: the state machine of the core, and the history that each of its events goes to first. */
export class DrillSitting {
  readonly #journal: Journal;
  readonly #plan: SittingPlan;
  readonly #cache: string;
  readonly #questions: Map<string, Queued>;
  #session: Session;
  #id: string | null;
  /** Lets other terminals take the session up. */
  #giveUp: (() => void) | null;

  /** `cache`: the folder in which other terminals see that it is sat here. */
  constructor(journal: Journal, plan: SittingPlan, cache: string) {
    this.#journal = journal;
    this.#cache = cache;
    this.#plan = plan;
    this.#questions = new Map(plan.queue.map((queued) => [queued.question.ref, queued]));
    const opening = { form: [...this.#questions.keys()], repeatWrong: plan.mode === 'drill' };
    this.#session = replay(opening, plan.begun?.log ?? []);
    this.#id = plan.begun?.id ?? null;
    this.#giveUp = plan.begun?.giveUp ?? null;
  }

  /** What is to be asked now; null when all is done. */
  get current(): (Ask & Queued) | null {
    const [ask] = this.#session.pending;
    const queued = ask && this.#questions.get(ask.ref);
    return ask && queued ? { ...ask, ...queued } : null;
  }

  /** To be awaited before a question is asked: what its grading needs is loaded then. */
  ready({ question }: Queued): Promise<void> {
    return this.#plan.script.readyFor(question.question);
  }

  get mode(): SittingPlan['mode'] {
    return this.#plan.mode;
  }

  /** Questions of a bank as it is now, from the next asking on; one that it has no more stays as it was. */
  replace(bank: Bank): void {
    for (const question of questionsOf(bank)) {
      const queued = this.#questions.get(question.ref);
      if (queued) this.#questions.set(question.ref, { ...queued, question });
    }
  }

  get size(): number {
    return this.#plan.queue.length;
  }

  /** How many different questions were answered so far. */
  get seen(): number {
    return new Set(answersOf(this.#session).map(({ ref }) => ref)).size;
  }

  /** Answers that count, in order, those before it was cut off too. */
  get answers(): readonly { readonly question: BankQuestion; readonly right: boolean }[] {
    return answersOf(this.#session).flatMap(({ ref, right }) => {
      const queued = this.#questions.get(ref);
      return queued ? [{ question: queued.question, right }] : [];
    });
  }

  /** Questions of the form that were neither answered nor put away. */
  get unasked(): number {
    const { form } = this.#session.opening;
    const settled = new Set(this.#session.log.flatMap((event) => ('ref' in event ? [event.ref] : [])));
    return form.filter((ref) => !settled.has(ref)).length;
  }

  /** The order of options for this asking: a repeated question is shuffled anew. */
  orderOf(ask: Ask, question: BankQuestion): readonly Letter[] | null {
    return this.#draw(question, ask.repeat);
  }

  /** Grades and keeps an answer. When this returns, it is on the disk. */
  answer(
    ask: Ask & Queued,
    response: Response,
    how: { guess: boolean; expired: boolean; draft?: readonly string[]; ms: number },
  ): Kept {
    const attempt: Attempt = {
      session: '',
      mode: this.#plan.mode,
      question: ask.question,
      order: this.orderOf(ask, ask.question),
      response,
      easy: false,
      overrule: false,
      ...how,
    };
    return this.#keep(attempt, []);
  }

  /** The time for the question ran out: no answer, but what stood there is kept. */
  expire(ask: Ask & Queued, draft: readonly string[], ms: number): Kept {
    return this.answer(ask, noResponse(ask.question.question), { guess: false, expired: true, draft, ms });
  }

  /** The same answer with another word about it: a guess, too easy, counted as right. The earlier one is voided. */
  amend(kept: Kept, what: 'guess' | 'easy' | 'overrule'): Kept {
    const { attempt } = kept;
    const changed = {
      guess: { ...attempt, guess: !attempt.guess, easy: false },
      easy: { ...attempt, easy: !attempt.easy, guess: false },
      overrule: { ...attempt, overrule: !attempt.overrule },
    }[what];
    return this.#keep(changed, [{ type: 'voided', target: kept.id }]);
  }

  /** Why the answer was wrong, kept at once. Given again, it is taken back; another takes its place. */
  giveCause(kept: Kept, cause: Cause): Kept {
    const given = kept.cause;
    const isSame = given?.cause === cause;
    const [written] = this.#journal.append([
      given && isSame
        ? { type: 'voided', target: given.id }
        : { type: 'cause', target: kept.id, item: kept.event.item, cause },
    ]);
    return { ...kept, cause: isSame ? null : { id: written?.id ?? '', cause } };
  }

  /** Takes back the last answer or putting away; the question is asked again. False where there is none. */
  undo(): boolean {
    const last = lastDeed(this.#session);
    if (!last) return false;
    this.#journal.append([{ type: 'voided', target: last.id }]);
    this.#session = step(this.#session, { kind: 'voided', target: last.id });
    return true;
  }

  putAway(ref: string): void {
    const [written] = this.#journal.append([{ type: 'suspended', item: ref, on: true }]);
    this.#session = step(this.#session, { kind: 'put-away', id: written?.id ?? '', ref });
  }

  star(ref: string, on: boolean): void {
    this.#journal.append([{ type: 'starred', item: ref, on }]);
  }

  note(ref: string, text: string): void {
    this.#journal.append([{ type: 'noted', item: ref, text }]);
  }

  /** Closes the sitting. One in which nothing was answered leaves no trace. */
  end(how: Ending): void {
    this.#session = step(this.#session, { kind: 'ended' });
    if (this.#id === null) return;
    this.#journal.append([{ type: 'session-ended', session: this.#id, how }]);
    this.#giveUp?.();
  }

  #keep(attempt: Attempt, first: readonly NewEvent[]): Kept {
    const opening = this.#id === null ? [this.#started()] : [];
    // The opening's id is known only once it is written, so it goes ahead of the first answer.
    const opened = opening.length > 0 ? this.#journal.append(opening)[0] : undefined;
    if (opened) {
      this.#id = opened.id;
      this.#giveUp = claimSitting(this.#cache, opened.id);
    }
    const { mark, event } = markAttempt({ ...attempt, session: this.#id ?? '' }, DRILL_RULE, this.#plan.script.fold);
    const written = this.#journal.append([...first, event]);
    const id = written.at(-1)?.id ?? '';
    for (const voided of first) {
      if (voided.type !== 'voided') continue;
      this.#session = step(this.#session, { kind: 'voided', target: voided.target });
    }
    this.#session = step(this.#session, { kind: 'answered', id, ref: event.item, right: event.right });
    return { id, attempt, mark, event, cause: null };
  }

  #started(): NewEvent {
    const banks = [...new Set(this.#plan.queue.map(({ question }) => question.bank))];
    const form = this.#plan.queue.map(({ question }): FormEntry => {
      const order = this.#draw(question, 0);
      return order ? { item: question.ref, order } : { item: question.ref };
    });
    return {
      type: 'session-started',
      mode: this.#plan.mode,
      banks: banks.map(({ id, revision }) => ({ id, revision })),
      settings: this.#plan.settings,
      seed: this.#plan.seed,
      form,
    };
  }

  /** By the seed alone, so that it can be drawn when it is needed and comes out the same again. */
  #draw(question: BankQuestion, repeat: number): Letter[] | null {
    if (!this.#plan.shuffle)
      return 'options' in question.question
        ? question.question.options.map((_, index) => String.fromCharCode(65 + index))
        : null;
    return presentedOrder(question.question, rngOf(`${this.#plan.seed} ${question.ref} ${repeat}`));
  }
}
