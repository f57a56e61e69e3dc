import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { ExamSitting } from '../../src/cli/exam/exam-sitting.ts';
import { questionsByRef } from '../../src/cli/exam/start.ts';
import { Journal } from '../../src/cli/journal.ts';
import { LateScript } from '../../src/cli/late-script.ts';
import type { Item } from '../../src/core/bank/item.ts';
import type { Form } from '../../src/core/exam/form.ts';
import { examStarted } from '../../src/core/exam/opening.ts';
import type { HistoryEvent } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { homeAt } from '../../src/store/home.ts';
import { aBank } from './drill-questions.ts';
import { anOpening } from './exams.ts';

/** A desk with two clocks that can be set, where exams are begun and taken up. */
export class Desk {
  readonly home: string;
  wallMs = Date.parse('2026-11-22T13:00:00Z');
  steadyMs = 0;
  readonly context: Context;
  readonly journal: Journal;

  constructor() {
    const root = mkdtempSync(join(tmpdir(), 'quiz-desk-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    this.home = root;
    this.context = {
      io: { now: () => ({ ms: this.wallMs, offset: 480 }), steadyMs: () => this.steadyMs },
      words: withDetails(messagesFor('zh')),
      home: homeAt(root, {}, '/'),
      notice: () => {},
    } as unknown as Context;
    this.journal = new Journal(this.context, 0.9);
  }

  /** Both clocks go on. */
  pass(ms: number): void {
    this.wallMs += ms;
    this.steadyMs += ms;
  }

  begin(form: Form, items: readonly Item[]): ExamSitting {
    const started = this.journal.append([examStarted(anOpening(form), [])]);
    return this.#sitting(started[0]?.id ?? '', form, items, started, 0);
  }

  /** The same exam at another desk: another run of the program, with these clocks. */
  takenUp(sitting: ExamSitting, items: readonly Item[], usedMs = 0): ExamSitting {
    return this.#sitting(sitting.id, sitting.opening.form, items, this.events, usedMs);
  }

  get events(): readonly HistoryEvent[] {
    return this.journal.file.readAll().events;
  }

  #sitting(
    id: string,
    form: Form,
    items: readonly Item[],
    events: readonly HistoryEvent[],
    usedMs: number,
  ): ExamSitting {
    const opening = anOpening(form);
    const questions = questionsByRef([aBank('b', items)]);
    const parts = { context: this.context, journal: this.journal, opening, questions, script: new LateScript() };
    return new ExamSitting(id, parts, events, usedMs);
  }
}
