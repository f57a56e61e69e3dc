import { RATINGS } from '../../drill/rating.ts';
import type { HistoryEvent } from '../event.ts';
import type { Wanted } from './finding.ts';

/** A field that is not what this program writes there. */
export interface FieldFault {
  readonly field: string;
  readonly wanted: Wanted;
  readonly isMissing: boolean;
  /** Without it the event says nothing: it cannot be kept by leaving the field out. */
  readonly isNeeded: boolean;
}

/** The fields of an event of a known type that are missing or wrong. What is unknown, a type or a field, is no fault. */
export function fieldFaults(event: HistoryEvent): FieldFault[] {
  const known: Fields = FIELDS[event.type as KnownType] ?? {};
  return [...faultsIn(event, EVERY), ...faultsIn(event, known)];
}

export const isKnownType = (type: string): boolean => Object.hasOwn(FIELDS, type);

type KnownType = Exclude<HistoryEvent['type'], 'unknown'> | 'tuned';

/** What a field holds; `?` where an event is of use without it. */
type Fields = Readonly<Record<string, Wanted | `${Wanted}?`>>;

const EVERY: Fields = { device: 'text?' };

const FIELDS: Readonly<Record<KnownType, Fields>> = {
  'session-started': { mode: 'text?', banks: 'banks', settings: 'object?', seed: 'text?', form: 'form' },
  answered: {
    session: 'text',
    mode: 'text',
    item: 'text',
    right: 'truth',
    rating: 'rating',
    revision: 'text?',
    order: 'texts?',
    response: 'answers?',
    covered: 'numbers?',
    steps: 'list?',
    marks: 'number?',
    of: 'number?',
    rule: 'text?',
    guess: 'truth?',
    overrule: 'truth?',
    expired: 'truth?',
    draft: 'texts?',
    ms: 'number?',
    remarked: 'truth?',
  },
  'session-ended': { session: 'text', how: 'text?', usedMs: 'number?' },
  paused: { session: 'text', usedMs: 'number?' },
  resumed: { session: 'text', usedMs: 'number?', awayMs: 'number?' },
  flagged: { session: 'text', item: 'text', on: 'truth' },
  viewed: { session: 'text', item: 'text', ms: 'number?' },
  voided: { target: 'text' },
  starred: { item: 'text', on: 'truth' },
  suspended: { item: 'text', on: 'truth' },
  noted: { item: 'text', text: 'text' },
  // What is no page is no place, and no damage (`studiedPageIn`).
  studied: { bank: 'text?', topic: 'text?' },
  cause: { target: 'text', item: 'text?', cause: 'text' },
  // What is no review counts for nothing, and is no damage (`importedReview`).
  imported: { item: 'text?', right: 'truth?', rating: 'rating?', ms: 'number?' },
  // Named by the contract; this program counts nothing of it.
  tuned: {},
};

function faultsIn(event: HistoryEvent, fields: Fields): FieldFault[] {
  const values = event as unknown as Readonly<Record<string, unknown>>;
  const faults: FieldFault[] = [];
  for (const field in fields) {
    const said = fields[field] as string;
    const isNeeded = !said.endsWith('?');
    const wanted = (isNeeded ? said : said.slice(0, -1)) as Wanted;
    const isMissing = values[field] === undefined;
    if (isMissing ? isNeeded : !HOLDS[wanted](values[field])) faults.push({ field, wanted, isMissing, isNeeded });
  }
  return faults;
}

const isText = (value: unknown): boolean => typeof value === 'string';
/** 1e999 is JSON, and no number. */
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isListOf = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const HOLDS: Readonly<Record<Wanted, (value: unknown) => boolean>> = {
  text: isText,
  number: isNumber,
  truth: (value) => typeof value === 'boolean',
  rating: (value) => RATINGS.some((rating) => rating === value),
  object: isObject,
  list: Array.isArray,
  texts: (value) => isListOf(value, isText),
  numbers: (value) => isListOf(value, isNumber),
  answers: (value) => isListOf(value, (one) => isText(one) || typeof one === 'boolean'),
  banks: (value) => isListOf(value, (one) => isObject(one) && isText(one.id)),
  form: (value) => isListOf(value, (one) => isObject(one) && isText(one.item)),
};
