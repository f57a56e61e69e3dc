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
  const columns = Math.max(1, state.columns - 1);
  if (columns < NARROWEST) return { above: truncate(look.words.tooNarrow, columns), below: '' };
  const answer = answerLines(state, card, look, columns);
  const question = questionLines(state, card, look, columns);
  // In little room the caret's line comes first, then a line of the question, then the header, then the hints.
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
  const shown = scrolled(body, room, state, look, columns);
  return { above: [...header, ...shown, ...pinned].join('\n'), below: hints.join('\n') };
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

function questionLines(state: AskState, card: QuestionCard, { theme, words }: AskLook, columns: number): string[] {
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

/** A body taller than its room shows its end while answering; scrolling brings back what is above. */
function scrolled(body: Body, rows: number, state: AskState, look: AskLook, columns: number): string[] {
  const { lines } = body;
  if (lines.length <= rows) return [...lines];
  const rest = state.phase.at === 'judged' ? judgedOffset(body, rows) : lines.length - rows;
  const window = clip(lines, rows, Math.max(0, rest - Math.min(state.scroll, rest)));
  const shown = [...window.lines];
  const { moreAbove, moreBelow } = look.words;
  const more = (text: string): string => look.theme.faint(truncate(text, columns));
  if (window.below > 0 && rows > 1) shown[rows - 1] = more(moreBelow(window.below + 1));
  if (window.above > 0 && rows > 2) shown[0] = more(moreAbove(window.above + 1));
  return shown;
}

/** From the options on, or where that hides what became of the answer, from there. A line goes to what is above. */
function judgedOffset({ lines, answerAt, focus }: Body, rows: number): number {
  const offset = focus - answerAt + 3 > rows ? focus - 1 : answerAt - 1;
  return Math.max(0, Math.min(offset, lines.length - rows));
}
