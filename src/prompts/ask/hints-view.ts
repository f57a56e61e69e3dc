import { CAUSES } from '../../core/drill/cause.ts';
import { GAP, type Hints, hintRows, isLow, splitHints } from '../hint-rows.ts';
import { widthOf } from '../width.ts';
import type { QuestionCard } from './cards.ts';
import type { AskState } from './state.ts';
import type { AskLook } from './view.ts';

/** Which keys do what just now: what answers before what else there is. */
export function hintLines(state: AskState, card: QuestionCard, { theme, words }: AskLook, columns: number): string[] {
  const rowsOf = (hints: Hints): string[] => hintRows(hints, state.rows, columns, theme.faint);
  const hints = hintsOf(state, card, words, columns);
  const rows = rowsOf(hints);
  if (state.phase.at !== 'judged' || state.marking) return rows;
  // Authors know it from the manual: it never costs the others a row.
  const withEdit = rowsOf({ ...hints, others: [...hints.others, words.hints.edit] });
  return withEdit.length === rows.length ? withEdit : rows;
}

function hintsOf(state: AskState, card: QuestionCard, words: AskLook['words'], columns: number): Hints {
  const { phase, verdict } = state;
  const { hints } = words;
  switch (phase.at) {
    case 'choosing':
      return { first: splitHints(choosingHint(card, hints)), others: splitHints(hints.commands) };
    case 'typing':
      return { first: splitHints(hints.type), others: [] };
    case 'writing':
      return { first: splitHints(hints.essay), others: [] };
    case 'ticking':
      return { first: splitHints(state.marking ? hints.marking : hints.points), others: [] };
    case 'noting':
      return { first: splitHints(hints.note), others: [] };
    case 'judged': {
      const may = [
        hints.judged,
        verdict?.may.guess ? hints.guess : '',
        verdict?.may.easy ? hints.easy : '',
        verdict?.may.overrule ? hints.overrule : '',
      ].filter(Boolean);
      const causes = verdict?.may.cause ? causeHints(may, state, words, columns) : [];
      return { first: [...may, ...causes], others: splitHints(state.marking ? hints.marked : hints.after) };
    }
  }
}

/** The four causes beside what stands before them: a hint each, all in one, or in one word. */
function causeHints(before: readonly string[], state: AskState, words: AskLook['words'], columns: number): string[] {
  const names = CAUSES.map((cause) => words.causes[cause]);
  const each = names.map((name, n) => `${n + 1} ${name}`);
  const together = [`1-${names.length} ${names.join('/')}`];
  const fitting = (isLow(state.rows) ? [together] : [each, together]).find(
    (hints) => widthOf([...before, ...hints].join(GAP)) <= columns,
  );
  return fitting ?? [`1-${names.length} ${words.hints.why}`];
}

function choosingHint({ type }: QuestionCard, hints: AskLook['words']['hints']): string {
  if (type === 'multiple') return hints.tick;
  return type === 'ordering' ? hints.order : hints.choose;
}
