import { createHash } from 'node:crypto';
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { letterAt } from '../core/bank/item.ts';
import { numberIn } from '../core/bank/writing/text.ts';
import { readBankSource } from './bank-source.ts';
import { parseYaml } from './bounded-yaml.ts';

/** One thing that was mended: what, and on which line. */
export interface Mended {
  readonly kind: 'id' | 'key' | 'order';
  readonly line: number;
  /** The id that was given, the key as it is now. */
  readonly value: string;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Mends what needs no judgement: ids that are missing, full-width letters in keys, numbers that do not stand in order.
 * Only those places of the text are touched, so comments and layout stay as they are; a text that is no YAML is left alone.
 */
export function fixBankText(text: string): { readonly text: string; readonly mended: readonly Mended[] } {
  const untouched = { text, mended: [] };
  if (!isSoundYaml(text)) return untouched;
  const { contents } = parseYaml(text).document;
  const items = isMap(contents) ? contents.get('items', true) : null;
  if (!isSeq(items)) return untouched;
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const taken = new Set(items.items.flatMap((item) => (isMap(item) ? [String(item.get('id') ?? '')] : [])));
  const edits: Edit[] = [];
  const mended: Mended[] = [];
  const note = (kind: Mended['kind'], at: number, value: string): void =>
    void mended.push({ kind, line: lineOf(at), value });
  for (const item of items.items) {
    if (!isMap(item) || !item.range) continue;
    if (!item.get('id')) {
      const id = freshId(item, taken);
      edits.push(idEdit(item, id, text));
      note('id', item.range[0], id);
    }
    const parts = item.get('items', true);
    const questions = [item, ...(isSeq(parts) ? parts.items.filter(isMap) : [])] as YAMLMap[];
    for (const question of questions)
      for (const found of questionEdits(question, text)) {
        edits.push(...found.edits);
        note(found.kind, found.edits[0]?.from ?? 0, found.value);
      }
  }
  const fixed = applied(text, edits);
  return mended.length > 0 && isSoundYaml(fixed) ? { text: fixed, mended } : untouched;
}

/** Asked before, and after: in a layout that nobody thought of, a text put in may land where it makes no sense. */
const isSoundYaml = (text: string): boolean => readBankSource(text).faults.length === 0;

/** Names an item by what it asks: the same text has the same id on every machine. */
function freshId(item: YAMLMap, taken: Set<string>): string {
  const type = String(item.get('type') ?? 'item').replace(/[^a-z]/g, '') || 'item';
  const said = String(item.get('stem') ?? item.get('material') ?? '');
  const digest = createHash('sha256').update(said).digest('hex');
  for (let length = 6; ; length++) {
    const id = `${type}-${digest.slice(0, length)}`;
    if (taken.has(id) && length < digest.length) continue;
    taken.add(id);
    return id;
  }
}

function idEdit(item: YAMLMap, id: string, text: string): Edit {
  const known = item.items.find((pair) => isScalar(pair.key) && pair.key.value === 'id');
  const [start] = item.range as [number, number, number];
  // An id that is there and empty gets its value; one that is not goes first.
  if (known && isScalar(known.key)) {
    const colon = text.indexOf(':', (known.key.range as [number, number, number])[1]);
    const value = known.value as Node | null;
    return { from: colon + 1, to: value?.range?.[1] ?? colon + 1, text: ` ${id}` };
  }
  if (item.flow) return { from: start + 1, to: start + 1, text: ` id: ${id},` };
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return { from: start, to: start, text: `id: ${id}\n${indent}` };
}

interface Found {
  readonly kind: 'key' | 'order';
  readonly value: string;
  readonly edits: readonly Edit[];
}

function questionEdits(question: YAMLMap, text: string): Found[] {
  const type = String(question.get('type') ?? '');
  if (!['single', 'multiple', 'ordering'].includes(type)) return [];
  const answer = question.get('answer', true);
  if (!isScalar(answer) || typeof answer.value !== 'string' || !answer.range) return [];
  const [from, to] = answer.range;
  const narrow = answer.value
    .replace(/[Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .toUpperCase();
  const order = type === 'ordering' ? null : orderEdits(question, narrow, text);
  const value = order?.answer ?? narrow;
  const rewritten = text.slice(from, to).replace(answer.value, value);
  const keyEdit = { from, to, text: rewritten };
  if (order) return [{ kind: 'order', value, edits: [keyEdit, ...order.edits] }];
  return value === answer.value ? [] : [{ kind: 'key', value, edits: [keyEdit] }];
}

/** Numbers put in order where they stand, the key and letters in braces turned with them; null where there is nothing to do. */
function orderEdits(question: YAMLMap, letters: string, text: string): { answer: string; edits: Edit[] } | null {
  const options = question.get('options', true);
  const explanation = question.get('explanation', true);
  // A bare letter may name an option or nothing of the kind: who wrote it knows.
  if (!isSeq(options) || /(?<![A-Za-z{])[A-Z](?![A-Za-z}])/.test(String(question.get('explanation') ?? '')))
    return null;
  const nodes = options.items.filter(
    (node): node is Node & { range: [number, number, number] } => isScalar(node) && Boolean(node.range),
  );
  if (nodes.length !== options.items.length || !/^[A-Z]+$/.test(letters)) return null;
  const numbers = nodes.map((node) => numberIn(String(isScalar(node) ? node.value : '')));
  if (numbers.some((number) => number === null)) return null;
  const sorted = [...nodes.keys()].sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  const isFalling = numbers.every(
    (number, index) => index === 0 || (number as number) < (numbers[index - 1] as number),
  );
  if (isFalling || sorted.every((place, index) => place === index)) return null;
  const sourceOf = (place: number): string => text.slice(nodes[place]?.range[0], nodes[place]?.range[1]);
  const edits = nodes.map(
    (node, index): Edit => ({ from: node.range[0], to: node.range[1], text: sourceOf(sorted[index] as number) }),
  );
  const moved = (letter: string): string => letterAt(sorted.indexOf(letter.charCodeAt(0) - 65));
  if (isScalar(explanation) && explanation.range) {
    const [from, to] = explanation.range;
    const follows = text.slice(from, to).replace(/\{([A-Z])\}/g, (_, letter: string) => `{${moved(letter)}}`);
    edits.push({ from, to, text: follows });
  }
  return { answer: [...letters].map(moved).sort().join(''), edits };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text);
}
