import { clip } from '../clip.ts';
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

/** Below this a screen shows nothing that could be read. */
const NARROWEST = 12;

/** The whole screen, at most `rows - 1` lines of at most `columns`; the caret stands at the end of `above`. */
export interface AskScreen {
  readonly above: string;
  readonly below: string;
}

export function view(state: AskState, card: QuestionCard, look: AskLook): AskScreen {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return { above: truncate(look.words.tooNarrow, columns), below: '' };
  const { header, body, room, pinned, hints } = layOutScreen(state, card, look, columns);
  const shown = scrolled(body, room, state, look, columns);
  return { above: [...header, ...shown, ...pinned].join('\n'), below: hints.join('\n') };
}

/** The state with its scroll brought back between the ends, so that no key is spent on coming back from beyond one. */
export function settle(state: AskState, card: QuestionCard, look: AskLook): AskState {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return state;
  const { body, room } = layOutScreen(state, card, look, columns);
  const rest = restingOffset(body, room, state);
  const scroll = Math.min(Math.max(state.scroll, rest - lowestOffset(body, room)), rest);
  return scroll === state.scroll ? state : { ...state, scroll };
}

const columnsOf = (state: AskState): number => Math.max(1, state.columns - 1);

interface Layout {
  readonly header: readonly string[];
  readonly body: Body;
  /** How many lines of the body are seen. */
  readonly room: number;
  readonly pinned: readonly string[];
  readonly hints: readonly string[];
}

/** In little room the caret's line comes first, then a line of the question, then the header, then the hints. */
function layOutScreen(state: AskState, card: QuestionCard, look: AskLook, columns: number): Layout {
  const answer = answerLines(state, card, look, columns);
  const question = questionLines(state, card, look, columns);
  const rows = Math.max(2, state.rows - 1);
  const pinned = answer.pinned.slice(1 - rows);
  const header = headerLines(state, card, look, columns).slice(0, rows - pinned.length - 1);
  const hints = hintLines(state, card, look, columns).slice(0, rows - pinned.length - header.length - 1);
  const room = Math.max(1, rows - header.length - pinned.length - hints.length - 1);
  const body = {
    lines: [...question, ...answer.body],
    answerAt: question.length,
    focus: question.length + (answer.focus ?? 0),
  };
  return { header, body, room, pinned, hints };
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

/** What is seen of the body; where something is hidden, a line of it says how much. */
function scrolled(body: Body, rows: number, state: AskState, look: AskLook, columns: number): string[] {
  const window = clip(body.lines, rows, restingOffset(body, rows, state) - state.scroll);
  const shown = [...window.lines];
  const { moreAbove, moreBelow } = look.words;
  const more = (text: string): string => look.theme.faint(truncate(text, columns));
  if (window.below > 0 && rows > 1) shown[rows - 1] = more(moreBelow(window.below + 1));
  if (window.above > 0 && rows > 2) shown[0] = more(moreAbove(window.above + 1));
  return shown;
}

const lowestOffset = ({ lines }: Body, rows: number): number => Math.max(0, lines.length - rows);

/**
 * Where a body taller than its room stands by itself: at its end while answering; judged from the options on, or
 * where that hides what became of the answer, from there.
 */
function restingOffset(body: Body, rows: number, state: AskState): number {
  const lowest = lowestOffset(body, rows);
  if (state.phase.at !== 'judged') return lowest;
  const { answerAt, focus } = body;
  const first = focus - answerAt + 3 > rows ? focus : answerAt;
  // A line goes to what is above, where there is room to say it.
  return Math.max(0, Math.min(rows > 2 ? first - 1 : first, lowest));
}
