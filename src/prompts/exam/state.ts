import type { Response } from '../../core/grading/mark.ts';
import type { QuestionCard } from '../ask/cards.ts';
import { openingPhase, type Phase } from '../ask/state.ts';
import { textField, textOfField } from '../text-field.ts';

/** Everything that the screen of an exam shows, as a value: `step` makes the next one, `view` draws it. */
export interface ExamState {
  readonly at: 'question' | 'sheet' | 'submitting' | 'noting';
  /** The question on the screen, from 0. */
  readonly index: number;
  readonly draft: Draft;
  /** In typed questions keys type; Escape gives them back to commands. */
  readonly isTyping: boolean;
  /** What stands at the question is not kept yet. */
  readonly isDirty: boolean;
  readonly unsure: boolean;
  /** The answer sheet, a place for each question. */
  readonly places: readonly Place[];
  /** On the sheet. */
  readonly cursor: number;
  /** Digits typed on the sheet: the number of a question. */
  readonly digits: string;
  /** When the question came on the screen, or its answer was kept. */
  readonly openedAt: number;
  /** Lines that the question, or its material, is scrolled by. */
  readonly scroll: number;
  readonly complaint: ExamComplaint | null;
  readonly note: NoteField | null;
  readonly now: number;
  readonly columns: number;
  readonly rows: number;
}

/** What is picked or typed at a question. */
export type Draft = Extract<Phase, { at: 'choosing' | 'typing' | 'writing' }>;

export interface NoteField {
  readonly field: ReturnType<typeof textField>;
}

export type ExamComplaint = 'not-complete' | 'locked' | 'no-such-question' | 'nothing-to-clear';

/** A place on the sheet, as it is kept. */
export interface Place {
  readonly saved: Response | null;
  readonly unsure: boolean;
  readonly flagged: boolean;
  readonly starred: boolean;
  readonly note: string;
}

/** What the screen wants done, in this order, before anything new is shown. */
export type ExamEffect =
  | {
      readonly kind: 'save';
      readonly index: number;
      readonly response: Response;
      readonly unsure: boolean;
      readonly ms: number;
    }
  | { readonly kind: 'clear'; readonly index: number; readonly ms: number }
  | { readonly kind: 'viewed'; readonly index: number; readonly ms: number }
  | { readonly kind: 'flag'; readonly index: number; readonly on: boolean }
  | { readonly kind: 'star'; readonly index: number; readonly on: boolean }
  | { readonly kind: 'note'; readonly index: number; readonly text: string }
  | { readonly kind: 'leave'; readonly how: ExamOutcome };

export type ExamOutcome = 'submitted' | 'timed-out' | 'quit';

export interface ExamStepped {
  readonly state: ExamState;
  readonly effects: readonly ExamEffect[];
}

export interface ExamStart {
  readonly places: readonly Place[];
  readonly index: number;
  /** What stood at that question when the exam was cut off. */
  readonly draft: readonly string[] | null;
  readonly now: number;
  readonly columns: number;
  readonly rows: number;
}

export function openExam(start: ExamStart, card: QuestionCard): ExamState {
  const { places, index, now, columns, rows } = start;
  const opened = atQuestion(
    {
      at: 'question',
      index,
      draft: draftOf(card, null),
      isTyping: false,
      isDirty: false,
      unsure: false,
      places,
      cursor: index,
      digits: '',
      openedAt: now,
      scroll: 0,
      complaint: null,
      note: null,
      now,
      columns,
      rows,
    },
    index,
    card,
    now,
  );
  if (start.draft === null) return opened;
  const draft = draftFrom(card, start.draft);
  // Of a question that is another by now nothing may be left, and that is not the learner's wish to clear it.
  const isLost = responseOf(draft, card) === null && start.draft.some((text) => text !== '');
  return isLost ? opened : { ...opened, draft, isDirty: true };
}

/** The screen at a question, with what is kept of it. */
export function atQuestion(state: ExamState, index: number, card: QuestionCard, now: number): ExamState {
  const place = state.places[index];
  return {
    ...state,
    at: 'question',
    index,
    cursor: index,
    digits: '',
    draft: draftOf(card, place?.saved ?? null),
    isTyping: card.fields > 0,
    isDirty: false,
    unsure: place?.unsure ?? false,
    openedAt: now,
    scroll: 0,
    complaint: null,
    note: null,
  };
}

function draftOf(card: QuestionCard, saved: Response | null): Draft {
  switch (saved?.kind) {
    case 'letters':
      return draftFrom(card, saved.letters);
    case 'truth':
      return draftFrom(card, saved.value === null ? [] : [saved.value ? 'A' : 'B']);
    case 'texts':
      return draftFrom(card, saved.texts);
    case 'essay':
      return draftFrom(card, [saved.text]);
    default:
      return openingPhase(card) as Draft;
  }
}

/** A draft from the texts that it comes to. */
export function draftFrom(card: QuestionCard, texts: readonly string[]): Draft {
  const empty = openingPhase(card) as Draft;
  switch (empty.at) {
    case 'choosing':
      // The bank may have been edited since: what is no option any more is no pick.
      return { ...empty, picked: texts.filter((text) => card.options.some(({ letter }) => letter === text)) };
    case 'typing':
      return { ...empty, fields: empty.fields.map((_, field) => textField(texts[field] ?? '')) };
    case 'writing': {
      const lines = (texts[0] ?? '').split('\n');
      return { ...empty, lines: lines.slice(0, -1), line: textField(lines.at(-1) ?? '') };
    }
  }
}

/** The answer that some texts of a draft come to; null where nothing is left of them. */
export const responseFrom = (card: QuestionCard, texts: readonly string[]): Response | null =>
  responseOf(draftFrom(card, texts), card);

/** The answer that a draft comes to; null where nothing is picked or typed. */
export function responseOf(draft: Draft, card: QuestionCard): Response | null {
  switch (draft.at) {
    case 'choosing': {
      if (draft.picked.length === 0) return null;
      if (card.type === 'boolean') return { kind: 'truth', value: draft.picked[0] === 'A' };
      return { kind: 'letters', letters: card.type === 'multiple' ? [...draft.picked].sort() : draft.picked };
    }
    case 'typing': {
      const texts = draft.fields.map(textOfField);
      return texts.every((text) => text.trim() === '') ? null : { kind: 'texts', texts };
    }
    case 'writing': {
      const text = [...draft.lines, textOfField(draft.line)].join('\n').trim();
      return text === '' ? null : { kind: 'essay', text, covered: [] };
    }
  }
}
