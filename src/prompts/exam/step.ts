import type { QuestionCard } from '../ask/cards.ts';
import { choiceOf, letterAtPlace, moveCursor } from '../ask/step.ts';
import type { Key } from '../key.ts';
import { folded, isEnter } from '../key.ts';
import { editNote } from '../note-field.ts';
import { textField } from '../text-field.ts';
import { keepDraft, moveTo, withPlace } from './keep.ts';
import { onSheetKey, onSubmittingKey } from './sheet-step.ts';
import { type Draft, type ExamState, type ExamStepped, responseOf } from './state.ts';
import { type } from './typing-step.ts';

export type ExamEvent =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'tick'; readonly now: number; readonly over: boolean }
  | { readonly kind: 'resize'; readonly columns: number; readonly rows: number };

/** What a step is told of the exam. */
export interface ExamRules {
  readonly card: (index: number) => QuestionCard;
  /** The time of the question, or of its section, has run out: its answer stands as it is. */
  readonly isLocked: (index: number) => boolean;
  /** Questions on a row of the sheet. */
  readonly sheetRow: (columns: number) => number;
}

/** The screen after one more key, tick or resize, and what is to be done before it is shown. */
export function step(state: ExamState, event: ExamEvent, rules: ExamRules): ExamStepped {
  switch (event.kind) {
    case 'tick':
      return onTick({ ...state, now: event.now }, event.over, rules);
    case 'resize':
      return still({ ...state, columns: event.columns, rows: event.rows, scroll: 0 });
    case 'key':
      return onKey({ ...state, complaint: null }, event.key, rules);
  }
}

export const still = (state: ExamState): ExamStepped => ({ state, effects: [] });

/** At the end of the time, what stands there counts, also in the middle of typing. */
function onTick(state: ExamState, over: boolean, rules: ExamRules): ExamStepped {
  if (over) {
    const noted = state.at === 'noting' ? onNoteKey(state, { name: 'return', text: '', ctrl: false }) : still(state);
    const kept = keepDraft(noted.state, rules.card(state.index));
    return { state: kept.state, effects: [...noted.effects, ...kept.effects, { kind: 'leave', how: 'timed-out' }] };
  }
  if (!rules.isLocked(state.index)) return still(state);
  if (!state.isDirty) return still(isAskable(state, rules) ? { ...state, complaint: 'locked' } : state);
  const kept = keepDraft(state, rules.card(state.index));
  return { ...kept, state: { ...kept.state, complaint: 'locked' } };
}

/** A question is looked at that its bank still has; one that is gone says so itself. */
function isAskable(state: ExamState, rules: ExamRules): boolean {
  const { options, fields } = rules.card(state.index);
  return state.at === 'question' && options.length + fields > 0;
}

function onKey(state: ExamState, key: Key, rules: ExamRules): ExamStepped {
  switch (state.at) {
    case 'question':
      return onQuestionKey(state, key, rules);
    case 'sheet':
      return onSheetKey(state, folded(key), rules);
    case 'submitting':
      return onSubmittingKey(state, folded(key), rules);
    case 'noting':
      return onNoteKey(state, key);
  }
}

function onQuestionKey(state: ExamState, key: Key, rules: ExamRules): ExamStepped {
  const card = rules.card(state.index);
  if (key.ctrl && key.name === 'd') return leave(state, card);
  if (key.name === 'tab') {
    const kept = keepDraft(state, card);
    return { ...kept, state: { ...kept.state, at: 'sheet', cursor: state.index, digits: '' } };
  }
  if (key.name === 'pageup') return still({ ...state, scroll: state.scroll - pageOf(state) });
  if (key.name === 'pagedown') return still({ ...state, scroll: state.scroll + pageOf(state) });
  const isLocked = rules.isLocked(state.index);
  if (state.isTyping && state.draft.at !== 'choosing')
    return isLocked ? still({ ...state, isTyping: false, complaint: 'locked' }) : type(state, state.draft, key, rules);
  return onCommandKey(state, folded(key), card, isLocked, rules);
}

/** Half the screen: what was read last stays in sight. */
const pageOf = (state: ExamState): number => Math.max(1, Math.floor(state.rows / 2) - 3);

function onCommandKey(
  state: ExamState,
  key: Key,
  card: QuestionCard,
  isLocked: boolean,
  rules: ExamRules,
): ExamStepped {
  const { draft, index } = state;
  if (draft.at === 'choosing') {
    const choice =
      choiceOf(key, card) ?? (key.name === 'space' && draft.cursor !== null ? letterAtPlace(card, draft.cursor) : null);
    if (choice !== null) return isLocked ? still({ ...state, complaint: 'locked' }) : pick(state, draft, choice, card);
    const moved = moveCursor(draft, key, card.options.length);
    if (moved) return still({ ...state, draft: moved });
  }
  if (key.name === 'backspace' || key.name === 'delete')
    return isLocked ? still({ ...state, complaint: 'locked' }) : clear(state, card);
  if (key.name === 'left') return moveTo(state, index - 1, rules);
  if (key.name === 'right') return moveTo(state, index + 1, rules);
  if (isEnter(key)) {
    if (draft.at !== 'choosing' && !isLocked) return still({ ...state, isTyping: true });
    if (card.type === 'ordering' && draft.at === 'choosing' && isHalfway(draft, card))
      return still({ ...state, complaint: 'not-complete' });
    return moveTo(state, index + 1, rules);
  }
  if (isLocked && key.text === '?') return still({ ...state, complaint: 'locked' });
  return onMarkKey(state, key, card);
}

const isHalfway = (draft: Extract<Draft, { at: 'choosing' }>, card: QuestionCard): boolean =>
  draft.picked.length > 0 && draft.picked.length < card.options.length;

/** Marks that a question is given beside its answer, and the way out. */
function onMarkKey(state: ExamState, key: Key, card: QuestionCard): ExamStepped {
  const { index } = state;
  const place = state.places[index];
  switch (key.text.toLowerCase()) {
    case 'f':
    case '*': {
      const on = !place?.flagged;
      return { state: withPlace(state, index, { flagged: on }), effects: [{ kind: 'flag', index, on }] };
    }
    case 's': {
      const on = !place?.starred;
      return { state: withPlace(state, index, { starred: on }), effects: [{ kind: 'star', index, on }] };
    }
    case 'n':
      return still({ ...state, at: 'noting', note: { field: textField(place?.note ?? '') } });
    case '?':
      return keepUnsure({ ...state, unsure: !state.unsure }, card);
    case 'q':
      return leave(state, card);
  }
  return still(state);
}

/** An answer that is kept already is kept again, with what is thought of it now. */
function keepUnsure(state: ExamState, card: QuestionCard): ExamStepped {
  const isKept = state.places[state.index]?.saved !== null && responseOf(state.draft, card) !== null;
  return isKept ? keepDraft({ ...state, isDirty: true }, card) : still(state);
}

/** One letter is an answer of a single choice, and kept at once; of several it waits until the question is left. */
function pick(
  state: ExamState,
  draft: Extract<Draft, { at: 'choosing' }>,
  letter: string,
  card: QuestionCard,
): ExamStepped {
  const isOne = card.type === 'single' || card.type === 'boolean';
  const without = draft.picked.filter((other) => other !== letter);
  const picked = isOne ? [letter] : without.length < draft.picked.length ? without : [...draft.picked, letter];
  const next = { ...state, draft: { ...draft, picked }, isDirty: true };
  return isOne ? keepDraft(next, card) : still(next);
}

function clear(state: ExamState, card: QuestionCard): ExamStepped {
  const { draft, index } = state;
  if (draft.at === 'choosing' && card.type === 'ordering' && draft.picked.length > 0)
    return still({ ...state, draft: { ...draft, picked: draft.picked.slice(0, -1) }, isDirty: true });
  const isKept = state.places[index]?.saved !== null;
  const isPicked = draft.at === 'choosing' && draft.picked.length > 0;
  if (!isKept && !isPicked) return still({ ...state, complaint: 'nothing-to-clear' });
  return keepDraft({ ...state, draft: emptied(draft), isDirty: true, unsure: false }, card);
}

function emptied(draft: Draft): Draft {
  switch (draft.at) {
    case 'choosing':
      return { ...draft, picked: [] };
    case 'typing':
      return { ...draft, fields: draft.fields.map(() => textField()), field: 0 };
    case 'writing':
      return { ...draft, lines: [], line: textField() };
  }
}

function leave(state: ExamState, card: QuestionCard): ExamStepped {
  const kept = keepDraft(state, card);
  return { state: kept.state, effects: [...kept.effects, { kind: 'leave', how: 'quit' }] };
}

function onNoteKey(state: ExamState, key: Key): ExamStepped {
  const { note, index } = state;
  const edited = note ? editNote(note.field, key) : ({ kind: 'dropped' } as const);
  if (edited.kind === 'open') return still({ ...state, note: { field: edited.field } });
  const back = { ...state, at: 'question', note: null } as const;
  if (edited.kind === 'dropped') return still(back);
  const { text } = edited;
  return { state: withPlace(back, index, { note: text }), effects: [{ kind: 'note', index, text }] };
}
