import type { Letter } from '../../core/bank/item.ts';
import { CAUSES } from '../../core/drill/cause.ts';
import { folded, isEnter, type Key } from '../key.ts';
import { editNote } from '../note-field.ts';
import { editField, textField, textOfField } from '../text-field.ts';
import type { QuestionCard } from './cards.ts';
import type { AskEvent, AskOutcome, AskState, Complaint, Phase, Stepped } from './state.ts';

/** The screen after one more key, tick or answer of the program, and what it wants done. */
export function step(state: AskState, event: AskEvent, card: QuestionCard): Stepped {
  switch (event.kind) {
    case 'tick':
      return { state: { ...state, now: event.now } };
    case 'resize':
      return { state: { ...state, columns: event.columns, rows: event.rows, scroll: 0 } };
    case 'verdict':
      return { state: { ...state, phase: { at: 'judged' }, verdict: event.verdict, scroll: 0, complaint: null } };
    case 'suggested':
      return {
        state: { ...state, phase: { at: 'ticking', text: event.text, covered: event.covered, cursor: 0 }, scroll: 0 },
      };
    case 'key':
      return onKey({ ...state, complaint: null }, event.key, card);
  }
}

function onKey(state: AskState, key: Key, card: QuestionCard): Stepped {
  if (key.ctrl && key.name === 'd') return leave(state, 'quit');
  if (key.name === 'pageup') return { state: { ...state, scroll: state.scroll + pageOf(state) } };
  if (key.name === 'pagedown') return { state: { ...state, scroll: state.scroll - pageOf(state) } };
  const { phase } = state;
  switch (phase.at) {
    case 'choosing':
      return whileChoosing(state, phase, folded(key), card);
    case 'typing':
      return whileTyping(state, phase, key);
    case 'writing':
      return whileWriting(state, phase, key);
    case 'ticking':
      return whileTicking(state, phase, folded(key), card);
    case 'noting':
      return whileNoting(state, phase, key);
    case 'judged':
      return whileJudged(state, folded(key));
  }
}

/** No line is passed over: the header, the hints and the two lines that say what is hidden take nine. */
const pageOf = (state: AskState): number => Math.max(1, state.rows - 9);
const complain = (state: AskState, complaint: Complaint): Stepped => ({ state: { ...state, complaint } });
const leave = (state: AskState, how: AskOutcome): Stepped => ({
  state,
  effect: { kind: 'leave', how },
});

export type Choosing = Extract<Phase, { at: 'choosing' }>;

function whileChoosing(state: AskState, phase: Choosing, key: Key, card: QuestionCard): Stepped {
  const choice = choiceOf(key, card);
  if (choice !== null) return choose(state, phase, choice, card);
  const moved = moveCursor(phase, key, card.options.length);
  if (moved) return { state: { ...state, phase: moved } };
  if (key.text === '0') return judge(state, [], card);
  if (key.text === '?') return { state: { ...state, guess: !state.guess } };
  if (key.name === 'backspace' && card.type === 'ordering')
    return { state: { ...state, phase: { ...phase, picked: phase.picked.slice(0, -1) } } };
  if (key.name === 'space')
    return phase.cursor === null ? { state } : choose(state, phase, letterAtPlace(card, phase.cursor), card);
  if (isEnter(key)) return submitChoice(state, phase, card);
  return onCommand(state, key);
}

/** The bank's letter that a key means: the label on the screen, or its number. */
export function choiceOf(key: Key, card: QuestionCard): Letter | null {
  const label = key.text.toUpperCase();
  const byLabel = card.options.find((option) => option.label === label);
  if (byLabel) return byLabel.letter;
  if (/^[1-9]$/.test(label)) return card.options[Number(label) - 1]?.letter ?? null;
  if (card.type !== 'boolean') return null;
  if (/^[T√对VY是]$/.test(label)) return card.options[0]?.letter ?? null;
  return /^[F×错否]$/.test(label) ? (card.options[1]?.letter ?? null) : null;
}

export const letterAtPlace = (card: QuestionCard, place: number): Letter => card.options[place]?.letter ?? 'A';

function choose(state: AskState, phase: Choosing, letter: Letter, card: QuestionCard): Stepped {
  if (card.type === 'single' || card.type === 'boolean')
    return judge({ ...state, phase: { ...phase, picked: [letter] } }, [letter], card);
  const has = phase.picked.includes(letter);
  const picked = has ? phase.picked.filter((other) => other !== letter) : [...phase.picked, letter];
  return { state: { ...state, phase: { ...phase, picked } } };
}

export function moveCursor(phase: Choosing, key: Key, count: number): Choosing | null {
  if (key.name !== 'up' && key.name !== 'down') return null;
  const by = key.name === 'up' ? -1 : 1;
  const cursor = phase.cursor === null ? (by > 0 ? 0 : count - 1) : (phase.cursor + by + count) % count;
  return { ...phase, cursor };
}

function submitChoice(state: AskState, phase: Choosing, card: QuestionCard): Stepped {
  if (card.type === 'single' || card.type === 'boolean')
    return phase.cursor === null
      ? complain(state, 'nothing-picked')
      : choose(state, phase, letterAtPlace(card, phase.cursor), card);
  if (phase.picked.length === 0) return complain(state, 'nothing-picked');
  if (card.type === 'ordering' && phase.picked.length < card.options.length) return complain(state, 'not-complete');
  return judge(state, card.type === 'multiple' ? [...phase.picked].sort() : phase.picked, card);
}

/** No letters say that the answer is not known. */
function judge(state: AskState, letters: readonly Letter[], card: QuestionCard): Stepped {
  const response =
    card.type === 'boolean'
      ? ({ kind: 'truth', value: letters.length === 0 ? null : letters[0] === 'A' } as const)
      : ({ kind: 'letters', letters } as const);
  return { state, effect: { kind: 'judge', response, guess: state.guess } };
}

type Typing = Extract<Phase, { at: 'typing' }>;

function whileTyping(state: AskState, phase: Typing, key: Key): Stepped {
  const current = phase.fields[phase.field];
  if (!current) return { state };
  if (isEnter(key)) {
    const command = commandIn(textOfField(current));
    if (command)
      return onCommand({ ...state, phase: { ...phase, fields: phase.fields.with(phase.field, textField()) } }, command);
    if (phase.field + 1 < phase.fields.length)
      return { state: { ...state, phase: { ...phase, field: phase.field + 1 } } };
    const texts = phase.fields.map(textOfField);
    return { state, effect: { kind: 'judge', response: { kind: 'texts', texts }, guess: state.guess } };
  }
  if (key.name === 'up' || (key.name === 'tab' && phase.field > 0))
    return { state: { ...state, phase: { ...phase, field: Math.max(0, phase.field - 1) } } };
  if (key.name === 'down')
    return { state: { ...state, phase: { ...phase, field: Math.min(phase.fields.length - 1, phase.field + 1) } } };
  const edited = editField(current, key);
  return { state: edited ? { ...state, phase: { ...phase, fields: phase.fields.with(phase.field, edited) } } : state };
}

type Writing = Extract<Phase, { at: 'writing' }>;

/** Lines until an empty one, or one with a single full stop. */
function whileWriting(state: AskState, phase: Writing, key: Key): Stepped {
  const text = textOfField(phase.line);
  if (isEnter(key)) {
    const command = commandIn(text);
    if (command) return onCommand({ ...state, phase: { ...phase, line: textField() } }, command);
    if (text.trim() === '' || text.trim() === '.')
      return { state, effect: { kind: 'suggest', text: phase.lines.join('\n') } };
    return { state: { ...state, phase: { ...phase, lines: [...phase.lines, text], line: textField() } } };
  }
  const last = phase.lines.at(-1);
  if (text === '' && last !== undefined && (key.name === 'backspace' || key.name === 'up'))
    return { state: { ...state, phase: { ...phase, lines: phase.lines.slice(0, -1), line: textField(last) } } };
  const edited = editField(phase.line, key);
  return { state: edited ? { ...state, phase: { ...phase, line: edited } } : state };
}

type Ticking = Extract<Phase, { at: 'ticking' }>;

function whileTicking(state: AskState, phase: Ticking, key: Key, card: QuestionCard): Stepped {
  const count = card.keyPoints.length;
  if (isEnter(key)) {
    const response = { kind: 'essay', text: phase.text, covered: phase.covered } as const;
    return { state, effect: { kind: 'judge', response, guess: state.guess } };
  }
  if (key.name === 'up' || key.name === 'down') {
    const cursor = (phase.cursor + (key.name === 'up' ? count - 1 : 1)) % count;
    return { state: { ...state, phase: { ...phase, cursor } } };
  }
  const number = key.name === 'space' ? phase.cursor + 1 : /^[1-9]$/.test(key.text) ? Number(key.text) : 0;
  if (number >= 1 && number <= count) {
    const has = phase.covered.includes(number);
    const covered = has ? phase.covered.filter((n) => n !== number) : [...phase.covered, number].sort((a, b) => a - b);
    return { state: { ...state, phase: { ...phase, covered, cursor: number - 1 } } };
  }
  if (key.text === '?' && !state.marking) return { state: { ...state, guess: !state.guess } };
  return onCommand(state, key);
}

type Noting = Extract<Phase, { at: 'noting' }>;

function whileNoting(state: AskState, phase: Noting, key: Key): Stepped {
  const edited = editNote(phase.text, key);
  switch (edited.kind) {
    case 'dropped':
      return { state: { ...state, phase: phase.back } };
    case 'written': {
      const { text } = edited;
      return { state: { ...state, phase: phase.back, note: text }, effect: { kind: 'note', text } };
    }
    case 'open':
      return { state: { ...state, phase: { ...phase, text: edited.field } } };
  }
}

function whileJudged(state: AskState, key: Key): Stepped {
  const may = state.verdict?.may;
  if (isEnter(key) || key.name === 'space' || key.name === 'right') return leave(state, 'next');
  if (key.text === '?') return may?.guess ? amend(state, 'guess') : complain(state, 'not-right');
  if (key.text === '+') return may?.easy ? amend(state, 'easy') : complain(state, 'not-right');
  if (key.text.toLowerCase() === 'o') return may?.overrule ? amend(state, 'overrule') : complain(state, 'not-wrong');
  // Before the answer it may be the letter of an option.
  if (key.text.toLowerCase() === 'e' && !state.marking) return leave(state, 'edit');
  const cause = CAUSES[Number(key.text) - 1];
  if (cause) return may?.cause ? { state, effect: { kind: 'cause', cause } } : complain(state, 'cause-of-right');
  if (key.name === 'up') return { state: { ...state, scroll: state.scroll + 1 } };
  if (key.name === 'down') return { state: { ...state, scroll: state.scroll - 1 } };
  return onCommand(state, key);
}

const amend = (state: AskState, what: 'guess' | 'easy' | 'overrule'): Stepped => ({
  state,
  effect: { kind: 'amend', what },
});

/** Keys that mean the same wherever nothing is being typed. */
function onCommand(state: AskState, key: Key): Stepped {
  const name = key.text.toLowerCase();
  // What is marked stays in the deck; taken back can be the marking alone, and that once it was made.
  if (state.marking && (name === 'x' || (name === 'u' && !state.verdict))) return { state };
  switch (name) {
    case 'q':
      return leave(state, 'quit');
    case 'u':
      return leave(state, 'undo');
    case 'x':
      return leave(state, 'put-away');
    case 's':
      return { state: { ...state, starred: !state.starred }, effect: { kind: 'star', on: !state.starred } };
    case 'n':
      return { state: { ...state, phase: { at: 'noting', text: textField(state.note), back: state.phase } } };
    case 'm':
      return { state: { ...state, scroll: state.scroll > 0 ? 0 : Number.MAX_SAFE_INTEGER } };
  }
  return { state };
}

/** While a text is typed, commands are lines of their own that begin with a colon, as in plain mode. */
function commandIn(text: string): Key | null {
  const match = /^:([a-z?])$/.exec(text.normalize('NFKC').trim().toLowerCase());
  return match ? { name: match[1] as string, text: match[1] as string, ctrl: false } : null;
}
