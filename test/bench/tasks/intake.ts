import { readFileSync } from 'node:fs';
import { takeIn } from '../../../src/core/intake/intake.ts';

/** Milliseconds in which a document is understood, cold as in a command that does it once. */
export function takeInOnce(file: string): number {
  const text = readFileSync(file, 'utf8');
  const start = performance.now();
  const { report } = takeIn([{ kind: 'text', file, text }]);
  const took = performance.now() - start;
  if (report.questions < text.length / 1000) throw new Error(`Only ${report.questions} questions were read.`);
  return took;
}
