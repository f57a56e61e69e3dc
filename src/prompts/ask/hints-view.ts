import { type Hints, hintRows, splitHints } from '../hint-rows.ts';
import type { QuestionCard } from './cards.ts';
import type { AskState } from './state.ts';
import type { AskLook } from './view.ts';

/** Which keys do what just now: what answers before what else there is. */
export function hintLines(state: AskState, card: QuestionCard, { theme, words }: AskLook, columns: number): string[] {
  return hintRows(hintsOf(state, card, words.hints), state.rows, columns, theme.faint);
}

function hintsOf(state: AskState, card: QuestionCard, hints: AskLook['words']['hints']): Hints {
  const { phase, verdict } = state;
  switch (phase.at) {
    case 'choosing':
      return { first: splitHints(choosingHint(card, hints)), others: splitHints(hints.commands) };
    case 'typing':
      return { first: splitHints(hints.type), others: [] };
    case 'writing':
      return { first: splitHints(hints.essay), others: [] };
    case 'ticking':
      return { first: splitHints(hints.points), others: [] };
    case 'noting':
      return { first: splitHints(hints.note), others: [] };
    case 'judged': {
      const may = [
        verdict?.may.guess ? hints.guess : '',
        verdict?.may.easy ? hints.easy : '',
        verdict?.may.overrule ? hints.overrule : '',
      ];
      return { first: [hints.judged, ...may.filter(Boolean)], others: splitHints(hints.after) };
    }
  }
}

function choosingHint({ type }: QuestionCard, hints: AskLook['words']['hints']): string {
  if (type === 'multiple') return hints.tick;
  return type === 'ordering' ? hints.order : hints.choose;
}
