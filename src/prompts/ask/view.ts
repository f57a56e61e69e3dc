import { columnsOf, type Frame, frameOf, heldScroll, lowestOffset, NARROWEST, scrolled } from '../frame.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine, safeText } from '../safe-text.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { truncate, widthOf } from '../width.ts';
import { wrap, wrapIndented } from '../wrap.ts';
import { answerLines } from './answer-view.ts';
import type { AskWords, QuestionCard } from './cards.ts';
import { hintLines } from './hints-view.ts';
import type { AskState } from './state.ts';

export interface AskLook {
  readonly theme: Theme;
  readonly words: AskWords;
  /** Milliseconds left of the session and of this question; null without a limit. */
  readonly left: (now: number) => { readonly session: number | null; readonly item: number | null };
}

/** The whole screen, at most `rows - 1` lines of at most `columns`; the caret stands at the end of `above`. */
export interface AskScreen {
  readonly above: string;
  readonly below: string;
}

export function view(state: AskState, card: QuestionCard, look: AskLook): AskScreen {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return { above: truncate(look.words.tooNarrow, columns), below: '' };
  const { header, body, room, pinned, hints } = layOutScreen(state, card, look, columns);
  const offset = restingOffset(body, room, state) - state.scroll;
  const shown = scrolled(body.lines, room, offset, { columns, words: look.words, paint: look.theme.faint });
  return { above: [...header, ...shown, ...pinned].join('\n'), below: hints.join('\n') };
}

/** The state with its scroll brought back between the ends, so that no key is spent on coming back from beyond one. */
export function settle(state: AskState, card: QuestionCard, look: AskLook): AskState {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return state;
  const { body, room } = layOutScreen(state, card, look, columns);
  const scroll = heldScroll(state.scroll, restingOffset(body, room, state), lowestOffset(body.lines, room));
  return scroll === state.scroll ? state : { ...state, scroll };
}

function layOutScreen(state: AskState, card: QuestionCard, look: AskLook, columns: number): Frame & { body: Body } {
  const answer = answerLines(state, card, look, columns);
  const question = questionLines(state, card, look, columns);
  const frame = frameOf(state.rows, {
    header: headerLines(state, card, look, columns),
    pinned: answer.pinned,
    hints: hintLines(state, card, look, columns),
  });
  const body = {
    lines: [...question, ...answer.body],
    answerAt: question.length,
    focus: question.length + (answer.focus ?? 0),
  };
  return { ...frame, body };
}

function headerLines(state: AskState, card: QuestionCard, { theme, left, words }: AskLook, columns: number): string[] {
  const star = state.starred ? ` ${GLYPHS.star}` : '';
  const { session, item } = left(state.now);
  const clocks = [item === null ? '' : `${clock(item)}`, session === null ? '' : `${words.timeLeft} ${clock(session)}`];
  const time = truncate(clocks.filter(Boolean).join(' · '), columns);
  const room = columns - widthOf(time) - (time ? 1 : 0);
  const title = truncate(safeLine([card.position, ...card.heading.filter(Boolean)].join(' · ')) + star, room);
  const gap = ' '.repeat(Math.max(0, columns - widthOf(title) - widthOf(time)));
  const urgent = (item !== null && item < 10_000) || (session !== null && session < 60_000);
  return [theme.faint(title) + (time ? gap + (urgent ? theme.wrong(time) : theme.accent(time)) : ''), ''];
}

/** `4:07`, `1:02:45`; never below zero. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export function questionLines(
  state: Pick<AskState, 'note'>,
  card: QuestionCard,
  { theme, words }: AskLook,
  columns: number,
): string[] {
  const lines: string[] = [];
  if (card.material) {
    const title = card.caseTitle ? `${words.material} · ${card.caseTitle}` : words.material;
    lines.push(...wrap(safeLine(title), columns).map(theme.accent));
    lines.push(...renderMarkdown(card.material, columns, theme.markdown), '');
  }
  lines.push(...renderMarkdown(card.stem, columns, theme.markdown), '');
  if (state.note)
    lines.push(...wrapIndented(safeText(state.note), columns, `${words.note} `, '  ').map(theme.faint), '');
  return lines;
}

interface Body {
  readonly lines: readonly string[];
  /** Where the answer begins, and the line of it that must be seen. */
  readonly answerAt: number;
  readonly focus: number;
}

/**
 * Where a body taller than its room stands by itself: at its end while answering; judged from the options on, or
 * where that hides what became of the answer, from there.
 */
function restingOffset(body: Body, rows: number, state: AskState): number {
  const lowest = lowestOffset(body.lines, rows);
  if (state.phase.at !== 'judged') return lowest;
  const { answerAt, focus } = body;
  const first = focus - answerAt + 3 > rows ? focus : answerAt;
  // A line goes to what is above, where there is room to say it.
  return Math.max(0, Math.min(rows > 2 ? first - 1 : first, lowest));
}
