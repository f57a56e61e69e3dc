import { BANK_FORMAT, MOST_CHARACTERS } from './bank.ts';
import { type Fields, isRecord } from './values.ts';

/**
 * Whether a bank is built as most are, so that the schema would find nothing wrong. Loading the schema and checking a thousand
 * items with it takes fifty milliseconds, for which the first question of a drill would wait; this takes four.
 *
 * A no says nothing: the value may be sound all the same, and the schema decides. Only what is common is known here, and
 * each check is at least as strict as the schema's.
 */
export function isPlainBank(bank: Fields): boolean {
  return bank.format === BANK_FORMAT && has(bank, BANK) && arePlainItems(bank.items);
}

/** The same of its items alone. */
export const arePlainItems = (items: unknown): boolean => isListOf(items, isPlainItem);

function isPlainItem(item: unknown): boolean {
  return isRecord(item) && (item.type === 'case' ? has(item, CASE) : isPlainQuestion(item));
}

type Is = (value: unknown) => boolean;

/** What may stand in a map, and what must. */
interface Shape {
  readonly may: ReadonlyMap<string, Is>;
  readonly must: readonly string[];
}

function has(value: unknown, { may, must }: Shape): boolean {
  if (!isRecord(value)) return false;
  for (const key of Object.keys(value)) if (may.get(key)?.(value[key]) !== true) return false;
  for (const key of must) if (!Object.hasOwn(value, key)) return false;
  return true;
}

function isListOf(value: unknown, is: Is, least = 0, most = Number.POSITIVE_INFINITY): boolean {
  if (!Array.isArray(value) || value.length < least || value.length > most) return false;
  // `every` would pass over a gap.
  for (const entry of value) if (!is(entry)) return false;
  return true;
}

const listOf =
  (is: Is, least: number, most?: number): Is =>
  (value) =>
    isListOf(value, is, least, most);

const shape = (must: readonly string[], fields: Readonly<Record<string, Is>>): Shape => ({
  may: new Map(Object.entries(fields)),
  must,
});

/** Letters and signs that nobody can overlook, in the scripts that banks are written in. */
const SEEN = /[!-~\u00c0-\u024f\u0391-\u03c9\u0410-\u044f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

const isText: Is = (value) => typeof value === 'string' && value.length <= MOST_CHARACTERS && SEEN.test(value);
const isScalar: Is = (value) => isText(value) || typeof value === 'boolean' || Number.isFinite(value);
const isTruth: Is = (value) => typeof value === 'boolean';
const isId: Is = (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,199}$/.test(value);
const isTopicPath: Is = (value) =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/.test(value);
const isNumberUpTo =
  (least: number, most: number): Is =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

const COMMON: Readonly<Record<string, Is>> = {
  type: isText,
  id: isId,
  topic: isTopicPath,
  difficulty: (value) => value === 1 || value === 2 || value === 3 || value === 4 || value === 5,
  tags: listOf(isText, 0, 50),
  stem: isText,
  explanation: isText,
  draft: isTruth,
  source: isText,
};
const isLetters: Is = (value) => isText(value) || isListOf(value, isText, 1);
const isAccepted: Is = (value) => isScalar(value) || isListOf(value, isScalar, 1, 500);
const KEY_POINT = shape(['text'], { text: isText, keywords: listOf(isScalar, 0), points: isNumberUpTo(0, 1000) });
const CHOICE = { ...COMMON, options: listOf(isScalar, 2, 26), shuffle: isTruth };

const QUESTIONS: ReadonlyMap<unknown, Shape> = new Map<unknown, Shape>([
  ['single', shape(['stem', 'options'], { ...CHOICE, answer: isText })],
  ['multiple', shape(['stem', 'options'], { ...CHOICE, answer: isLetters })],
  ['ordering', shape(['stem', 'options'], { ...CHOICE, answer: isLetters })],
  ['boolean', shape(['stem'], { ...COMMON, answer: (value) => isTruth(value) || isText(value) })],
  ['blank', shape(['stem'], { ...COMMON, answer: (value) => isScalar(value) || isListOf(value, isAccepted, 1, 100) })],
  ['short', shape(['stem'], { ...COMMON, answer: isText, points: listOf((point) => has(point, KEY_POINT), 1) })],
]);

function isPlainQuestion(question: unknown): boolean {
  if (!isRecord(question)) return false;
  const known = QUESTIONS.get(question.type);
  return known !== undefined && has(question, known);
}

const CASE = shape(['material', 'items'], {
  ...COMMON,
  title: isText,
  material: isText,
  items: listOf(isPlainQuestion, 1, 99),
});

const isTopics: Is = (topics) =>
  isRecord(topics) && Object.keys(topics).every((name) => isId(name) && has(topics[name], TOPIC));
const TOPIC: Shape = shape(['title'], {
  title: isText,
  notes: (value) => typeof value === 'string' && value.length <= MOST_CHARACTERS,
  topics: isTopics,
});

const BANK = shape(['id', 'title', 'items'], {
  format: isText,
  id: isId,
  title: isText,
  language: isText,
  license: isText,
  topics: isTopics,
  items: () => true,
});
