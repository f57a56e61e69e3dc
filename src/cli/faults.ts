import { relative } from 'node:path';
import type { LoadedBank } from '../store/bank-file.ts';
import type { Context } from './context.ts';

type Faulty = Extract<LoadedBank, { kind: 'faulty' }>;

/** `file:line:column CODE what is wrong. What would be right.`, one line each, in the order of the file. */
export function faultLines(faulty: Faulty, context: Context): string[] {
  const path = shortPath(faulty.path, context.io.cwd);
  return faulty.faults.map(({ finding, line, column }) => {
    const { message, hint } = context.words.findings[finding.code](finding.params);
    return oneLine(`${path}:${line}:${column} ${finding.code} ${message}${context.words.sentenceGap}${hint}`.trimEnd());
  });
}

/** A path as people would type it from here. */
export function shortPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}

/** What a bank says must not reach the terminal as anything but text. */
const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\u00b7');
