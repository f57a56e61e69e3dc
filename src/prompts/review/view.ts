import type { Doubtful } from '../../core/intake/review.ts';
import { columnsOf, type Frame, frameOf, lowestOffset, NARROWEST, scrolled } from '../frame.ts';
import { type Hints, hintRows } from '../hint-rows.ts';
import { safeLine } from '../safe-text.ts';
import type { Theme } from '../theme.ts';
import { truncate } from '../width.ts';
import { positionOf, type ReviewCard, type ReviewWords } from './cards.ts';
import { pageLines } from './page-view.ts';
import type { ReviewState } from './state.ts';

export interface ReviewLook {
  readonly theme: Theme;
  readonly words: ReviewWords;
  /** Makes the page of a question. */
  readonly cardOf: (question: Doubtful, page: number, of: number) => ReviewCard;
}

/** The whole screen, at most `rows - 1` lines of at most `columns - 1`; the caret stands at the end of `above`. */
export interface ReviewScreen {
  readonly above: string;
  readonly below: string;
}

export function view(state: ReviewState, look: ReviewLook): ReviewScreen {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return { above: truncate(look.words.tooNarrow, columns), below: '' };
  const laid = layOutScreen(state, look, columns);
  if (laid === null) return { above: '', below: '' };
  const { header, lines, room, pinned, hints } = laid;
  const shown = scrolled(lines, room, state.scroll, { columns, words: look.words, paint: look.theme.faint });
  return { above: [...header, ...shown, ...pinned].join('\n'), below: hints.join('\n') };
}

/** The state with its scroll brought back between the ends of the page. */
export function settle(state: ReviewState, look: ReviewLook): ReviewState {
  const columns = columnsOf(state);
  if (columns < NARROWEST || state.scroll === 0) return state;
  const laid = layOutScreen(state, look, columns);
  const scroll = Math.min(state.scroll, laid ? lowestOffset(laid.lines, laid.room) : 0);
  return scroll === state.scroll ? state : { ...state, scroll };
}

function layOutScreen(
  state: ReviewState,
  look: ReviewLook,
  columns: number,
): (Frame & { readonly lines: readonly string[] }) | null {
  const { theme, words } = look;
  const { questions, at } = state.review;
  const question = questions[at];
  if (!question) return null;
  const card = look.cardOf(question, at, questions.length);
  const title = safeLine([positionOf(card), ...card.heading.filter(Boolean)].join(' · '));
  const frame = frameOf(state.rows, {
    header: [theme.faint(truncate(title, columns)), ''],
    pinned: [messageLine(state, card, look, columns)],
    hints: hintRows(hintsOf(card, words), state.rows, columns, theme.faint),
  });
  return { ...frame, lines: pageLines(card, theme, words, columns) };
}

/** A line that is there even when it says nothing, so that the screen does not jump. */
function messageLine(
  { message }: ReviewState,
  { decision, key }: ReviewCard,
  { theme, words }: ReviewLook,
  columns: number,
): string {
  if (message !== null) return theme.partial(truncate(words.messages[message], columns));
  if (decision === null) return ' ';
  // On a low screen the options themselves may be out of sight.
  const said = decision === 'key-changed' ? `${words.decided[decision]} ${safeLine(key)}` : words.decided[decision];
  return theme.right(truncate(said, columns));
}

function hintsOf(card: ReviewCard, { hints }: ReviewWords): Hints {
  const key = card.choice === 'none' ? [] : [card.choice === 'truth' ? hints.truth : hints.options];
  const back = card.page > 0 ? [hints.back] : [];
  return {
    first: [hints.accept, ...key, hints.draft, hints.leaveOut],
    others: [hints.edit, ...back, hints.skip, hints.quit],
  };
}
