import type { Letter } from '../../core/bank/item.ts';
import type { Cause } from '../../core/drill/cause.ts';
import type { Response } from '../../core/grading/mark.ts';
import type { Key } from '../key.ts';
import { type TextField, textField, textOfField } from '../text-field.ts';
import type { QuestionCard, VerdictCard } from './cards.ts';

/** Everything that the question screen shows, as a value: `step` makes the next one, `view` draws it. */
export interface AskState {
  readonly phase: Phase;
  /** The learner marked the answer to come as a guess. */
  readonly guess: boolean;
  /** Lines scrolled back from where the screen would stand by itself; below zero, lines scrolled on. */
  readonly scroll: number;
  /** Why the last key did nothing; gone with the next key. */
  readonly complaint: Complaint | null;
  readonly starred: boolean;
  readonly note: string;
  readonly verdict: VerdictCard | null;
  /** Key points of an answer given before are ticked: nothing else can be done to the question or the answer. */
  readonly marking: boolean;
  /** Milliseconds on the program's clock. */
  readonly now: number;
  readonly columns: number;
  readonly rows: number;
}

export type Complaint =
  | 'nothing-picked'
  | 'not-complete'
  | 'not-right'
  | 'not-wrong'
  | 'cause-of-right'
  | 'nothing-to-undo';

export type Phase =
  | { readonly at: 'choosing'; readonly cursor: number | null; readonly picked: readonly Letter[] }
  | { readonly at: 'typing'; readonly fields: readonly TextField[]; readonly field: number }
  | { readonly at: 'writing'; readonly lines: readonly string[]; readonly line: TextField }
  | { readonly at: 'ticking'; readonly text: string; readonly covered: readonly number[]; readonly cursor: number }
  | { readonly at: 'noting'; readonly text: TextField; readonly back: Phase }
  | { readonly at: 'judged' };

export type AskEvent =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'tick'; readonly now: number }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'verdict'; readonly verdict: VerdictCard }
  | { readonly kind: 'suggested'; readonly text: string; readonly covered: readonly number[] };

/** What the screen wants done; carried out at once by the prompt, which then tells the state what came of it. */
export type AskEffect =
  | { readonly kind: 'judge'; readonly response: Response; readonly guess: boolean }
  | { readonly kind: 'suggest'; readonly text: string }
  | { readonly kind: 'amend'; readonly what: 'guess' | 'easy' | 'overrule' }
  /** Said again, it is taken back. */
  | { readonly kind: 'cause'; readonly cause: Cause }
  | { readonly kind: 'star'; readonly on: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'leave'; readonly how: AskOutcome };

export type AskOutcome = 'next' | 'undo' | 'put-away' | 'edit' | 'quit';

export interface Stepped {
  readonly state: AskState;
  readonly effect?: AskEffect;
}

export function openAsk(
  card: QuestionCard,
  now: number,
  columns: number,
  rows: number,
  marked: Phase | null = null,
): AskState {
  return {
    phase: marked ?? openingPhase(card),
    marking: marked !== null,
    guess: false,
    scroll: 0,
    complaint: null,
    starred: card.starred,
    note: card.note,
    verdict: null,
    now,
    columns,
    rows,
  };
}

/** What was picked or typed so far, as texts. */
export function draftOf(phase: Phase): string[] {
  switch (phase.at) {
    case 'choosing':
      return [...phase.picked];
    case 'typing':
      return phase.fields.map(textOfField);
    case 'writing':
      return [[...phase.lines, textOfField(phase.line)].join('\n').trim()];
    case 'ticking':
      return [phase.text];
    case 'noting':
      return draftOf(phase.back);
    case 'judged':
      return [];
  }
}

export function openingPhase(card: QuestionCard): Phase {
  if (card.type === 'short') return { at: 'writing', lines: [], line: textField() };
  if (card.type === 'blank')
    return { at: 'typing', fields: Array.from({ length: card.fields }, () => textField()), field: 0 };
  return { at: 'choosing', cursor: null, picked: [] };
}
