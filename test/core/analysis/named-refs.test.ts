import { expect, test } from 'vitest';
import { nearRefs, refsNamed } from '../../../src/core/analysis/named-refs.ts';

const refs = ['l3/trait', 'l3/trait-perishable', 'l3/case#1', 'l3/case#2', 'mail/trait'];

test('an item is named by its ref, by its id, or by a part that no other has', () => {
  expect(refsNamed(refs, 'l3/trait')).toEqual(['l3/trait']);
  expect(refsNamed(refs, 'case#2')).toEqual(['l3/case#2']);
  expect(refsNamed(refs, 'perish')).toEqual(['l3/trait-perishable']);
});

test('a text that several have names them all, and an id goes before a part', () => {
  expect(refsNamed(refs, 'trait')).toEqual(['l3/trait', 'mail/trait']);
  expect(refsNamed(refs, 'case')).toEqual(['l3/case#1', 'l3/case#2']);
  expect(refsNamed(refs, '')).toEqual([]);
});

test('near ones are found with the bank and without', () => {
  expect(nearRefs(refs, 'trait-perishabel')).toEqual(['l3/trait-perishable']);
  expect(nearRefs(refs, 'l3/csae#1')).toContain('l3/case#1');
  expect(nearRefs(refs, 'zzzzzz')).toEqual([]);
});
