import type { Response } from '../../core/grading/mark.ts';
import type { ExamOutcome } from '../../prompts/exam/state.ts';
import { parseChoice, parseCommand, plainQuestion } from '../../prompts/plain.ts';
import type { Line } from '../line-reader.ts';
import { choicePrompt, wantedFor } from '../plain-prompts.ts';
import { placeOf } from './exam-cards.ts';
import { isNothing, shownResponse, typedResponse } from './plain-answer.ts';
import { type Asked, obey } from './plain-commands.ts';

/** What a question came to: where to go on, or how the exam ends. */
export type Move = { readonly to: number } | { readonly end: ExamOutcome };

/** A shorter look at a question is none. */
const SHORTEST_VIEW_MS = 1000;

export interface PlainDesk {
  /** The next line; `late` once the time is up, or these milliseconds of the question's own. */
  readonly next: (ownMs: number) => Promise<Line>;
  /** Told what stands at the question that is not kept yet. */
  readonly stands: (draft: readonly string[] | null) => void;
}

/** One question of a plain exam, from its lines to a move. What was typed of a text is kept however the turn ends. */
export class PlainTurn {
  readonly #asked: Asked;
  readonly #desk: PlainDesk;
  readonly #openedMs: number;
  /** Lines of a text so far. */
  #texts: readonly string[] = [];

  constructor(asked: Asked, desk: PlainDesk) {
    this.#asked = asked;
    this.#desk = desk;
    this.#openedMs = asked.sitting.usedMs;
  }

  async take(withMaterial: boolean): Promise<Move> {
    this.#showQuestion(withMaterial);
    for (;;) {
      this.#say([this.#prompt()]);
      const move = this.#read(await this.#desk.next(this.#ownMs));
      if (move) return move;
    }
  }

  #showQuestion(withMaterial: boolean): void {
    const { context, journal, sitting, index, card } = this.#asked;
    const { words } = context;
    const { saved, flagged, unsure } = placeOf(sitting, index, journal);
    const { screen, plain } = words.exam;
    this.#say(plainQuestion(card, withMaterial, words.ask));
    const marks = [
      saved ? plain.kept(shownResponse(saved, card)) : '',
      flagged ? screen.flagged : '',
      unsure ? screen.unsure : '',
      this.#isLocked ? screen.complaints.locked : '',
    ];
    this.#say(marks.filter(Boolean));
  }

  #prompt(): string {
    const { context, card } = this.#asked;
    const { plain } = context.words;
    if (card.type === 'short') return this.#texts.length === 0 ? plain.answerEssay : '>';
    return card.fields > 0 ? plain.answerBlank(this.#texts.length + 1, card.fields) : choicePrompt(card, context.words);
  }

  #read(line: Line): Move | null {
    if (line.kind === 'late') return this.#isOver ? this.#leave({ end: 'timed-out' }) : this.#runOut();
    if (line.kind === 'end') {
      this.#asked.context.notice(this.#asked.context.words.exam.plain.inputEnded);
      return this.#leave({ end: 'quit' });
    }
    const command = parseCommand(line.text);
    if (command) {
      if (command.name === 'c' && this.#hasText) return this.#dropText();
      const done = obey(command, this.#asked);
      if (!('to' in done) && !('end' in done)) return this.#say(done);
      return this.#leave(done);
    }
    if (line.text.trim() === '' && this.#texts.length === 0) return this.#leave(this.#onward);
    return this.#asked.card.fields === 0 ? this.#choose(line.text) : this.#write(line.text);
  }

  #choose(text: string): Move | null {
    const { context, card } = this.#asked;
    if (this.#isLocked) return this.#refuse();
    const parsed = parseChoice(text, card);
    if (parsed.kind !== 'answer') return this.#say([context.words.plain.notUnderstood(wantedFor(card, context.words))]);
    return isNothing(parsed.response) ? this.#leave(this.#onward) : this.#keep(parsed.response, parsed.guess);
  }

  #write(text: string): Move | null {
    const { card } = this.#asked;
    const isShort = card.type === 'short';
    if (!isShort || text.trim() !== '.') this.#type([...this.#texts, text]);
    const isDone = isShort ? text.trim() === '.' : this.#texts.length === card.fields;
    if (!isDone) return null;
    return this.#hasText ? this.#keep(typedResponse(card, this.#texts), false) : this.#leave(this.#onward);
  }

  #keep(response: Response, guess: boolean): Move {
    const { context, sitting, index, card } = this.#asked;
    if (this.#isLocked) return this.#refuse();
    sitting.save(index, response, guess, this.#spentMs);
    this.#desk.stands(null);
    this.#say([context.words.exam.plain.kept(shownResponse(response, card))]);
    return this.#onward;
  }

  #refuse(): Move {
    this.#say([this.#asked.context.words.exam.screen.complaints.locked]);
    this.#noteTime();
    return this.#onward;
  }

  /** Half a text is an answer too: nobody types it to have it thrown away. */
  #leave(move: Move): Move {
    const { card } = this.#asked;
    if (this.#hasText && !this.#isLocked) this.#keep(typedResponse(card, this.#texts), false);
    else this.#noteTime();
    return move;
  }

  /** The time of the question is used up, and stays so when it is come back to; what stands is the answer. */
  #runOut(): Move {
    const { context, sitting, index, card } = this.#asked;
    if (this.#hasText) sitting.save(index, typedResponse(card, this.#texts), false, this.#spentMs);
    else sitting.viewed(index, this.#spentMs);
    this.#desk.stands(null);
    this.#say([context.words.exam.screen.complaints.locked]);
    return this.#onward;
  }

  #noteTime(): void {
    if (this.#spentMs >= SHORTEST_VIEW_MS) this.#asked.sitting.viewed(this.#asked.index, this.#spentMs);
  }

  #type(texts: readonly string[]): void {
    this.#texts = texts;
    const { card } = this.#asked;
    const response = this.#hasText ? typedResponse(card, texts) : null;
    const draft = response?.kind === 'essay' ? [response.text] : response?.kind === 'texts' ? response.texts : null;
    this.#desk.stands(draft);
  }

  /** What was being typed is cleared first; an answer that was kept before, by the next `:c`. */
  #dropText(): null {
    this.#type([]);
    return this.#say([this.#asked.context.words.exam.plain.cleared]);
  }

  get #onward(): Move {
    return { to: this.#asked.index + 1 };
  }

  get #hasText(): boolean {
    return this.#texts.some((text) => text.trim() !== '');
  }

  get #spentMs(): number {
    return this.#asked.sitting.usedMs - this.#openedMs;
  }

  get #isOver(): boolean {
    return (this.#asked.sitting.leftMs ?? 1) <= 0;
  }

  /** Milliseconds that are left for the question; one whose time is used up already may be looked at. */
  get #ownMs(): number {
    if (this.#isLocked) return Number.POSITIVE_INFINITY;
    const { item, section } = this.#asked.sitting.limitsAt(this.#asked.index, this.#spentMs);
    return Math.min(item ?? Number.POSITIVE_INFINITY, section ?? Number.POSITIVE_INFINITY);
  }

  get #isLocked(): boolean {
    return this.#asked.sitting.isLocked(this.#asked.index, this.#spentMs);
  }

  #say(lines: readonly string[]): null {
    for (const line of lines) this.#asked.context.print(line);
    return null;
  }
}
