import { folded, isEnter, type Key } from '../key.ts';
import { editNote } from '../note-field.ts';
import { type TextField, textField } from '../text-field.ts';
import type { StudyComplaint } from './cards.ts';
import { isShown, type StudyEvent, type StudyState, type StudyStepped } from './state.ts';

/** The screen after one more key, page or resize, and what it wants done. */
export function step(state: StudyState, event: StudyEvent): StudyStepped {
  switch (event.kind) {
    case 'resize':
      return { state: { ...state, columns: event.columns, rows: event.rows, scroll: 0 } };
    case 'page':
      return { state: { ...state, card: event.card, revealed: false, scroll: 0 } };
    case 'key':
      return onKey({ ...state, message: null }, event.key);
  }
}

function onKey(state: StudyState, key: Key): StudyStepped {
  if (key.ctrl && key.name === 'd') return { state, effect: { kind: 'leave', how: 'quit' } };
  if (state.noting) return whileNoting(state, state.noting, key);
  return onMove(state, folded(key)) ?? onScroll(state, key) ?? onCommand(state, folded(key));
}

function whileNoting(state: StudyState, field: TextField, key: Key): StudyStepped {
  const edited = editNote(field, key);
  switch (edited.kind) {
    case 'open':
      return { state: { ...state, noting: edited.field } };
    case 'dropped':
      return { state: { ...state, noting: null } };
    case 'written': {
      const { text } = edited;
      const card = state.card.kind === 'question' ? { ...state.card, note: text } : state.card;
      return { state: { ...state, card, noting: null }, effect: { kind: 'note', text } };
    }
  }
}

/** Keys that turn pages. Enter and Space ask for a hidden answer first; the arrow passes it over. */
function onMove(state: StudyState, key: Key): StudyStepped | null {
  if (key.name === 'right') return forward(state);
  if (isEnter(key) || key.name === 'space')
    return isShown(state) ? forward(state) : { state: { ...state, revealed: true, scroll: 0 } };
  if (key.name === 'left' || key.name === 'backspace')
    return state.card.page === 0 ? complain(state, 'first-page') : turn(state, state.card.page - 1);
  return null;
}

function forward(state: StudyState): StudyStepped {
  const next = state.card.page + 1;
  return next < state.card.of ? turn(state, next) : { state, effect: { kind: 'leave', how: 'done' } };
}

/** No line is passed over: the header, the hints and the two lines that say what is hidden take nine. */
const NOT_SCROLLED = 9;

function onScroll(state: StudyState, key: Key): StudyStepped | null {
  const page = Math.max(1, state.rows - NOT_SCROLLED);
  const by = { up: 1, down: -1, pageup: page, pagedown: -page }[key.name];
  return by === undefined ? null : { state: { ...state, scroll: state.scroll + by } };
}

function onCommand(state: StudyState, { text }: Key): StudyStepped {
  const { card } = state;
  if (text === 'T') return toTopic(state, card.previousTopic, 'first-topic');
  switch (text.toLowerCase()) {
    case 't':
      return toTopic(state, card.nextTopic, 'last-topic');
    case 'h':
      return { state: { ...state, hiding: !state.hiding, revealed: false, scroll: 0 } };
    case 's': {
      if (card.kind === 'notes') return complain(state, 'questions-only');
      const on = !card.starred;
      return { state: { ...state, card: { ...card, starred: on } }, effect: { kind: 'star', on } };
    }
    case 'n':
      if (card.kind === 'notes') return complain(state, 'questions-only');
      return { state: { ...state, noting: textField(card.note) } };
    case 'q':
      return { state, effect: { kind: 'leave', how: 'quit' } };
  }
  return { state };
}

const toTopic = (state: StudyState, to: number | null, otherwise: StudyComplaint): StudyStepped =>
  to === null ? complain(state, otherwise) : turn(state, to);

const turn = (state: StudyState, to: number): StudyStepped => ({ state, effect: { kind: 'turn', to } });

const complain = (state: StudyState, message: StudyComplaint): StudyStepped => ({ state: { ...state, message } });
