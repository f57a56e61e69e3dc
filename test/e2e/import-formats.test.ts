import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quizHere } from '../support/in-process.ts';
import { aPlace } from '../support/program.ts';
import { KINDS } from '../support/small-banks.ts';

test.each(['gift', 'moodle-xml', 'anki', 'aiken', 'text', 'csv', 'xlsx'])(
  'a bank exported as %s is imported as a bank that passes its check',
  async (format) => {
    const place = aPlace({ 'kinds.yaml': KINDS });
    const out = format === 'csv' ? 'out.csv' : 'out.txt';
    await quizHere(place, ['bank', 'export', 'kinds', '--format', format, '-o', out]);
    const { code, bug } = await quizHere(place, ['bank', 'import', out, '--id', 'back', '-o', 'back.yaml']);
    expect({ code, bug }).toEqual({ code: 0, bug: null });
    expect(await quizHere(place, ['bank', 'check', 'back.yaml'])).toMatchObject({ code: 0 });
  },
);

test('banks are merged: items as they are, topics with them; what is faulty is named', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS });
  const other = KINDS.replace('id: kinds', 'id: other')
    .replace('id: one', 'id: uno')
    .replace('晴天的天空', '夜晚的大海');
  writeFileSync(join(place.cwd, 'other.json.yaml'), other.replace('answer: AC', 'answer: AZ'));
  const run = ['bank', 'import', 'banks/kinds.yaml', 'other.json.yaml', '--id', 'both', '-o', 'both.yaml'];
  const { code, out } = await quizHere(place, run);
  expect({ code, out }).toMatchObject({
    code: 1,
    out: expect.stringContaining('many: 天上有哪些？ (an item with faults'),
  });
  const text = readFileSync(join(place.cwd, 'both.yaml'), 'utf8');
  expect(text.match(/^ {2}- id: .*/gm)?.map((line) => line.slice(8))).toEqual([
    ...['one', 'many', 'truth', 'steps', 'gap', 'tell', 'tide', 'uno'],
  ]);
  expect(text).toContain('keywords:');
  expect(await quizHere(place, ['bank', 'check', 'both.yaml'])).toMatchObject({ code: 0 });
});

test('XML with a document type, or cut off, is refused with its line', async () => {
  const place = aPlace({});
  writeFileSync(join(place.cwd, 'a.xml'), '<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "b">]>\n<quiz>&a;</quiz>');
  writeFileSync(join(place.cwd, 'b.xml'), '<?xml version="1.0"?>\n<quiz><question type="essay">');
  expect(await quizHere(place, ['bank', 'import', 'a.xml'])).toMatchObject({
    code: 4,
    err: expect.stringContaining('Line 2'),
  });
  expect(await quizHere(place, ['bank', 'import', 'b.xml'])).toMatchObject({
    code: 4,
    err: expect.stringContaining('no whole XML'),
  });
});
