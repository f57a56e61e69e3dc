import type { Key } from '../key.ts';
import { isEnter } from '../key.ts';
import { moveTo } from './keep.ts';
import type { ExamState, ExamStepped } from './state.ts';
import type { ExamRules } from './step.ts';

const still = (state: ExamState): ExamStepped => ({ state, effects: [] });

/** The answer sheet: arrows or a number go to a question, `s` hands the paper in. */
export function onSheetKey(state: ExamState, key: Key, rules: ExamRules): ExamStepped {
  const by = arrow(key, rules.sheetRow(state.columns));
  if (by !== 0) {
    const cursor = Math.min(state.places.length - 1, Math.max(0, state.cursor + by));
    return still({ ...state, cursor, digits: '' });
  }
  if (/^\d$/.test(key.text)) return typed(state, state.digits + key.text);
  if (key.name === 'backspace') return typed(state, state.digits.slice(0, -1));
  if (isEnter(key)) return go(state, state.cursor, rules);
  if (key.name === 'escape' || key.name === 'tab') return go(state, state.index, rules);
  switch (key.text.toLowerCase()) {
    case 'b':
      return toNext(state, ({ saved }) => saved === null);
    case 'f':
      return toNext(state, ({ flagged }) => flagged);
    case '?':
      return toNext(state, ({ unsure }) => unsure);
    case 's':
      return still({ ...state, at: 'submitting' });
    case 'q':
      return { state, effects: [{ kind: 'leave', how: 'quit' }] };
  }
  return still(state);
}

/** Before the paper is handed in: `y` does it, `b` goes to the first blank, everything else goes back. */
export function onSubmittingKey(state: ExamState, key: Key, rules: ExamRules): ExamStepped {
  const text = key.text.toLowerCase();
  if (text === 'y') return { state, effects: [{ kind: 'leave', how: 'submitted' }] };
  const blank = state.places.findIndex(({ saved }) => saved === null);
  if (text === 'b' && blank >= 0) return go(state, blank, rules);
  return text === 'n' || key.name === 'escape' || key.name === 'tab' || isEnter(key)
    ? still({ ...state, at: 'sheet' })
    : still(state);
}

function arrow(key: Key, row: number): number {
  switch (key.name) {
    case 'left':
      return -1;
    case 'right':
      return 1;
    case 'up':
      return -row;
    case 'down':
      return row;
    case 'home':
      return Number.MIN_SAFE_INTEGER;
    case 'end':
      return Number.MAX_SAFE_INTEGER;
    default:
      return 0;
  }
}

function typed(state: ExamState, digits: string): ExamStepped {
  const number = Number(digits);
  if (digits === '') return still({ ...state, digits });
  if (number < 1 || number > state.places.length) return still({ ...state, digits: '', complaint: 'no-such-question' });
  return still({ ...state, digits, cursor: number - 1 });
}

/** The time spent on the sheet belongs to no question. */
const go = (state: ExamState, index: number, rules: ExamRules): ExamStepped =>
  moveTo({ ...state, openedAt: state.now }, index, rules);

function toNext(state: ExamState, fits: (place: ExamState['places'][number]) => boolean): ExamStepped {
  const { places, cursor } = state;
  const after = places.findIndex((place, index) => index > cursor && fits(place));
  const next = after >= 0 ? after : places.findIndex(fits);
  return still(next < 0 ? state : { ...state, cursor: next, digits: '' });
}
