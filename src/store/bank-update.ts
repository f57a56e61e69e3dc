import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { BankDocument, ItemDocument } from '../core/bank/schema.ts';

/** Items as they shall be, those of the bank in its order, and those that join it. */
export interface BankChange {
  readonly items: readonly ItemDocument[];
  /** Each behind the item with this index; -1 for the beginning. */
  readonly added: readonly { readonly item: ItemDocument; readonly after: number }[];
}

/**
 * A bank's text with its items changed. Only the fields that differ are written anew, where they stand, so comments, order
 * and layout of all the rest are as they were. Where a text is laid out too unusually for that, the YAML package writes it,
 * which keeps comments and order.
 */
export function updatedBankText(text: string, change: BankChange): string {
  const wanted = itemsWith(change);
  const spliced = spliceItems(text, change);
  if (spliced !== null && isDeepStrictEqual(itemsIn(spliced), wanted)) return spliced;
  const document = parse(text);
  const items = document.get('items', true);
  if (isSeq(items)) {
    for (const [index, item] of change.items.entries()) setItem(document, index, item);
    for (const { item, after } of [...change.added].reverse())
      items.items.splice(after + 1, 0, document.createNode(item));
  }
  // The package writes some texts as a block that says something else, such as one of nothing but blanks.
  for (const options of [{}, { defaultStringType: 'QUOTE_DOUBLE' }, { blockQuote: false }] as const) {
    const written = document.toString({ lineWidth: 0, ...options });
    if (isDeepStrictEqual(itemsIn(written), wanted)) return written;
  }
  throw new Error('The bank could not be written as planned.');
}

/** A bank's text as plain values. */
export const bankIn = (text: string): BankDocument => parse(text).toJS() as BankDocument;
export const itemsIn = (text: string): readonly ItemDocument[] => bankIn(text).items;

const parse = (text: string): Document.Parsed =>
  parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, logLevel: 'error' });

function itemsWith({ items, added }: BankChange): unknown {
  const all: ItemDocument[] = [];
  const behind = (index: number): void => {
    for (const { item, after } of added) if (after === index) all.push(item);
  };
  behind(-1);
  items.forEach((item, index) => {
    all.push(item);
    behind(index);
  });
  return JSON.parse(JSON.stringify(all));
}

function setItem(document: Document.Parsed, index: number, item: ItemDocument): void {
  const before = (document.toJS() as { items: Record<string, unknown>[] }).items[index] ?? {};
  for (const key of Object.keys(before)) if (!(key in item)) document.deleteIn(['items', index, key]);
  for (const [key, value] of Object.entries(item))
    if (!isDeepStrictEqual(before[key], value)) document.setIn(['items', index, key], document.createNode(value));
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Null where the layout is none that single fields can be replaced in. */
function spliceItems(text: string, { items, added }: BankChange): string | null {
  const document = parse(text);
  const nodes = document.get('items', true);
  if (!isSeq(nodes) || nodes.flow || nodes.items.length !== items.length) return null;
  const values = itemsIn(text);
  const edits: Edit[] = [];
  for (const [index, node] of nodes.items.entries()) {
    const [item, before] = [items[index], values[index]] as unknown as Record<string, unknown>[];
    if (!item || !before || isDeepStrictEqual(item, before)) continue;
    if (!isMap(node) || node.anchor || node.tag || !node.range) return null;
    const found = fieldEdits(node as YAMLMap, before, item, text);
    if (!found) return null;
    edits.push(...found);
  }
  for (const { item, after } of added) {
    const node = nodes.items[Math.max(after, 0)];
    const range = isMap(node) ? node.range : null;
    if (!range) return null;
    const lineStart = text.lastIndexOf('\n', range[0] - 1) + 1;
    const indent = /^\s*/.exec(text.slice(lineStart))?.[0] ?? '';
    const written = blockOf([item], indent);
    if (after < 0) edits.push({ from: lineStart, to: lineStart, text: `${written}\n` });
    else edits.push({ from: lineEnd(text, range[1]), to: lineEnd(text, range[1]), text: `\n${written}` });
  }
  return applied(text, edits);
}

/** In the order in which an author would write them. */
const ORDER = ['id', 'type', 'topic', 'difficulty', 'tags', 'draft', 'title', 'material', 'stem', 'options', 'shuffle'];
const MORE = ['answer', 'any-order', 'points', 'items', 'explanation', 'allow', 'source'];
const rankOf = (key: string): number => [...ORDER, ...MORE].indexOf(key);

function fieldEdits(
  node: YAMLMap,
  before: Readonly<Record<string, unknown>>,
  item: Readonly<Record<string, unknown>>,
  text: string,
): Edit[] | null {
  const edits: Edit[] = [];
  const pairs = new Map(node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
  for (const key of new Set([...Object.keys(before), ...Object.keys(item)])) {
    if (isDeepStrictEqual(before[key], item[key])) continue;
    const pair = pairs.get(key);
    const edit = pair
      ? key in item
        ? replaced(node, pair, key, item[key], text)
        : removed(node, pair, text)
      : inserted(node, key, item[key], text);
    if (!edit) return null;
    edits.push(edit);
  }
  return edits;
}

function replaced(node: YAMLMap, pair: Pair, key: string, value: unknown, text: string): Edit | null {
  const place = placeOf(pair, text);
  if (!place) return null;
  if (node.flow) return { from: place.value, to: place.to, text: JSON.stringify(value) };
  return { from: place.from, to: place.to, text: fieldText(key, value, columnOf(text, place.from)) };
}

function removed(node: YAMLMap, pair: Pair, text: string): Edit | null {
  const place = placeOf(pair, text);
  const index = node.items.indexOf(pair);
  // The first field stands behind the dash of its item.
  if (!place || node.flow || index === 0) return null;
  return { from: text.lastIndexOf('\n', place.from), to: lineEnd(text, place.to), text: '' };
}

function inserted(node: YAMLMap, key: string, value: unknown, text: string): Edit | null {
  const ranked = node.items.filter((pair) => isScalar(pair.key) && rankOf(String(pair.key.value)) <= rankOf(key));
  const place = placeOf((ranked.at(-1) ?? node.items[0]) as Pair, text);
  const first = placeOf(node.items[0] as Pair, text);
  if (!place || !first) return null;
  if (node.flow) return { from: place.to, to: place.to, text: `, ${key}: ${JSON.stringify(value)}` };
  const column = columnOf(text, first.from);
  const end = lineEnd(text, place.to);
  return { from: end, to: end, text: `\n${' '.repeat(column)}${fieldText(key, value, column)}` };
}

interface PairPlace {
  readonly from: number;
  readonly value: number;
  /** Behind the last character of the value. */
  readonly to: number;
}

function placeOf(pair: Pair, text: string): PairPlace | null {
  const key = isScalar(pair.key) ? pair.key.range : null;
  const value = pair.value as { range?: [number, number, number]; anchor?: string; tag?: string } | null;
  if (!key || !value?.range || isAlias(pair.value) || value.anchor || value.tag) return null;
  let to = value.range[1];
  while (to > value.range[0] && /\s/.test(text.charAt(to - 1))) to--;
  return { from: key[0], value: value.range[0], to };
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** Of the line that a place is on; a value may end at a line's end already. */
function lineEnd(text: string, at: number): number {
  let from = at;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** As the package writes it, its further lines as far in as the field. */
const fieldText = (key: string, value: unknown, column: number): string =>
  indented(stringify({ [key]: value }, STYLE).trimEnd(), ' '.repeat(column));

const blockOf = (value: unknown, indent: string): string =>
  indent + indented(stringify(value, STYLE).trimEnd(), indent);

const STYLE = { lineWidth: 0, aliasDuplicateObjects: false, version: '1.2', schema: 'core' } as const;

const indented = (text: string, indent: string): string => text.replace(/\n(?=[^\n])/g, `\n${indent}`);

const applied = (text: string, edits: readonly Edit[]): string =>
  edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.from - a.from || b.to - a.to || b.index - a.index)
    .reduce((now, { from, to, text: put }) => now.slice(0, from) + put + now.slice(to), text);
