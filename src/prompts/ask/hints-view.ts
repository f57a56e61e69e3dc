import { wrap } from '../wrap.ts';
import type { AskState } from './state.ts';
import type { AskLook } from './view.ts';

/** Which keys do what just now; two lines at the most, and none on a low screen. */
export function hintLines(state: AskState, { theme, words }: AskLook, columns: number): string[] {
  if (state.rows < 8) return [];
  const lines = wrap(hintOf(state, words.hints), columns);
  return lines.slice(0, state.rows < 16 ? 1 : 2).map(theme.faint);
}

function hintOf(state: AskState, hints: AskLook['words']['hints']): string {
  const { phase, verdict } = state;
  switch (phase.at) {
    case 'choosing':
      return `${hints.choose}  ${hints.commands}`;
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
      return [hints.judged, ...may, hints.commands].filter(Boolean).join('  ');
    }
  }
}
