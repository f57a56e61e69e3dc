import { Lexer, LineCounter } from 'yaml';
import type { Finding } from '../core/bank/finding.ts';
import { MOST_CHARACTERS } from '../core/bank/schema.ts';
import { MOST_ALIASES, MOST_LEVELS, MOST_LEXEMES, MOST_LINES } from './bank-limits.ts';
import { checkNodes, type Fault } from './bank-nodes.ts';
import { offsetsIn } from './bank-places.ts';
import { parseYaml, TooDeep, type YamlDocument } from './bounded-yaml.ts';

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
  checkSize(text, fault);
  if (faults.length > 0) return unreadable();
  try {
    const parsed = parseYaml(text, lines);
    const { document } = parsed;
    checkText(text, parsed, fault);
    const targets = faults.length > 0 ? null : checkNodes(document, fault);
    if (targets === null) return unreadable();
    const value = document.toJS({ maxAliasCount: MOST_ALIASES });
    const offsetOf = offsetsIn(document, targets);
    return { value, faults, locate: (finding) => locate(finding, offsetOf(finding)) };
  } catch (error) {
    if (error instanceof TooDeep) fault('TOO_DEEP', error.offset);
    // The visitors recurse too: what overflows their stack is nested deeper than any bank.
    else if (error instanceof RangeError) fault('TOO_DEEP', 0);
    else if (error instanceof ReferenceError) fault('YAML_ALIASES', Math.max(0, text.search(FIRST_ALIAS)));
    else throw error;
    return unreadable();
  }
}

/** Looked at before it is parsed, which takes five times as long. */
function checkSize(text: string, fault: Fault): void {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines > MOST_LINES) return fault('TOO_MANY_VALUES', 0);
  let lexemes = 0;
  let level = 0;
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++lexemes > MOST_LEXEMES) return fault('TOO_MANY_VALUES', 0);
    if (lexeme.length > LONGEST_LEXEME) return fault('TOO_LONG', at, { most: MOST_CHARACTERS });
    if (lexeme === '[' || lexeme === '{') level++;
    else if (lexeme === ']' || lexeme === '}') level--;
    if (level > MOST_LEVELS) return fault('TOO_DEEP', at);
    // Signs of the lexer's own, such as the one before a plain scalar, are no part of the text.
    if (lexeme.length > 1 || text[at] === lexeme) at += lexeme.length;
  }
}

/** Written with escapes and line breaks, a text takes more room than it has characters. */
const LONGEST_LEXEME = 6 * MOST_CHARACTERS;

/** What is wrong with the text as YAML. Past an exhausted stack, and past a NUL, the rest is noise. */
function checkText(text: string, { document, secondAt }: YamlDocument, fault: Fault): void {
  const nul = text.indexOf('\0');
  if (nul >= 0) return fault('YAML_SYNTAX', nul, { reason: 'U+0000 in the text' });
  const exhausted = document.errors.find((error) => error.code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return fault('TOO_DEEP', exhausted.pos[0]);
  // Once the parser takes the document for ended, all that still stands there is a fault to it; the first is the cause.
  const lost = document.errors.findIndex((error) => /in YAML stream/.test(error.message));
  const said = lost > 0 ? document.errors.slice(0, lost) : document.errors;
  for (const error of said)
    fault('YAML_SYNTAX', error.pos[0], { reason: (error.message.split('\n')[0] as string).replace(/[.:]$/, '') });
  if (lost <= 0 && secondAt !== null) fault('YAML_SEVERAL', secondAt);
}

/** Near enough for a message: an asterisk where an alias may stand. */
const FIRST_ALIAS = /(?<=[[:,\s-])\*[^\s,\]}]/;
