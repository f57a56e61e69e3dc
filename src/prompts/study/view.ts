import { fieldLines } from '../field-view.ts';
import { columnsOf, type Frame, frameOf, heldScroll, lowestOffset, NARROWEST, scrolled } from '../frame.ts';
import { type Hints, hintRows, splitHints } from '../hint-rows.ts';
import { safeLine } from '../safe-text.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { truncate, widthOf } from '../width.ts';
import { positionOf, type StudyWords } from './cards.ts';
import { type PageLines, pageLines } from './page-view.ts';
import { isShown, type StudyState } from './state.ts';

export interface StudyLook {
  readonly theme: Theme;
  readonly words: StudyWords;
}

/** The whole screen, at most `rows - 1` lines of at most `columns - 1`; the caret stands at the end of `above`. */
export interface StudyScreen {
  readonly above: string;
  readonly below: string;
}

export function view(state: StudyState, look: StudyLook): StudyScreen {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return { above: truncate(look.words.tooNarrow, columns), below: '' };
  const { header, page, room, pinned, hints } = layOutScreen(state, look, columns);
  const offset = restingOffset(page, room, state) - state.scroll;
  const shown = scrolled(page.lines, room, offset, { columns, words: look.words, paint: look.theme.faint });
  return { above: [...header, ...shown, ...pinned].join('\n'), below: hints.join('\n') };
}

/** The state with its scroll brought back between the ends of the page. */
export function settle(state: StudyState, look: StudyLook): StudyState {
  const columns = columnsOf(state);
  if (columns < NARROWEST || state.scroll === 0) return state;
  const { page, room } = layOutScreen(state, look, columns);
  const scroll = heldScroll(state.scroll, restingOffset(page, room, state), lowestOffset(page.lines, room));
  return scroll === state.scroll ? state : { ...state, scroll };
}

function layOutScreen(state: StudyState, look: StudyLook, columns: number): Frame & { readonly page: PageLines } {
  const { theme, words } = look;
  const frame = frameOf(state.rows, {
    header: [theme.faint(headerLine(state, columns)), ''],
    pinned: state.noting
      ? fieldLines(`${words.noteHere} `, state.noting, theme, columns)
      : [messageLine(state, look, columns)],
    hints: hintRows(hintsOf(state, words), state.rows, columns, theme.faint),
  });
  return { ...frame, page: pageLines(state, look, columns) };
}

function headerLine({ card }: StudyState, columns: number): string {
  const star = card.kind === 'question' && card.starred ? ` ${GLYPHS.star}` : '';
  const title = safeLine([positionOf(card), ...card.heading.filter(Boolean)].join(' · '));
  return truncate(title, columns - widthOf(star)) + star;
}

/** A line that is there even when it says nothing, so that the screen does not jump. */
function messageLine({ message, card }: StudyState, { theme, words }: StudyLook, columns: number): string {
  if (message === null) return ' ';
  const said = message === 'resumed' ? words.resumed(positionOf(card), safeLine(card.topic)) : words.messages[message];
  return theme.partial(truncate(said, columns));
}

function hintsOf(state: StudyState, { hints, noteHint }: StudyWords): Hints {
  if (state.noting) return { first: splitHints(noteHint), others: [] };
  const { card, hiding } = state;
  const isLast = card.page + 1 === card.of;
  const forward = isShown(state) ? [isLast ? hints.finish : hints.next] : [hints.reveal, hints.skip];
  const back = card.page > 0 ? [hints.back] : [];
  const topics = card.nextTopic === null && card.previousTopic === null ? [] : [hints.topics];
  const marks = card.kind === 'question' ? splitHints(hints.marks) : [];
  return {
    first: [...forward, hiding ? hints.hidingOn : hints.hidingOff, ...back],
    others: [...topics, ...marks, hints.quit],
  };
}

/**
 * Where a page taller than its room stands by itself: at its beginning; at its question where the material was read
 * before; at the answer once it was asked for and the whole question would hide a part of it.
 */
function restingOffset({ lines, questionAt, answerAt }: PageLines, room: number, state: StudyState): number {
  const { card } = state;
  const asked = state.hiding && state.revealed;
  if (card.kind === 'notes' || (!asked && !card.materialSeen)) return 0;
  const first = asked && lines.length - questionAt >= room ? answerAt : questionAt;
  // A line goes to what is above, where there is room to say it.
  return Math.max(0, Math.min(room > 2 ? first - 1 : first, lowestOffset(lines, room)));
}
