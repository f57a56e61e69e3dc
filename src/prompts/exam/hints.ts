import { type Hints, hintRows, splitHints } from '../hint-rows.ts';
import type { ExamState } from './state.ts';
import type { ExamLook } from './view.ts';

/** Which keys do what just now. */
export function examHints(state: ExamState, look: ExamLook, columns: number): string[] {
  return hintRows(hintsOf(state, look), state.rows, columns, look.theme.faint);
}

function hintsOf(state: ExamState, { words: { hints }, card }: ExamLook): Hints {
  const only = (text: string): Hints => ({ first: splitHints(text), others: [] });
  const before = (text: string): Hints => ({ first: splitHints(text), others: splitHints(hints.commands) });
  switch (state.at) {
    case 'sheet':
      return only(hints.sheet);
    case 'submitting':
      return only(hints.submitting);
    case 'noting':
      return only(hints.note);
    case 'question':
      if (state.draft.at === 'choosing') return before(choosingHint(card(state.index).type, hints));
      if (!state.isTyping) return before(hints.retype);
      return only(state.draft.at === 'typing' ? hints.blank : hints.essay);
  }
}

function choosingHint(type: string, hints: ExamLook['words']['hints']): string {
  if (type === 'multiple') return hints.tick;
  return type === 'ordering' ? hints.order : hints.choose;
}
