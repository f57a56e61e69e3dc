import { checkBank } from '../core/bank/check.ts';
import type { Finding } from '../core/bank/finding.ts';
import type { ItemDocument, TopicDocument } from '../core/bank/schema.ts';
import type { StoredItem } from '../core/intake/formats/bank.ts';
import { readBankSource } from './bank-source.ts';

/** The items of a bank's text one by one, also where the bank as a whole could not be used. */
export type BankItems =
  | {
      readonly kind: 'items';
      readonly items: readonly StoredItem[];
      readonly topics: Readonly<Record<string, TopicDocument>>;
      /** Titles of what is no item and is not handed over: papers and certificates. */
      readonly besides: readonly string[];
    }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string };

export function readBankItems(text: string): BankItems {
  const source = readBankSource(text);
  const [broken] = source.faults;
  const value = source.value as Record<string, unknown> | null;
  if (typeof value !== 'object' || value === null || !Array.isArray(value.items))
    return { kind: 'broken', line: broken?.line ?? 1, reason: broken?.finding.code ?? 'no items' };
  const findings = checkBank(value).filter(({ severity }) => severity === 'error');
  const faulty = new Set(findings.filter(({ path }) => path[0] === 'items').map(({ path }) => path[1]));
  const lines = value.items.map((_, index) => source.locate(at(index)).line);
  const last = text.trimEnd().split('\n').length;
  // A fault outside of the items, such as in a topic, leaves the items as they are and their topics behind.
  const topicsAreSound = !findings.some(({ path }) => path[0] === 'topics');
  return {
    kind: 'items',
    items: value.items.map((item, index) => ({
      item: item as ItemDocument,
      line: lines[index] ?? 1,
      endLine: Math.max(lines[index] ?? 1, (lines[index + 1] ?? last + 1) - 1),
      isFaulty: faulty.has(index),
    })),
    topics: topicsAreSound ? ((value.topics ?? {}) as Record<string, TopicDocument>) : {},
    besides: [...titlesIn(value.papers), ...titlesIn(value.certificates)],
  };
}

const at = (index: number): Finding => ({ code: 'EMPTY_TEXT', severity: 'error', path: ['items', index], params: {} });

const titlesIn = (values: unknown): string[] =>
  typeof values === 'object' && values !== null ? Object.keys(values) : [];
