import type { Key } from '../key.ts';
import type { TextField } from '../text-field.ts';
import type { StudyCard, StudyComplaint } from './cards.ts';

/** Everything that the screen of `quiz study` shows, as a value: `step` makes the next one, `view` draws it. */
export interface StudyState {
  readonly card: StudyCard;
  /** Answers are hidden first. Holds for the whole sitting. */
  readonly hiding: boolean;
  /** The answer of this page was asked for. */
  readonly revealed: boolean;
  /** A note being written. */
  readonly noting: TextField | null;
  /** Lines scrolled back from where the page would stand by itself; below zero, lines scrolled on. */
  readonly scroll: number;
  /** What the last key came to where it did nothing, or that reading goes on here; gone with the next key. */
  readonly message: StudyComplaint | 'resumed' | null;
  readonly columns: number;
  readonly rows: number;
}

export type StudyEvent =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'page'; readonly card: StudyCard }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number };

/** What the screen wants done; carried out at once by the prompt. */
export type StudyEffect =
  | { readonly kind: 'turn'; readonly to: number }
  | { readonly kind: 'star'; readonly on: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'leave'; readonly how: StudyOutcome };

export type StudyOutcome = 'done' | 'quit';

export interface StudyStepped {
  readonly state: StudyState;
  readonly effect?: StudyEffect;
}

export const openStudy = (card: StudyCard, resumed: boolean, columns: number, rows: number): StudyState => ({
  card,
  hiding: false,
  revealed: false,
  noting: null,
  scroll: 0,
  message: resumed ? 'resumed' : null,
  columns,
  rows,
});

/** Notes hold no answer, so nothing of them is hidden. */
export const isShown = ({ card, hiding, revealed }: StudyState): boolean =>
  card.kind === 'notes' || !hiding || revealed;
