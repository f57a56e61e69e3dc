import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { Journal } from '../../src/cli/journal.ts';
import { CAUSES } from '../../src/core/drill/cause.ts';
import { RATINGS } from '../../src/core/drill/rating.ts';
import type { NewEvent } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { homeAt } from '../../src/store/home.ts';

/** A learner at the keyboard: what was written is named by how long ago, since ids are given when it is written. */
type Deed =
  | { readonly kind: 'answer'; readonly sitting: number; readonly item: string; readonly rating: number }
  | { readonly kind: 'void'; readonly back: number }
  | { readonly kind: 'amend'; readonly back: number; readonly rating: number }
  | { readonly kind: 'cause'; readonly back: number; readonly cause: number }
  | { readonly kind: 'wait'; readonly hours: number }
  /** The program is closed and started again, and may take up the exams that it finds. */
  | { readonly kind: 'restart'; readonly takesUp: boolean }
  /** A command looks at what is due. */
  | { readonly kind: 'look' };

type AnswerGiven = Extract<NewEvent, { type: 'answered' }>;

/** What each of the sittings that go on side by side is. */
const SITTINGS = ['drill', 'exam', 'exam', 'practice'] as const;

const rating = fc.nat(RATINGS.length - 1);
const back = fc.nat(5);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      sitting: fc.nat(SITTINGS.length - 1),
      item: fc.constantFrom('b/p', 'b/q'),
      rating,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('void' as const), back }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('amend' as const), back, rating }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('cause' as const), back, cause: fc.nat(CAUSES.length - 1) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(0.001, 1, 9, 50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), takesUp: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' as const }) },
);

/** A home of its own, and a clock that goes when it is told to. */
class Evening {
  readonly home = mkdtempSync(join(tmpdir(), 'quiz-journal-'));
  #ms = Date.parse('2026-11-22T13:00:00Z');
  #journal = this.open();
  readonly #sessions = new Map<number, string>();
  readonly #written: { id: string; event: AnswerGiven | null }[] = [];

  open(): Journal {
    const context = {
      io: { now: () => ({ ms: this.#ms, offset: 480 }) },
      words: withDetails(messagesFor('en')),
      home: homeAt(this.home, {}, '/'),
      notice: () => {},
    } as unknown as Context;
    return new Journal(context, 0.9);
  }

  do(deed: Deed): void {
    switch (deed.kind) {
      case 'answer': {
        return this.#append([answer(this.#sessionOf(deed.sitting), modeOf(deed.sitting), deed.item, deed.rating)]);
      }
      case 'void': {
        const target = this.#written.at(-1 - deed.back);
        if (target) this.#append([{ type: 'voided', target: target.id }]);
        return;
      }
      case 'amend': {
        const target = this.#written.at(-1 - deed.back);
        if (!target?.event) return;
        const { session, mode, item } = target.event;
        return this.#append([{ type: 'voided', target: target.id }, answer(session, mode, item, deed.rating)]);
      }
      case 'cause': {
        const target = this.#written.at(-1 - deed.back);
        const cause = CAUSES[deed.cause] ?? 'unknown';
        if (target?.event) this.#append([{ type: 'cause', target: target.id, item: target.event.item, cause }]);
        return;
      }
      case 'wait':
        this.#ms += deed.hours * 3_600_000;
        return;
      case 'restart':
        this.#journal.close();
        this.#journal = this.open();
        if (deed.takesUp)
          for (const session of this.#sessions.values()) this.#journal.takeUp(session, this.#answeredIn(session));
        return;
      case 'look':
        expect(this.#journal.progress.memories).toEqual(this.refolded());
    }
  }

  /** What a program that knows nothing but the file makes of it. */
  refolded(): unknown {
    rmSync(join(this.home, 'cache'), { recursive: true, force: true });
    const fresh = this.open();
    const { memories } = fresh.progress;
    fresh.file.close();
    return memories;
  }

  end(): void {
    const { memories } = this.#journal.progress;
    expect(memories).toEqual(this.refolded());
    this.#journal.close();
    const next = this.open();
    expect(next.progress.memories).toEqual(memories);
    next.file.close();
    rmSync(this.home, { recursive: true, force: true });
  }

  #sessionOf(sitting: number): string {
    const known = this.#sessions.get(sitting);
    if (known) return known;
    const [started] = this.#journal.append([
      { type: 'session-started', mode: modeOf(sitting), banks: [], settings: {}, seed: '', form: [] },
    ]);
    this.#sessions.set(sitting, started?.id ?? '');
    return started?.id ?? '';
  }

  #answeredIn(session: string): string[] {
    return this.#written.flatMap(({ event }) => (event?.session === session ? [event.item] : []));
  }

  #append(events: readonly NewEvent[]): void {
    this.#journal.append(events).forEach(({ id }, index) => {
      const event = events[index];
      this.#written.push({ id, event: event?.type === 'answered' ? event : null });
    });
  }
}

const modeOf = (sitting: number): (typeof SITTINGS)[number] => SITTINGS[sitting] ?? 'drill';

const answer = (session: string, mode: AnswerGiven['mode'], item: string, worth: number): AnswerGiven =>
  ({ type: 'answered', session, mode, item, right: worth > 0, rating: RATINGS[worth] }) as unknown as AnswerGiven;

test('what the journal knows while it runs is what folding the file again gives, whatever was answered and taken back', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), (deeds) => {
      const evening = new Evening();
      for (const each of deeds) evening.do(each);
      evening.end();
    }),
    { numRuns: 200 },
  );
});
