import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { QuestionCard } from '../../src/prompts/ask/cards.ts';
import { sheetRow } from '../../src/prompts/exam/sheet-view.ts';
import { type ExamEffect, type ExamStart, type ExamState, openExam, type Place } from '../../src/prompts/exam/state.ts';
import { type ExamRules, step } from '../../src/prompts/exam/step.ts';
import { type ExamLook, settle, type TimeLeft, view } from '../../src/prompts/exam/view.ts';
import { themeFor } from '../../src/prompts/theme.ts';
import { keysIn } from './keys.ts';

export const aPlaceOnSheet = (fields: Partial<Place> = {}): Place => ({
  saved: null,
  unsure: false,
  flagged: false,
  starred: false,
  note: '',
  ...fields,
});

/** Letters that are kept at a place. */
export const keptLetters = (letters: string, fields: Partial<Place> = {}): Place =>
  aPlaceOnSheet({ saved: { kind: 'letters', letters: [...letters] }, ...fields });

/** A screen of an exam of some cards, played with keys. */
export class ExamPlay {
  readonly cards: readonly QuestionCard[];
  readonly locked = new Set<number>();
  look: ExamLook;
  state: ExamState;
  /** What was wanted done so far, in order. */
  effects: ExamEffect[] = [];

  constructor(cards: readonly QuestionCard[], start: Partial<ExamStart> = {}) {
    this.cards = cards;
    const places = start.places ?? cards.map(() => aPlaceOnSheet());
    const base = { places, index: 0, draft: null, now: 0, columns: 80, rows: 24, ...start };
    this.state = openExam(base, this.#card(base.index));
    this.look = lookOf(cards);
  }

  /** Presses keys at this many milliseconds on the exam's clock. */
  press(keys: string, now = this.state.now): this {
    for (const key of keysIn(keys)) this.#step({ ...this.state, now }, { kind: 'key', key });
    return this;
  }

  tick(now: number, over = false): this {
    this.#step(this.state, { kind: 'tick', now, over });
    return this;
  }

  resize(columns: number, rows: number): this {
    this.#step(this.state, { kind: 'resize', columns, rows });
    return this;
  }

  /** What the last steps wanted done, which is then forgotten. */
  done(): ExamEffect[] {
    const { effects } = this;
    this.effects = [];
    return effects;
  }

  #step(state: ExamState, event: Parameters<typeof step>[1]): void {
    const rules: ExamRules = {
      card: (index) => this.#card(index),
      isLocked: (index) => this.locked.has(index),
      sheetRow,
    };
    const stepped = step(state, event, rules);
    this.effects.push(...stepped.effects);
    this.state = settle(stepped.state, this.look, state);
  }

  #card(index: number): QuestionCard {
    const card = this.cards[index];
    if (!card) throw new Error(`No card ${index}.`);
    return card;
  }
}

const REST: TimeLeft = { exam: 5_400_000, section: null, item: null };

export function lookOf(
  cards: readonly QuestionCard[],
  {
    language = 'zh',
    color = false,
    left = REST,
    due = 1,
    sections = [{ from: 0, title: '单项选择题' }],
  }: Partial<{
    language: 'zh' | 'en';
    color: boolean;
    left: TimeLeft;
    due: number | null;
    sections: ExamLook['sections'];
  }> = {},
): ExamLook {
  const words = withDetails(messagesFor(language));
  return {
    theme: themeFor(color),
    words: { ...words.exam.screen, ask: words.ask },
    card: (index) => cards[index] as QuestionCard,
    left: () => left,
    due: () => due,
    sections,
  };
}

/** The screen as it stands on so large a terminal; `▏` is the terminal's caret. */
export function screenOf(play: ExamPlay, columns = 80, rows = 24): string {
  if (play.state.columns !== columns || play.state.rows !== rows) play.resize(columns, rows);
  const { above, below } = view(play.state, play.look);
  return `${above}▏${below === '' ? '' : `\n${below}`}`.replace(/[ \t]+$/gm, '');
}
