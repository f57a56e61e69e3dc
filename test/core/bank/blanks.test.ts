import { expect, test } from 'vitest';
import { fillBlanks, shownBlank } from '../../../src/core/bank/blanks.ts';

const blank = (text: string, unit = '') => ({ accept: [text, '别的'], exact: false, unit, points: 1 });

test('a stem is written in blank by blank, whatever marks they have', () => {
  expect(fillBlanks('服务质量有____个维度，量表有（  ）个项目。', [blank('五'), blank('22')])).toBe(
    '服务质量有__五__个维度，量表有__22__个项目。',
  );
});

test('a blank is shown with its unit once', () => {
  expect([shownBlank(blank('60', '%')), shownBlank(blank('60%', '%')), shownBlank(blank('五'))]).toEqual([
    '60%',
    '60%',
    '五',
  ]);
});
