import { wrap } from '../wrap.ts';
import type { QuestionCard } from './cards.ts';
import type { AskState } from './state.ts';
import type { AskLook } from './view.ts';

/** Which keys do what just now; two lines at the most, and none on a low screen. */
export function hintLines(state: AskState, card: QuestionCard, { theme, words }: AskLook, columns: number): string[] {
  if (state.rows < 8) return [];
  const lines = wrap(hintOf(state, card, words.hints), columns);
  return lines.slice(0, state.rows < 16 ? 1 : 2).map(theme.faint);
}

function hintOf(state: AskState, card: QuestionCard, hints: AskLook['words']['hints']): string {
  const { phase, verdict } = state;
  switch (phase.at) {
    case 'choosing':
      return `${choosingHint(card, hints)}  ${hints.commands}`;
    case 'typing':
      return hints.type;
    case 'writing':
      return hints.essay;
    case 'ticking':
      return hints.points;
    case 'noting':
      return hints.note;
    case 'judged': {
      const may = [
        verdict?.may.guess ? hints.guess : '',
        verdict?.may.easy ? hints.easy : '',
        verdict?.may.overrule ? hints.overrule : '',
      ];
      return [hints.judged, ...may, hints.after].filter(Boolean).join('  ');
    }
  }
}

function choosingHint({ type }: QuestionCard, hints: AskLook['words']['hints']): string {
  if (type === 'multiple') return hints.tick;
  return type === 'ordering' ? hints.order : hints.choose;
}
