import { relative } from 'node:path';
import { safeLine } from '../prompts/safe-text.ts';
import type { LoadedBank } from '../store/bank-file.ts';
import type { Located } from '../store/bank-source.ts';
import type { Context } from './context.ts';

type Faulty = Extract<LoadedBank, { kind: 'faulty' }>;

/** `file:line:column CODE what is wrong. What would be right.`, one line each, in the order of the file. */
export const faultLines = (faulty: Faulty, context: Context): string[] =>
  faulty.faults.map((located) => findingLine(faulty.path, located, context));

/** The same of one finding. What is no fault says what it is. */
export function findingLine(path: string, { finding, line, column }: Located, context: Context): string {
  const { message, hint } = context.words.findings[finding.code](finding.params);
  const kind = finding.severity === 'error' ? '' : `${context.words.bank.severities[finding.severity]} `;
  const place = `${shortPath(path, context.io.cwd)}:${line}:${column}`;
  return safeLine(`${place} ${kind}${finding.code} ${message}${context.words.sentenceGap}${hint}`.trimEnd());
}

/** A path as people would type it from here. */
export function shortPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
