import { isCause } from '../drill/cause.ts';
import { MATCH_STEPS } from '../grading/mark.ts';
import { studiedPageIn } from '../study/place.ts';
import { type Answered, ENDINGS, type HistoryEvent, MODES, type SessionStarted, type UnknownEvent } from './event.ts';

/**
 * An event as far as this program can use it. A history may come from another program, or from somebody who means harm: a
 * field that is not what its kind of event has is left out or taken for nothing, and an event that says nothing without
 * it counts as one of a kind that is not known. What stands in the file is not changed by that.
 */
export function readable(event: HistoryEvent): HistoryEvent {
  const fields = event as object as Unchecked;
  if (event.type === 'answered') return isWholeAnswer(fields) ? event : asAnswer(event);
  if (event.type === 'session-started') return isWholeStart(fields) ? event : asStart(event);
  const needs = NEEDS[event.type];
  return needs && !needs(fields) ? ({ ...event, type: 'unknown' } as UnknownEvent) : event;
}

type Unchecked = { readonly [field: string]: unknown };

const isText = (value: unknown): value is string => typeof value === 'string';
const isTruth = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isObject = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf =
  <T>(fits: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.every(fits);
const isLetter = (value: unknown): value is string => isText(value) && /^[A-Z]$/.test(value);
const isMode = (value: unknown): boolean => MODES.some((mode) => mode === value);
const isAbsentOr = (fits: (value: unknown) => boolean, value: unknown): boolean => value === undefined || fits(value);

/** What the kinds need that are more than a mark of something. */
const NEEDS: Readonly<Partial<Record<string, (event: Unchecked) => boolean>>> = Object.assign(Object.create(null), {
  'session-ended': ({ session, how, usedMs }: Unchecked) =>
    isText(session) && ENDINGS.some((ending) => ending === how) && isAbsentOr(isNumber, usedMs),
  paused: ({ session, usedMs }: Unchecked) => isText(session) && isNumber(usedMs),
  resumed: ({ session, usedMs, awayMs }: Unchecked) => isText(session) && isNumber(usedMs) && isNumber(awayMs),
  flagged: ({ session, item, on }: Unchecked) => isText(session) && isText(item) && isTruth(on),
  viewed: ({ session, item, ms }: Unchecked) => isText(session) && isText(item) && isNumber(ms),
  voided: ({ target }: Unchecked) => isText(target),
  starred: ({ item, on }: Unchecked) => isText(item) && isTruth(on),
  suspended: ({ item, on }: Unchecked) => isText(item) && isTruth(on),
  noted: ({ item, text }: Unchecked) => isText(item) && isText(text),
  studied: (event: Unchecked) => studiedPageIn(event) !== null,
  cause: ({ target, item, cause }: Unchecked) => isText(target) && isText(item) && isCause(cause),
});

const isPart = (value: unknown): value is string | boolean => isText(value) || isTruth(value);
const isStep = (value: unknown): value is (typeof MATCH_STEPS)[number] | null =>
  value === null || MATCH_STEPS.some((step) => step === value);

/** Fields that an answer may have, and that must be what they are where it has them. */
const OF_ANSWER: readonly (readonly [field: keyof Answered, fits: (value: unknown) => boolean])[] = [
  ['order', isListOf(isLetter)],
  ['covered', isListOf(isNumber)],
  ['steps', isListOf(isStep)],
  ['overrule', isTruth],
  ['expired', isTruth],
  ['draft', isListOf(isText)],
  ['remarked', isTruth],
];

function isWholeAnswer(event: Unchecked): boolean {
  const { mode, revision, response, marks, of, rule, guess, ms } = event;
  if (!isMode(mode) || !isText(revision) || !isText(rule) || !isTruth(guess)) return false;
  if (!isNumber(marks) || !isNumber(of) || !isNumber(ms) || !isListOf(isPart)(response)) return false;
  return OF_ANSWER.every(([field, fits]) => isAbsentOr(fits, event[field]));
}

/** Item, session, right and rating were seen to when the line was read. An answer in a mode of its own is one on a sheet. */
function asAnswer(event: Answered): Answered {
  const { mode, revision, response, marks, of, rule, guess, ms } = event as object as Unchecked;
  const optional = OF_ANSWER.filter(([field, fits]) => !isAbsentOr(fits, event[field])).map(([field]) => field);
  return {
    ...without(event, optional),
    mode: isMode(mode) ? event.mode : 'practice',
    revision: isText(revision) ? revision : '',
    response: Array.isArray(response) ? response.filter(isPart) : [],
    marks: isNumber(marks) ? marks : 0,
    of: isNumber(of) ? of : 0,
    rule: isText(rule) ? rule : '',
    guess: guess === true,
    ms: isNumber(ms) ? ms : 0,
  };
}

const isEntry = (value: unknown): boolean =>
  isObject(value) &&
  isText(value.item) &&
  isAbsentOr(isListOf(isLetter), value.order) &&
  isAbsentOr(isNumber, value.section) &&
  isAbsentOr(isNumber, value.of) &&
  isAbsentOr(isText, value.revision) &&
  isAbsentOr(isTruth, value.seen);

const isBank = (value: unknown): boolean => isObject(value) && isText(value.id) && isText(value.revision);

function isWholeStart({ mode, banks, settings, seed, form }: Unchecked): boolean {
  const areWhole = (list: unknown, fits: (value: unknown) => boolean): boolean =>
    Array.isArray(list) && list.every(fits);
  return isMode(mode) && isText(seed) && isObject(settings) && areWhole(banks, isBank) && areWhole(form, isEntry);
}

/** Banks and form were seen to be lists when the line was read. */
function asStart(event: SessionStarted): SessionStarted {
  const { mode, settings, seed } = event as object as Unchecked;
  return {
    ...event,
    mode: isMode(mode) ? event.mode : 'practice',
    settings: isObject(settings) ? settings : {},
    seed: isText(seed) ? seed : '',
    banks: event.banks.filter(isBank),
    form: event.form.filter(isEntry),
  };
}

function without<T extends object>(value: T, fields: readonly (keyof T)[]): T {
  const rest = { ...value };
  for (const field of fields) delete rest[field];
  return rest;
}
