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
  const header = headerLines(state, card, look, columns);
  const answer = answerLines(state, card, look, columns);
  const hints = hintLines(state, look, columns);
  const fixed = header.length + answer.pinned.length + hints.length + 1;
  const body = [...questionLines(card, look, columns), ...answer.body];
  const shown = scrolled(body, Math.max(1, state.rows - 1 - fixed), state, look, answer.body.length);
  return { above: [...header, ...shown, ...answer.pinned].join('\n'), below: hints.join('\n') };
}

function headerLines(state: AskState, card: QuestionCard, { theme, left, words }: AskLook, columns: number): string[] {
  const star = state.starred ? ` ${GLYPHS.star}` : '';
  const { session, item } = left(state.now);
  const clocks = [item === null ? '' : `${clock(item)}`, session === null ? '' : `${words.timeLeft} ${clock(session)}`];
  const time = clocks.filter(Boolean).join(' · ');
  const room = columns - widthOf(time) - 1;
  const title = truncate(
    safeLine([card.position, ...card.heading.filter(Boolean)].join(' · ')) + star,
    Math.max(4, room),
  );
  const gap = ' '.repeat(Math.max(1, columns - widthOf(title) - widthOf(time)));
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

function questionLines(card: QuestionCard, { theme, words }: AskLook, columns: number): string[] {
  const lines: string[] = [];
  if (card.material) {
    const title = card.caseTitle ? `${words.material} · ${card.caseTitle}` : words.material;
    lines.push(...wrap(safeLine(title), columns).map(theme.accent));
    lines.push(...renderMarkdown(card.material, columns, theme.markdown), '');
  }
  lines.push(...renderMarkdown(card.stem, columns, theme.markdown), '');
  if (card.note) lines.push(...wrapIndented(safeText(card.note), columns, `${words.note} `, '  ').map(theme.faint), '');
  return lines;
}

/** A body taller than its room shows its end while answering; scrolling brings back what is above. */
function scrolled(body: readonly string[], rows: number, state: AskState, look: AskLook, answerRows: number): string[] {
  if (body.length <= rows) return [...body];
  const lowest = body.length - rows;
  const rest = state.phase.at === 'judged' && answerRows > rows ? body.length - answerRows : lowest;
  const offset = Math.max(0, rest - Math.min(state.scroll, rest));
  const window = clip(body, rows, offset);
  const lines = [...window.lines];
  if (window.above > 0) lines[0] = look.theme.faint(look.words.moreAbove(window.above + 1));
  if (window.below > 0) lines[lines.length - 1] = look.theme.faint(look.words.moreBelow(window.below + 1));
  return lines;
}
