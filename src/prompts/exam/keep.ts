import type { QuestionCard } from '../ask/cards.ts';
import { atQuestion, type ExamEffect, type ExamState, type ExamStepped, type Place, responseOf } from './state.ts';
import type { ExamRules } from './step.ts';

/** A shorter look at a question is none. */
const SHORTEST_VIEW_MS = 1000;

/** What stands at the question is kept, where it is not yet; nothing at all takes the answer back. */
export function keepDraft(state: ExamState, card: QuestionCard): ExamStepped {
  const { index, now, openedAt, unsure } = state;
  const ms = Math.max(0, now - openedAt);
  if (!state.isDirty) {
    if (ms < SHORTEST_VIEW_MS) return { state, effects: [] };
    return { state: { ...state, openedAt: now }, effects: [{ kind: 'viewed', index, ms }] };
  }
  const response = responseOf(state.draft, card);
  const effect: ExamEffect = response ? { kind: 'save', index, response, unsure, ms } : { kind: 'clear', index, ms };
  const kept = withPlace(state, index, { saved: response, unsure: response !== null && unsure });
  return { state: { ...kept, isDirty: false, openedAt: now }, effects: [effect] };
}

/** Another question, once this one is kept; behind the last one comes the sheet. */
export function moveTo(state: ExamState, index: number, rules: ExamRules): ExamStepped {
  const { state: kept, effects } = keepDraft(state, rules.card(state.index));
  if (index >= state.places.length)
    return { state: { ...kept, at: 'sheet', cursor: state.index, digits: '' }, effects };
  const to = Math.max(0, index);
  return { state: atQuestion(kept, to, rules.card(to), kept.now), effects };
}

export function withPlace(state: ExamState, index: number, fields: Partial<Place>): ExamState {
  const place = state.places[index];
  return place ? { ...state, places: state.places.with(index, { ...place, ...fields }) } : state;
}
