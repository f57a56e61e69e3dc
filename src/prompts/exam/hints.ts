import { truncate, widthOf } from '../width.ts';
import type { ExamState } from './state.ts';
import type { ExamLook } from './view.ts';

const GAP = '  ';

/** Which keys do what just now, a row or two; a hint that does not fit is left out whole. */
export function hintRows(state: ExamState, look: ExamLook, columns: number): string[] {
  const rows = hintsOf(state, look);
  const fitting = state.rows < 14 ? rows.slice(0, 1) : rows;
  return fitting.map((row) => look.theme.faint(rowOf(row.split(GAP), columns)));
}

function rowOf(hints: readonly string[], columns: number): string {
  const row = hints.reduce((before, hint) => {
    const longer = before + GAP + hint;
    return widthOf(longer) <= columns ? longer : before;
  });
  return truncate(row, columns);
}

function hintsOf(state: ExamState, { words: { hints }, card }: ExamLook): string[] {
  switch (state.at) {
    case 'sheet':
      return [hints.sheet];
    case 'submitting':
      return [hints.submitting];
    case 'noting':
      return [hints.note];
    case 'question':
      if (state.draft.at === 'choosing') return [choosingHint(card(state.index).type, hints), hints.commands];
      if (!state.isTyping) return [hints.retype, hints.commands];
      return [state.draft.at === 'typing' ? hints.blank : hints.essay];
  }
}

function choosingHint(type: string, hints: ExamLook['words']['hints']): string {
  if (type === 'multiple') return hints.tick;
  return type === 'ordering' ? hints.order : hints.choose;
}
