import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  visit,
  type YAMLMap,
} from 'yaml';
import type { FindingCode, FindingParams } from '../core/bank/finding.ts';
import { MOST_ENTRIES, MOST_KEYS, MOST_LEVELS } from './bank-limits.ts';
import { keyText, startOf, type Targets } from './bank-places.ts';
import { TEXT_FIELDS } from './text-fields.ts';

/** Takes one fault at an offset of the text. */
export type Fault = (code: FindingCode, offset: number, params?: FindingParams) => void;

/**
 * Faults of single nodes, in one walk; what the aliases stand for, or null where one of them stands for nothing good, or
 * where there is more than can be checked.
 */
export function checkNodes(document: Document.Parsed, fault: Fault): Targets | null {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  let sound = true;
  const refuse: Fault = (...said) => {
    sound = false;
    fault(...said);
  };
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && TEXT_FIELDS.has(String(pair.key.value))) keepAsWritten(pair.value);
    },
    Node(_, node, path) {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target) targets.set(node, target);
        if (!target) refuse('YAML_SYNTAX', startOf(node), { reason: `No anchor &${node.source}` });
        else if (path.includes(target)) refuse('YAML_ALIASES', startOf(node));
        return;
      }
      if (node.anchor) anchored.set(node.anchor, node);
      if (node.tag && !isCoreTag(node.tag)) fault('YAML_TAG', startOf(node), { tag: node.tag });
      if (!isCollection(node)) return;
      if (path.filter(isCollection).length >= MOST_LEVELS) {
        refuse('TOO_DEEP', startOf(node));
        return visit.BREAK;
      }
      const bound = isMap(node) ? MOST_KEYS : MOST_ENTRIES;
      if (node.items.length > bound) {
        refuse('TOO_MANY', startOf(node), { bound });
        return visit.SKIP;
      }
      if (isMap(node)) checkKeys(node, fault);
      return;
    },
  });
  return sound ? targets : null;
}

function checkKeys(map: YAMLMap, fault: Fault): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const text = keyText(key);
    if (seen.has(text)) fault('DUPLICATE_KEY', startOf(key), { key: text });
    seen.add(text);
  }
}

const isCoreTag = (tag: string): boolean => /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/.test(tag);

/** Only plain scalars: what was quoted is a text already. */
function keepAsWritten(value: unknown): void {
  if (isSeq(value)) for (const item of value.items) keepAsWritten(item);
  else if (isScalar(value) && typeof value.value !== 'string' && value.value !== null && value.source !== undefined)
    value.value = value.source;
}
