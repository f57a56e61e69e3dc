import type { Hash } from '../../bank/compile.ts';
import type { BankDocument, ItemDocument } from '../../bank/schema.ts';
import { type Fields, PARTS, type Part, partText, questionsOfItem } from './contents.ts';

/**
 * What the document said when an item was read, shortened: the field `read` of its `source`. By it a later import tells what
 * the document changed since from what the author did. One word a question, the material of a case first.
 */
export interface Fingerprint {
  readonly material: string;
  readonly questions: readonly Readonly<Partial<Record<Part, string>>>[];
}

export const fingerprintOf = (item: ItemDocument, hash: Hash): Fingerprint => ({
  material: item.type === 'case' ? shortOf(item.material.trim(), hash) : '',
  questions: questionsOfItem(item).map((question) => marksOf(question, hash)),
});

export const marksOf = (question: Fields, hash: Hash): Readonly<Record<Part, string>> =>
  Object.fromEntries(PARTS.map((part) => [part, shortOf(partText(question, part), hash)])) as Record<Part, string>;

/** Six digits tell one text from another; what they need not do is hold against anybody. */
export const shortOf = (text: string, hash: Hash): string => hash(text).slice(0, 6);

export const fingerprintText = ({ material, questions }: Fingerprint): string =>
  [
    ...(material === '' ? [] : [material]),
    ...questions.map((marks) => PARTS.map((part) => marks[part]).join('-')),
  ].join(' ');

/** Null where the item was never stamped, or by hand. */
export function fingerprintIn(item: ItemDocument): Fingerprint | null {
  const read = typeof item.source === 'object' ? (item.source as { read?: unknown }).read : undefined;
  if (typeof read !== 'string') return null;
  const words = read.split(' ');
  const material = item.type === 'case' ? (words.shift() ?? '') : '';
  const questions = words.map((word) => {
    const [stem, body, explanation] = word.split('-');
    return { ...(stem ? { stem } : {}), ...(body ? { body } : {}), ...(explanation ? { explanation } : {}) };
  });
  return { material, questions };
}

/** The items with their fingerprints, as a bank that is written the first time has them. */
export const stamped = (document: BankDocument, hash: Hash): BankDocument => ({
  ...document,
  items: document.items.map((item) => withRead(item, item, hash)),
});

/** `item` with the source of the one that was read, and its fingerprint; an author's own note of the source stays. */
export function withRead(item: ItemDocument, read: ItemDocument, hash: Hash): ItemDocument {
  if (typeof read.source !== 'object' || typeof item.source === 'string') return item;
  const source = { ...read.source, read: fingerprintText(fingerprintOf(read, hash)) };
  return { ...item, source } as ItemDocument;
}
