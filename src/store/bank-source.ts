import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import type { Finding, FindingCode, FindingParams } from '../core/bank/finding.ts';

/** A finding with its place in a file: line and column count from 1. */
export interface Located {
  readonly finding: Finding;
  readonly line: number;
  readonly column: number;
}

/** A bank's text as a value, with the way back from a path to a place. */
export interface BankSource {
  /** Null where the text is not YAML at all. */
  readonly value: unknown;
  /** What is wrong with the text as YAML. */
  readonly faults: readonly Located[];
  locate(finding: Finding): Located;
}

/** Aliases may repeat a thing or two; a bank that unfolds into more is an attack or a mistake. */
const MOST_ALIASES = 100;

/**
 * Reads YAML and nothing more: no tag is followed, nothing is executed, keys are plain texts, and every fault is returned
 * with its place instead of thrown.
 */
export function readBankSource(text: string): BankSource {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults: Located[] = [];
  const fault = (code: FindingCode, offset: number, params: FindingParams = {}): void => {
    faults.push({ finding: { code, severity: 'error', path: [], params }, ...place(offset) });
  };
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
  } catch (error) {
    // The parser recurses: what overflows its stack is nested deeper than any bank.
    if (!(error instanceof RangeError)) throw error;
    fault('TOO_DEEP', 0);
    return { value: null, faults, locate: (finding) => ({ finding, line: 1, column: 1 }) };
  }
  for (const error of document.errors) {
    if (error.code === 'MULTIPLE_DOCS') fault('YAML_SEVERAL', error.pos[0]);
    else fault('YAML_SYNTAX', error.pos[0], { reason: error.message.split('\n')[0] as string });
  }
  try {
    checkNodes(document, fault);
    const value =
      faults.length > 0 && document.errors.length > 0 ? null : document.toJS({ maxAliasCount: MOST_ALIASES });
    return { value, faults, locate: (finding) => ({ finding, ...place(offsetOf(document, finding)) }) };
  } catch (error) {
    if (error instanceof RangeError) fault('TOO_DEEP', 0);
    else if (error instanceof ReferenceError) fault('YAML_ALIASES', firstAlias(document));
    else throw error;
    return { value: null, faults, locate: (finding) => ({ finding, line: 1, column: 1 }) };
  }
}

type Fault = (code: FindingCode, offset: number, params?: FindingParams) => void;

/** Fields that hold text: a number or truth value there is taken as it is written, so that 007 stays 007. */
const TEXT_FIELDS = new Set([
  'title',
  'stem',
  'material',
  'explanation',
  'source',
  'notes',
  'answer',
  'accept',
  'unit',
  'options',
  'keywords',
  'text',
  'tags',
  'tag',
  'id',
  'topic',
  'license',
  'language',
]);

function checkNodes(document: Document.Parsed, fault: Fault): void {
  visit(document, {
    Node(_, node) {
      const tag = (node as { tag?: string }).tag;
      if (tag && !isCoreTag(tag)) fault('YAML_TAG', startOf(node), { tag });
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        if (seen.has(key)) fault('DUPLICATE_KEY', startOf(pair.key), { key });
        seen.add(key);
      }
    },
    Pair(_, pair) {
      if (isScalar(pair.key) && TEXT_FIELDS.has(String(pair.key.value))) keepAsWritten(pair.value);
    },
  });
}

const isCoreTag = (tag: string): boolean => /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/.test(tag);

function keepAsWritten(value: unknown): void {
  if (isSeq(value)) for (const item of value.items) keepAsWritten(item);
  else if (isScalar(value) && typeof value.value !== 'string' && value.value !== null && value.source !== undefined)
    value.value = value.source;
}

function startOf(node: unknown): number {
  return isNode(node) && node.range ? node.range[0] : 0;
}

function firstAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias(_, alias) {
      offset = startOf(alias);
      return visit.BREAK;
    },
  });
  return offset;
}

/** Where a path leads; where it leads nowhere (a missing field), where its nearest ancestor begins. */
function offsetOf(document: Document.Parsed, finding: Finding): number {
  let node: Node | null = document.contents as Node | null;
  let offset = startOf(node);
  for (const [depth, key] of finding.path.entries()) {
    if (isAlias(node)) node = (node as Alias).resolve(document) as Node | null;
    const last = depth === finding.path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) return offset;
      offset =
        finding.code === 'UNKNOWN_FIELD' && last
          ? startOf(pair.key)
          : isNode(pair.value)
            ? startOf(pair.value)
            : startOf(pair.key);
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)];
      if (!isNode(item)) return offset;
      offset = startOf(item);
      node = item;
    } else return offset;
  }
  return offset;
}
