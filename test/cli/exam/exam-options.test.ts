import { expect, test } from 'vitest';
import type { UserError } from '../../../src/cli/errors.ts';
import { checkTogether, type ExamOptions } from '../../../src/cli/exam/exam-options.ts';
import { withDetails } from '../../../src/messages/details.ts';
import { messagesFor } from '../../../src/messages/messages.ts';

const words = withDetails(messagesFor('zh'));

function faultOf(options: ExamOptions): string | null {
  try {
    checkTogether({ shuffle: true, ...options }, words);
    return null;
  } catch (error) {
    const { code, exit, message } = error as UserError;
    return `${code} ${exit} ${message}`;
  }
}

test.each<[ExamOptions, string, string]>([
  [{ resume: true, minutes: '5' }, '--resume', '--minutes'],
  [{ resume: '01a2', strict: true }, '--resume', '--strict'],
  [{ resume: true, shuffle: false }, '--resume', '--no-shuffle'],
  [{ again: '01a2', seed: '1' }, '--again', '--seed'],
  [{ again: '01a2', resume: true }, '--resume', '--again'],
  [{ report: '01a2', paper: 'mock' }, '--report', '--paper'],
])('%o cannot be had together', (options, flag, other) => {
  expect(faultOf(options)).toBe(`WRONG_USE 2 ${words.exam.errors.notTogether(flag, other)}`);
});

test.each<[ExamOptions]>([
  [{ bank: ['b'], paper: 'mock', minutes: '5', seed: '1', strict: true, fresh: true, shuffle: false }],
  [{ resume: true, bank: ['b'] }],
  [{ again: '01a2', bank: ['b'], minutes: '5', strict: true }],
  [{ report: '01a2', bank: ['b'] }],
])('%o can', (options) => {
  expect(faultOf(options)).toBeNull();
});
