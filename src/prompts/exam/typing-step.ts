import type { Key } from '../key.ts';
import { isEnter } from '../key.ts';
import { editField, textField, textOfField } from '../text-field.ts';
import { moveTo } from './keep.ts';
import type { Draft, ExamState, ExamStepped } from './state.ts';
import type { ExamRules } from './step.ts';

const still = (state: ExamState): ExamStepped => ({ state, effects: [] });

/** A key while a text is typed. Enter goes on: to the next blank, to the next line, and from an empty one to the next question. */
export function type(
  state: ExamState,
  draft: Exclude<Draft, { at: 'choosing' }>,
  key: Key,
  rules: ExamRules,
): ExamStepped {
  if (key.name === 'escape') return still({ ...state, isTyping: false });
  return draft.at === 'typing' ? typeBlank(state, draft, key, rules) : write(state, draft, key, rules);
}

function typeBlank(state: ExamState, draft: Extract<Draft, { at: 'typing' }>, key: Key, rules: ExamRules): ExamStepped {
  const { fields, field } = draft;
  const last = fields.length - 1;
  if (isEnter(key) && field === last) return moveTo(state, state.index + 1, rules);
  if (isEnter(key) || key.name === 'down')
    return still({ ...state, draft: { ...draft, field: Math.min(last, field + 1) } });
  if (key.name === 'up') return still({ ...state, draft: { ...draft, field: Math.max(0, field - 1) } });
  const current = fields[field] ?? textField();
  const edited = editField(current, key);
  if (!edited) return still(state);
  const isChanged = textOfField(edited) !== textOfField(current);
  return still({
    ...state,
    draft: { ...draft, fields: fields.with(field, edited) },
    isDirty: state.isDirty || isChanged,
  });
}

function write(state: ExamState, draft: Extract<Draft, { at: 'writing' }>, key: Key, rules: ExamRules): ExamStepped {
  const { lines, line } = draft;
  const text = textOfField(line);
  if (isEnter(key)) {
    if (text.trim() === '') return moveTo(state, state.index + 1, rules);
    return still({ ...state, draft: { ...draft, lines: [...lines, text], line: textField() }, isDirty: true });
  }
  const before = lines.at(-1);
  if (before !== undefined && text === '' && (key.name === 'backspace' || key.name === 'up'))
    return still({ ...state, draft: { ...draft, lines: lines.slice(0, -1), line: textField(before) }, isDirty: true });
  const edited = editField(line, key);
  if (!edited) return still(state);
  const isChanged = textOfField(edited) !== text;
  return still({ ...state, draft: { ...draft, line: edited }, isDirty: state.isDirty || isChanged });
}
