import { type Move, stepReview } from '../../core/intake/review.ts';
import { folded, isEnter, type Key } from '../key.ts';
import type { ReviewEvent, ReviewState, ReviewStepped } from './state.ts';

/** The screen after one more key or resize, and whether it is left. */
export function step(state: ReviewState, event: ReviewEvent): ReviewStepped {
  if (event.kind === 'resize') return { state: { ...state, columns: event.columns, rows: event.rows, scroll: 0 } };
  return onKey({ ...state, message: null }, folded(event.key));
}

function onKey(state: ReviewState, key: Key): ReviewStepped {
  if (key.ctrl) return key.name === 'd' ? { state, leave: 'quit' } : { state };
  if (isEnter(key)) return make(state, { kind: 'accept' });
  switch (key.name) {
    case 'left':
    case 'backspace':
      return make(state, { kind: 'back' });
    case 'right':
      return make(state, { kind: 'skip' });
  }
  return onScroll(state, key) ?? onText(state, key.text);
}

/** No line is passed over: the header, the hints and the two lines that say what is hidden take nine. */
const NOT_SCROLLED = 9;

function onScroll(state: ReviewState, key: Key): ReviewStepped | null {
  const page = Math.max(1, state.rows - NOT_SCROLLED);
  const by = { up: -1, down: 1, pageup: -page, pagedown: page }[key.name];
  return by === undefined ? null : { state: { ...state, scroll: Math.max(0, state.scroll + by) } };
}

/**
 * As in a drill, letters and digits are options, whatever their case; commands are keys that no option of a usual
 * question has. Where one has as many as to reach them, its capital letter is the option.
 */
function onText(state: ReviewState, text: string): ReviewStepped {
  switch (text) {
    case '0':
      return make(state, { kind: 'draft' });
    case 'x':
      return make(state, { kind: 'leave-out' });
    case 'o':
      return { state, leave: 'edit' };
    case 'q':
      return { state, leave: 'quit' };
  }
  const move = moveFor(state, text);
  return move ? make(state, move) : { state };
}

function moveFor({ review }: ReviewState, text: string): Move | null {
  const { type, options } = review.questions[review.at]?.draft ?? { type: 'short', options: [] };
  if (type === 'boolean') {
    const value = truthOf(text);
    return value === null ? null : { kind: 'key', answer: value };
  }
  const byNumber = /^[1-9]$/.test(text) ? options[Number(text) - 1]?.id : undefined;
  const option = byNumber ?? text.toUpperCase();
  return /^[A-Z1-9]$/.test(option) ? { kind: 'toggle', option } : null;
}

/** The letters and numbers of a drill; a cross is no question here, and stands for false only where it is typed as one. */
function truthOf(text: string): boolean | null {
  if (/^[tT1aA√对VvYy是]$/.test(text)) return true;
  return /^[fF2bB×错nN否]$/.test(text) ? false : null;
}

/** Another page begins at its top. */
function make(state: ReviewState, move: Move): ReviewStepped {
  const { review, complaint = null } = stepReview(state.review, move);
  const scroll = review.at === state.review.at ? state.scroll : 0;
  const next = { ...state, review, scroll, message: complaint };
  return review.isOver ? { state: next, leave: 'done' } : { state: next };
}
