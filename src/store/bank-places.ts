import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Finding, FindingCode } from '../core/bank/finding.ts';

/** What each alias stands for. */
export type Targets = ReadonlyMap<Alias, Node>;

/** Where a node begins; 0 for what has no place. */
export function startOf(node: unknown): number {
  return isNode(node) && node.range ? node.range[0] : 0;
}

/** A key as it is named in a path. */
export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}

/**
 * The way from a finding's path to an offset in the text. Where a path leads nowhere (a missing field), its nearest
 * ancestor's place is taken. The keys of a map are looked up by name: a map may have a million, and each a fault.
 */
export function offsetsIn(document: Document.Parsed, targets: Targets): (finding: Finding) => number {
  const indexes = new Map<YAMLMap, Map<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    const index = indexes.get(map) ?? new Map(map.items.map((pair) => [keyText(pair.key), pair]));
    indexes.set(map, index);
    return index.get(key);
  };
  return ({ path, code }) => {
    let node: unknown = document.contents;
    let offset = startOf(node);
    for (const [depth, key] of path.entries()) {
      const parent: unknown = isAlias(node) ? targets.get(node) : node;
      const isLast = depth === path.length - 1;
      if (isMap(parent)) {
        const pair = pairOf(parent, String(key));
        if (!pair) return offset;
        offset = startOf((isLast && isAboutKey(code, pair)) || !isNode(pair.value) ? pair.key : pair.value);
        node = pair.value;
      } else if (isSeq(parent) && isNode(parent.items[Number(key)])) {
        node = parent.items[Number(key)];
        offset = startOf(node);
      } else return offset;
    }
    return offset;
  };
}

/** A bad id is a value, `id: Ab`, or a name that something stands under. */
const isAboutKey = (code: FindingCode, pair: Pair): boolean =>
  code === 'UNKNOWN_FIELD' || (code === 'BAD_ID' && !isScalar(pair.value));
