import { CAUSES } from '../../core/drill/cause.ts';
import { truncate, widthOf } from '../width.ts';
import type { QuestionCard } from './cards.ts';
import type { AskState } from './state.ts';
import type { AskLook } from './view.ts';

/**
 * Which keys do what just now: on one row, or on two where that holds more of them, what answers above what else there
 * is. A hint is shown whole or not at all. None is shown on a low screen.
 */
export function hintLines(state: AskState, card: QuestionCard, { theme, words }: AskLook, columns: number): string[] {
  if (state.rows < 8) return [];
  const { answering, others } = hintsOf(state, card, words, columns);
  const together = [...answering, ...others];
  const inOneRow = isLow(state) || others.length === 0 || widthOf(together.join(GAP)) <= columns;
  const rows = inOneRow ? [together] : [answering, others];
  return rows.map((hints) => theme.faint(rowOf(hints, columns)));
}

const GAP = '  ';

/** No room for a second row of hints. */
const isLow = ({ rows }: AskState): boolean => rows < 16;

/** The hints that fit; of the first at least a part. */
function rowOf(hints: readonly string[], columns: number): string {
  const row = hints.reduce((before, hint) => {
    const longer = before + GAP + hint;
    return widthOf(longer) <= columns ? longer : before;
  });
  return truncate(row, columns);
}

interface Hints {
  readonly answering: readonly string[];
  readonly others: readonly string[];
}

function hintsOf(state: AskState, card: QuestionCard, words: AskLook['words'], columns: number): Hints {
  const { phase, verdict } = state;
  const { hints } = words;
  switch (phase.at) {
    case 'choosing':
      return { answering: split(choosingHint(card, hints)), others: split(hints.commands) };
    case 'typing':
      return { answering: split(hints.type), others: [] };
    case 'writing':
      return { answering: split(hints.essay), others: [] };
    case 'ticking':
      return { answering: split(hints.points), others: [] };
    case 'noting':
      return { answering: split(hints.note), others: [] };
    case 'judged': {
      const may = [
        hints.judged,
        verdict?.may.guess ? hints.guess : '',
        verdict?.may.easy ? hints.easy : '',
        verdict?.may.overrule ? hints.overrule : '',
      ].filter(Boolean);
      const causes = verdict?.may.cause ? causeHints(may, state, words, columns) : [];
      return { answering: [...may, ...causes], others: split(hints.after) };
    }
  }
}

/** The four causes beside what stands before them: a hint each, all in one, or in one word. */
function causeHints(before: readonly string[], state: AskState, words: AskLook['words'], columns: number): string[] {
  const names = CAUSES.map((cause) => words.causes[cause]);
  const each = names.map((name, n) => `${n + 1} ${name}`);
  const together = [`1-${names.length} ${names.join('/')}`];
  const fitting = (isLow(state) ? [together] : [each, together]).find(
    (hints) => widthOf([...before, ...hints].join(GAP)) <= columns,
  );
  return fitting ?? [`1-${names.length} ${words.hints.why}`];
}

const split = (hints: string): string[] => hints.split(GAP);

function choosingHint({ type }: QuestionCard, hints: AskLook['words']['hints']): string {
  if (type === 'multiple') return hints.tick;
  return type === 'ordering' ? hints.order : hints.choose;
}
