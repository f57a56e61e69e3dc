import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Finding, FindingCode, FindingParams } from '../core/bank/finding.ts';
import { keyText, offsetsIn, startOf, type Targets } from './bank-places.ts';
import { TEXT_FIELDS } from './text-fields.ts';

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
  const locate = (finding: Finding, offset: number): Located => {
    const { line, col } = lines.linePos(offset);
    return { finding, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults: Located[] = [];
  const fault: Fault = (code, offset, params = {}) => {
    faults.push(locate({ code, severity: 'error', path: [], params }, offset));
  };
  const unreadable = (): BankSource => ({ value: null, faults, locate: (finding) => locate(finding, 0) });
  try {
    const document = parse(text, lines);
    checkText(text, document, fault);
    const targets = faults.length > 0 ? null : checkNodes(document, fault);
    if (targets === null) return unreadable();
    const value = document.toJS({ maxAliasCount: MOST_ALIASES });
    const offsetOf = offsetsIn(document, targets);
    return { value, faults, locate: (finding) => locate(finding, offsetOf(finding)) };
  } catch (error) {
    // The parser and its visitors recurse: what overflows their stack is nested deeper than any bank.
    if (error instanceof RangeError) fault('TOO_DEEP', 0);
    else if (error instanceof ReferenceError) fault('YAML_ALIASES', Math.max(0, text.search(FIRST_ALIAS)));
    else throw error;
    return unreadable();
  }
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed {
  return parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    // Any quieter, and a second document would go unreported.
    logLevel: 'error',
  });
}

type Fault = (code: FindingCode, offset: number, params?: FindingParams) => void;

/** What is wrong with the text as YAML. Past an exhausted stack, and past a NUL, the rest is noise. */
function checkText(text: string, document: Document.Parsed, fault: Fault): void {
  const nul = text.indexOf('\0');
  if (nul >= 0) return fault('YAML_SYNTAX', nul, { reason: 'U+0000 in the text' });
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return fault('TOO_DEEP', exhausted.pos[0]);
  // Once the parser takes the document for ended, all that still stands there is a fault to it; the first is the cause.
  const lost = document.errors.findIndex((error) => /in YAML stream/.test(error.message));
  const said = lost > 0 ? document.errors.slice(0, lost) : document.errors;
  for (const error of said) {
    if (error.code === 'MULTIPLE_DOCS') fault('YAML_SEVERAL', error.pos[0]);
    else fault('YAML_SYNTAX', error.pos[0], { reason: (error.message.split('\n')[0] as string).replace(/[.:]$/, '') });
  }
}

/** Faults of single nodes, in one walk; what the aliases stand for, or null where one of them stands for nothing good. */
function checkNodes(document: Document.Parsed, fault: Fault): Targets | null {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  let sound = true;
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && TEXT_FIELDS.has(String(pair.key.value))) keepAsWritten(pair.value);
    },
    Node(_, node, path) {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target) targets.set(node, target);
        if (target && !path.includes(target)) return;
        sound = false;
        if (target) fault('YAML_ALIASES', startOf(node));
        else fault('YAML_SYNTAX', startOf(node), { reason: `No anchor &${node.source}` });
        return;
      }
      if (node.anchor) anchored.set(node.anchor, node);
      if (node.tag && !isCoreTag(node.tag)) fault('YAML_TAG', startOf(node), { tag: node.tag });
      if (isMap(node)) checkKeys(node, fault);
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

function keepAsWritten(value: unknown): void {
  if (isSeq(value)) for (const item of value.items) keepAsWritten(item);
  else if (isScalar(value) && typeof value.value !== 'string' && value.value !== null && value.source !== undefined)
    value.value = value.source;
}

/** Near enough for a message: an asterisk where an alias may stand. */
const FIRST_ALIAS = /(?<=[[:,\s-])\*[^\s,\]}]/;
