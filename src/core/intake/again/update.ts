import type { Hash } from '../../bank/compile.ts';
import type { ItemDocument } from '../../bank/schema.ts';
import { FIELDS_OF, type Fields, isKeyless, PARTS, type Part, partText } from './contents.ts';
import { type Fingerprint, fingerprintIn, shortOf, withRead } from './fingerprint.ts';
import { matchQuestions } from './match.ts';

/** What importing again does to a bank, before anything is done. */
export interface UpdatePlan {
  readonly changed: readonly Changed[];
  /** Items that the bank lacks, each behind the one that stands before it in the document; -1 for the beginning. */
  readonly added: readonly { readonly item: ItemDocument; readonly after: number }[];
  /** Ids of what the document no longer has: it stays. */
  readonly gone: readonly string[];
  readonly same: number;
  /** The items as they will be, in the order of the bank, without those that are added. */
  readonly items: readonly ItemDocument[];
}

export interface Changed {
  readonly index: number;
  readonly id: string;
  readonly differences: readonly Difference[];
}

/** `taken` from the document; `yours`: the author changed it and the document did not; `both` changed it: the author's stays. */
export interface Difference {
  /** Of a case the number of its part, from 1; 0 for the item itself. */
  readonly part: number;
  readonly field: Part | 'material' | 'added' | 'gone';
  readonly what: 'taken' | 'yours' | 'both';
  readonly own: string;
  readonly read: string;
}

/**
 * Plans how items that were read again go into a bank. Ids, order, and every field that no document has stay. Of what a
 * document says, that part is taken which it changed since it was read; where an item does not tell what was read then, the
 * document counts. A part that the document leaves empty, and a key that it does not know, take nothing away. `named` are the ids that the document itself gives.
 */
export function planUpdate(
  own: readonly ItemDocument[],
  read: readonly ItemDocument[],
  hash: Hash,
  named: ReadonlySet<string> = new Set(),
): UpdatePlan {
  const found = matchQuestions(own, read, named);
  const items = [...own];
  const changed: Changed[] = [];
  const added: { item: ItemDocument; after: number }[] = [];
  const taken = new Set(own.map(({ id }) => id));
  let after = -1;
  read.forEach((item, index) => {
    const at = found[index];
    if (at === null || at === undefined) {
      added.push({
        item: withRead({ ...item, id: freeId(item.id ?? 'q001', taken) } as ItemDocument, item, hash),
        after,
      });
      return;
    }
    after = at;
    const before = own[at] as ItemDocument;
    const { item: updated, differences } = updatedItem(before, item, hash);
    items[at] = withRead(updated, item, hash);
    if (differences.length > 0) changed.push({ index: at, id: before.id ?? '', differences });
  });
  const matched = new Set(found);
  return {
    changed: changed.sort((a, b) => a.index - b.index),
    added,
    gone: own.flatMap(({ id }, index) => (matched.has(index) ? [] : [id ?? ''])),
    same: matched.size - (matched.has(null) ? 1 : 0) - changed.length,
    items,
  };
}

/** True where it writes nothing. */
export const isIdle = ({ changed, added }: UpdatePlan): boolean =>
  added.length === 0 && changed.every(({ differences }) => differences.every(({ what }) => what !== 'taken'));

function freeId(wanted: string, taken: Set<string | undefined>): string {
  const [, letters = 'q', digits = '001'] = /^(.*?)(\d+)$/.exec(wanted) ?? [undefined, `${wanted}-`, '1'];
  let id = wanted;
  for (let number = Number(digits); taken.has(id); number++) id = letters + String(number).padStart(digits.length, '0');
  taken.add(id);
  return id;
}

interface Updated {
  readonly item: ItemDocument;
  readonly differences: readonly Difference[];
}

function updatedItem(own: ItemDocument, read: ItemDocument, hash: Hash): Updated {
  const base = fingerprintIn(own);
  if (own.type !== 'case' || read.type !== 'case') {
    const { question, differences } = updatedQuestion(own, read, base?.questions[0], 0, hash);
    return { item: question as ItemDocument, differences };
  }
  const differences: Difference[] = [];
  const material = decided(own.material.trim(), read.material.trim(), base?.material, hash);
  if (material)
    differences.push({ part: 0, field: 'material', what: material, own: own.material, read: read.material });
  const parts = updatedParts(own, read, base, hash);
  differences.push(...parts.differences);
  const item = { ...own, ...(material === 'taken' ? { material: read.material } : {}), items: parts.items };
  return { item: item as ItemDocument, differences };
}

type CaseDocument = Extract<ItemDocument, { type: 'case' }>;

/** Progress hangs on the numbers of the parts: those that are there keep theirs, new ones come behind them. */
function updatedParts(own: CaseDocument, read: CaseDocument, base: Fingerprint | null, hash: Hash) {
  const differences: Difference[] = [];
  const found = matchQuestions(own.items, read.items, new Set());
  const items: Fields[] = [...own.items];
  read.items.forEach((part, index) => {
    const at = found[index];
    if (at === null || at === undefined) {
      items.push(part);
      differences.push({ part: items.length, field: 'added', what: 'taken', own: '', read: part.stem });
      return;
    }
    // The order of the marks is that of the document then; where it had other parts, they say nothing.
    const marks = base?.questions.length === read.items.length ? base.questions[index] : undefined;
    const updated = updatedQuestion(own.items[at] as Fields, part, marks, at + 1, hash);
    items[at] = updated.question;
    differences.push(...updated.differences);
  });
  own.items.forEach((part, at) => {
    if (!found.includes(at)) differences.push({ part: at + 1, field: 'gone', what: 'yours', own: part.stem, read: '' });
  });
  return { items, differences };
}

function updatedQuestion(
  own: Fields,
  read: Fields,
  base: Fingerprint['questions'][number] | undefined,
  part: number,
  hash: Hash,
): { question: Fields; differences: Difference[] } {
  const question: Record<string, unknown> = { ...own };
  const differences: Difference[] = [];
  for (const field of PARTS) {
    const [ours, theirs] = [partText(own, field), partText(read, field)];
    if (field === 'body' && isKeyless(read) && !isKeyless(own)) continue;
    const what = decided(ours, theirs, base?.[field], hash);
    if (!what) continue;
    differences.push({ part, field, what, own: ours, read: theirs });
    if (what !== 'taken') continue;
    for (const name of FIELDS_OF[field])
      if (read[name] === undefined) delete question[name];
      else question[name] = read[name];
  }
  return { question, differences };
}

/** Null where there is nothing to decide: both say the same, or the document says nothing. */
function decided(own: string, read: string, base: string | undefined, hash: Hash): Difference['what'] | null {
  if (own === read || read === '') return null;
  if (base === undefined) return 'taken';
  if (shortOf(read, hash) === base) return 'yours';
  return shortOf(own, hash) === base || own === '' ? 'taken' : 'both';
}
