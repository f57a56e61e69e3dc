import { answerLines } from '../ask/answer-view.ts';
import type { QuestionCard } from '../ask/cards.ts';
import type { AskState } from '../ask/state.ts';
import { questionLines } from '../ask/view.ts';
import { lowestOffset, scrolled } from '../frame.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe-text.ts';
import { GLYPHS } from '../theme.ts';
import { truncate } from '../width.ts';
import { wrap } from '../wrap.ts';
import type { ExamState } from './state.ts';
import type { ExamLook } from './view.ts';
import type { ExamWords } from './words.ts';

/** The lines of a question in their room: what scrolls and how much of it is seen, and what stays below that. */
export interface QuestionLayout {
  readonly moving: readonly string[];
  readonly seen: number;
  readonly still: readonly string[];
  /** The line that should be seen once the cursor has moved, of those that scroll; -1 where there is none. */
  readonly cursorAt: number;
}

/** Material must have so many lines to be a pane of its own. */
const LEAST_PANE = 3;

/**
 * A question, and its answer below. The material of a case stands in a pane of its own above them, and is what scrolls;
 * where there is no room for both, all of it scrolls, so that nothing is out of reach.
 */
export function layOutQuestion(state: ExamState, look: ExamLook, columns: number, room: number): QuestionLayout {
  const card = look.card(state.index);
  const answer = answerLines(
    asAsk(state),
    card,
    { theme: look.theme, words: look.words.ask, showsChoice: true },
    columns,
  );
  const complaint = complaintOf(state, look.words);
  const said = complaint ? [look.theme.partial(truncate(complaint, columns))] : [];
  const hasField = state.at === 'noting' || state.draft.at !== 'choosing';
  // Without a field, a line is there even when it says nothing, so that the screen does not jump.
  const pinned = (hasField ? [...said, ...answer.pinned] : [said[0] ?? ' ']).slice(1 - room);
  const note = state.places[state.index]?.note ?? '';
  const question = questionLines({ note }, { ...card, material: '' }, lookOfAsk(look), columns);
  const body = [...question, ...answer.body];
  const left = Math.max(1, room - pinned.length);
  const material = card.material ? [...materialLines(card, look, columns), ''] : [];
  const pane = left - body.length - 1;
  if (material.length + body.length > left && material.length > 0 && pane >= LEAST_PANE) {
    const rule = look.theme.faint('─'.repeat(columns));
    return { moving: material.slice(0, -1), seen: pane, still: [rule, ...body, ...pinned], cursorAt: -1 };
  }
  const line = cursorLine(state, answer.body);
  const cursorAt = line < 0 ? -1 : material.length + question.length + line;
  return { moving: [...material, ...body], seen: left, still: pinned, cursorAt };
}

/** What is seen of a question from its scroll on. */
export function questionScreen(state: ExamState, look: ExamLook, columns: number, room: number): string[] {
  const { moving, seen, still } = layOutQuestion(state, look, columns, room);
  const offset = Math.min(Math.max(0, state.scroll), lowestOffset(moving, seen));
  const paint = look.theme.faint;
  return [...scrolled(moving, seen, offset, { columns, words: look.words.ask, paint }), ...still];
}

/** The scroll that holds: none beyond an end, and none that hides the cursor once it was moved. */
export function scrollOf(state: ExamState, { moving, seen, cursorAt }: QuestionLayout, hasMoved: boolean): number {
  const held = Math.min(Math.max(0, state.scroll), lowestOffset(moving, seen));
  if (!hasMoved || cursorAt < 0 || seen < LEAST_PANE) return held;
  // The first and the last row may say how much is hidden.
  return Math.min(Math.max(0, Math.min(Math.max(held, cursorAt - seen + 2), cursorAt - 1)), lowestOffset(moving, seen));
}

/** Where the cursor is among the options, or where writing goes on. */
function cursorLine({ draft }: ExamState, lines: readonly string[]): number {
  if (draft.at === 'writing') return draft.lines.length > 0 ? lines.length - 1 : -1;
  return lines.findIndex((line) => line.replace(/\u001b\[\d+m/g, '').startsWith(GLYPHS.cursor));
}

function materialLines(card: QuestionCard, { theme, words }: ExamLook, columns: number): string[] {
  const title = card.caseTitle ? `${words.ask.material} · ${card.caseTitle}` : words.ask.material;
  return [
    ...wrap(safeLine(title), columns).map(theme.accent),
    ...renderMarkdown(card.material, columns, theme.markdown),
  ];
}

const lookOfAsk = ({ theme, words }: ExamLook) => ({
  theme,
  words: words.ask,
  left: () => ({ session: null, item: null }),
});

/** The question screen's own state, of which only what is picked or typed is drawn here. */
function asAsk(state: ExamState): AskState {
  const { now, columns, rows, note } = state;
  const phase =
    state.at === 'noting' && note ? ({ at: 'noting', text: note.field, back: state.draft } as const) : state.draft;
  return {
    phase,
    guess: false,
    scroll: 0,
    complaint: null,
    starred: false,
    note: '',
    verdict: null,
    marking: false,
    now,
    columns,
    rows,
  };
}

function complaintOf(state: ExamState, { complaints }: ExamWords): string {
  switch (state.complaint) {
    case 'locked':
      return complaints.locked;
    case 'not-complete':
      return complaints.notComplete;
    case 'nothing-to-clear':
      return complaints.nothingToClear;
    default:
      return '';
  }
}
