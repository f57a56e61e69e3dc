import type { BankQuestion } from '../../core/bank/bank.ts';
import { parseInstant } from '../../core/day.ts';
import { ExamClock } from '../../core/exam/exam-clock.ts';
import { type FormItem, ruleOf } from '../../core/exam/form.ts';
import type { ExamOpening } from '../../core/exam/opening.ts';
import { answerAt, entryOf, foldSheet, type Sheet, stepSheet } from '../../core/exam/sheet.ts';
import type { Response } from '../../core/grading/mark.ts';
import { suggestCovered } from '../../core/grading/short.ts';
import type { Ending, HistoryEvent, NewEvent } from '../../core/history/event.ts';
import { markAttempt } from '../../core/session/answering.ts';
import { ExamBeats } from '../../store/exam-beat.ts';
import type { Context } from '../context.ts';
import type { Journal } from '../journal.ts';
import type { LateScript } from '../late-script.ts';

export interface ExamParts {
  readonly context: Context;
  readonly journal: Journal;
  readonly opening: ExamOpening;
  readonly questions: ReadonlyMap<string, BankQuestion>;
  readonly script: LateScript;
}

/** One exam under way: its sheet, its clock, and the history that everything goes to before it is shown. */
export class ExamSitting {
  readonly id: string;
  readonly opening: ExamOpening;
  readonly questions: ReadonlyMap<string, BankQuestion>;
  readonly beats: ExamBeats;
  readonly #parts: ExamParts;
  readonly #clock: ExamClock;
  #sheet: Sheet;
  /** When the latest event of the exam was written: what follows it must not be dated before it. */
  #lastMs: number;

  /** `usedMs`: time used up before. */
  constructor(id: string, parts: ExamParts, events: readonly HistoryEvent[], usedMs: number) {
    const { context, opening, questions } = parts;
    this.id = id;
    this.opening = opening;
    this.questions = questions;
    this.beats = new ExamBeats(context.home.cache, id);
    this.#parts = parts;
    this.#clock = new ExamClock(usedMs, context.io.now(), context.io.steadyMs());
    this.#sheet = foldSheet(events);
    this.#lastMs = events.reduce((last, { at }) => Math.max(last, parseInstant(at)?.ms ?? 0), 0);
    if (events.length > 0)
      parts.journal.takeUp(
        id,
        events.flatMap((event) => (event.type === 'answered' ? [event.item] : [])),
      );
  }

  get sheet(): Sheet {
    return this.#sheet;
  }

  get fold(): LateScript['fold'] {
    return this.#parts.script.fold;
  }

  get items(): readonly FormItem[] {
    return this.opening.form.items;
  }

  itemAt(index: number): FormItem {
    return this.items[index] as FormItem;
  }

  /** Null where the bank has the question no more. */
  questionAt(index: number): BankQuestion | null {
    return this.questions.get(this.itemAt(index).ref) ?? null;
  }

  get limitMs(): number | null {
    const { limitMinutes } = this.opening.settings;
    return limitMinutes === null ? null : limitMinutes * 60_000;
  }

  get usedMs(): number {
    return this.#clock.read(this.#parts.context.io.now(), this.#parts.context.io.steadyMs());
  }

  get leftMs(): number | null {
    return this.limitMs === null ? null : this.limitMs - this.usedMs;
  }

  /** Time left for the section of a question and for itself, `sinceMs` after it came on the screen. */
  limitsAt(index: number, sinceMs: number): { section: number | null; item: number | null } {
    const own = this.itemAt(index);
    const section = this.opening.form.sections[own.section];
    const spent = (ref: string): number => entryOf(this.#sheet, ref).spentMs;
    const inSection = this.items.filter(({ section }) => section === own.section);
    const { limitMinutes = null, perItemSeconds = null } = section ?? {};
    return {
      section:
        limitMinutes === null
          ? null
          : limitMinutes * 60_000 - sinceMs - inSection.reduce((sum, { ref }) => sum + spent(ref), 0),
      item: perItemSeconds === null ? null : perItemSeconds * 1000 - sinceMs - spent(own.ref),
    };
  }

  isLocked(index: number, sinceMs: number): boolean {
    const { section, item } = this.limitsAt(index, sinceMs);
    return this.questionAt(index) === null || (section !== null && section <= 0) || (item !== null && item <= 0);
  }

  /** An answer to a short question is marked by its keywords until the learner confirms its key points. */
  save(index: number, response: Response, unsure: boolean, ms: number): void {
    const asked = this.questionAt(index)?.question;
    const isEssay = response.kind === 'essay' && asked?.type === 'short';
    const marked = isEssay ? { ...response, covered: suggestCovered(asked, response.text) } : response;
    this.#append([this.#answered(index, marked, unsure, ms)]);
  }

  /** Key points as the learner confirms them after the paper was handed in; the answer itself stays what it was. */
  remark(index: number, response: Response): void {
    const guess = answerAt(this.#sheet, this.itemAt(index).ref)?.guess ?? false;
    this.#append([{ ...this.#answered(index, response, guess, 0), remarked: true }]);
  }

  /** Takes every answer to the question back; the time stays spent. */
  clear(index: number, ms: number): void {
    const { ref } = this.itemAt(index);
    const voids = entryOf(this.#sheet, ref).answers.map(({ id }): NewEvent => ({ type: 'voided', target: id }));
    this.#append([...voids, this.#viewed(ref, ms)]);
  }

  viewed(index: number, ms: number): void {
    this.#append([this.#viewed(this.itemAt(index).ref, ms)]);
  }

  flag(index: number, on: boolean): void {
    this.#append([{ type: 'flagged', session: this.id, item: this.itemAt(index).ref, on }]);
  }

  star(index: number, on: boolean): void {
    this.#append([{ type: 'starred', item: this.itemAt(index).ref, on }]);
  }

  note(index: number, text: string): void {
    this.#append([{ type: 'noted', item: this.itemAt(index).ref, text }]);
  }

  pause(): void {
    this.#append([{ type: 'paused', session: this.id, usedMs: Math.round(this.usedMs) }]);
  }

  /** How long nobody sat it goes on record before anything else. */
  resume(awayMs: number): void {
    this.#append([{ type: 'resumed', session: this.id, usedMs: Math.round(this.usedMs), awayMs }]);
  }

  /** Ends it; the time used up in all, as it is recorded. */
  end(how: Ending): number {
    const usedMs = Math.round(Math.min(this.usedMs, this.limitMs ?? Number.POSITIVE_INFINITY));
    this.#append([{ type: 'session-ended', session: this.id, how, usedMs }]);
    this.beats.remove();
    return usedMs;
  }

  #viewed(item: string, ms: number): NewEvent {
    return { type: 'viewed', session: this.id, item, ms: Math.round(ms) };
  }

  #answered(index: number, response: Response, guess: boolean, ms: number): Extract<NewEvent, { type: 'answered' }> {
    const item = this.itemAt(index);
    const question = this.questionAt(index);
    if (!question) throw new Error(`"${item.ref}" is not in its bank any more, and cannot be answered.`);
    const attempt = {
      session: this.id,
      mode: this.opening.settings.mode,
      question,
      order: item.order,
      response,
      guess,
      easy: false,
      overrule: false,
      expired: false,
      ms,
    } as const;
    return markAttempt(attempt, ruleOf(this.opening.form, item), this.#parts.script.fold).event;
  }

  #append(events: readonly NewEvent[]): void {
    // A millisecond later: ids of another run of the program do not tell which of two events came first.
    for (const event of this.#parts.journal.append(events, this.#lastMs + 1)) {
      this.#sheet = stepSheet(this.#sheet, event);
      this.#lastMs = Math.max(this.#lastMs, parseInstant(event.at)?.ms ?? 0);
    }
  }
}

/** Enough of an id to type: its time to the millisecond. */
export const shortId = (id: string): string => id.slice(0, 13);
