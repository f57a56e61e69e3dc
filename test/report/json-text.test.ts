import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../src/report/json-text.ts';
import { HOSTILE, harmIn } from '../support/hostile.ts';

test('what cannot be seen is written by its number, as JSON has it', () => {
  expect(jsonText('a\u202e\u{e0041}\u009b')).toBe('"a\\u202e\\udb40\\udc41\\u009b"');
  expect(jsonText({ '服务\u200b': ['👩🏽‍💻'] })).toBe('{\n  "服务\\u200b": [\n    "👩🏽\\u200d💻"\n  ]\n}');
});

test('every document is harmless, and the same to who reads it', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(HOSTILE));
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), (value) => {
      expect(harmIn(jsonText(value))).toEqual([]);
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 50 },
  );
});
