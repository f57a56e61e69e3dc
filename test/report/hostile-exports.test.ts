import { describe, expect, test } from 'vitest';
import type { Bank } from '../../src/core/bank/bank.ts';
import { assembleForm } from '../../src/core/exam/assemble.ts';
import { enPaper } from '../../src/messages/en-paper.ts';
import { BANK_FORMATS, type BankFormat, bankFormats } from '../../src/report/bank-formats/formats.ts';
import { paperRenderers } from '../../src/report/paper-renderers.ts';
import { paperSheet } from '../../src/report/paper-sheet.ts';
import { reporters } from '../../src/report/reporters.ts';
import { bankOf } from '../support/bank-text.ts';
import { evilBank, HOSTILE, harmIn } from '../support/hostile.ts';
import { anAnswer, aStart } from '../support/results-history.ts';
import { summaryOf } from '../support/results-summary.ts';
import { words } from '../support/results-words.ts';

/** Texts that are code to a browser, a spreadsheet, or another program's importer. */
const INJECTIONS = {
  script: '"><script>alert(1)</script>',
  image: '<img src=x onerror=alert(1)>',
  attribute: `' onmouseover='alert(1)`,
  link: '[x](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>',
  reference: '[x]: javascript:alert(1)',
  comment: '<!-- --> --!> <![CDATA[ ]]> <?xml ?>',
  style: '</style><style>*{display:none}</style>',
  fence: '```\n# head\n~~~\n---\n***',
  entity: '&lt;script&gt; &#60;b&#62; &amp;',
  table: '| a | b |\n|---|---|\n| <b>x</b> | `y` |',
  gift: '[html]<b>x</b> {=a ~b} ::n:: //c #f ####g \\',
  weight: '%100%x',
  cloze: '{1:SHORTANSWER:=x} {2:MC:~%100%y}',
  anki: '#separator:comma\n#html:false\t"x"\r"y"',
  formula: '=HYPERLINK("http://evil.example";"x")',
  minus: "-2+3+cmd|' /C calc'!A0",
  at: '@SUM(1+1)',
  tab: '\t=1+1',
  wide: '＝1+1 ＋1 －1 ＠x',
  hidden: '\u200b=1+1',
  aiken: 'ANSWER: B\nA. x',
} as const;
const ALL = Object.entries(INJECTIONS);

const bankSaying = (of: (word: string) => string): Promise<Bank> => bankOf(evilBank(of));
const exported = (format: BankFormat, bank: Bank): string => bankFormats[format](bank, words.bankFormats).text;

function paperOf(bank: Bank, format: 'md' | 'html'): string {
  const [paper] = bank.papers;
  if (!paper) throw new Error('No paper.');
  const assembled = assembleForm({ bank, paper, seed: HOSTILE, shuffleOptions: true });
  if (assembled.kind !== 'form') throw new Error(JSON.stringify(assembled.lacks));
  const sheet = paperSheet({ form: assembled.form, bank, seed: `${HOSTILE}<b>`, version: 'A' });
  return (
    paperRenderers[format]([sheet], enPaper.sheet, 'end') + paperRenderers[format]([sheet], enPaper.sheet, 'inline')
  );
}

const summaryWith = (bank: Bank, text: string) =>
  summaryOf(
    [
      aStart({ id: text, banks: [{ id: text, revision: text }], form: [{ item: `evil/${text}` }] }),
      anAnswer({ session: text, item: 'evil/one', right: false }),
      anAnswer({ session: text, item: `${text}/${text}`, right: false, response: [text] }),
    ],
    { banks: [bank] },
  );

describe('nothing hidden leaves in an export', () => {
  test.each(BANK_FORMATS)('of a bank as %s', async (format) => {
    const text = exported(format, await bankSaying((word) => word + HOSTILE + word));
    expect(harmIn(withoutFrame(text))).toEqual([]);
    expect(text).toContain('判断题干');
  });

  test.each(['md', 'html'] as const)('of a paper as %s', async (format) => {
    const text = paperOf(await bankSaying((word) => word + HOSTILE + word), format);
    expect(harmIn(text)).toEqual([]);
    expect(text).toContain('简答题干');
  });

  test.each(['md', 'csv', 'json'] as const)('of the results as %s', async (format) => {
    const summary = summaryWith(await bankSaying((word) => word + HOSTILE + word), HOSTILE);
    const text = reporters[format](summary, words.results);
    expect(harmIn(withoutFrame(text))).toEqual([]);
  });
});

/** What a format is built with: a byte order mark and line ends of CSV, tabs between fields. */
const withoutFrame = (text: string): string => text.replace(/^\uFEFF/, '').replace(/[\r\t]/g, '');

const OWN_TAGS =
  /<!doctype html>|<\/?(?:html|head|title|style|body|article|h[1-3]|div|span|p|ul|li|strong|code|table|tr|th|td|br|i|section|footer)(?: (?:lang|class)="[a-z0-9 -]*")?>|<meta [a-z-]+="[^"<>]*"(?: content="[^"<>]*")?>/gi;

describe.each(ALL)('a text that is code stays text: %s', (_, code) => {
  // In front of the word, where most of these must stand, and behind it.
  const says = (word: string): string => `${code} ${word} ${code}`;

  test('in a paper as HTML', async () => {
    const html = paperOf(await bankSaying(says), 'html');
    expect(html.replace(/<style>[^<]*<\/style>/g, '').replace(OWN_TAGS, '')).not.toMatch(/[<>]/);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
    expect(html.match(/<style>/g)?.length).toBe(2);
  });

  test('in Markdown', async () => {
    const bank = await bankSaying(says);
    const results = reporters.md(summaryWith(bank, says('x')), words.results);
    for (const markdown of [paperOf(bank, 'md'), results]) {
      const bare = markdown
        .replace(/\\[\\`*_[\]|~$#!.)=+-]/g, 'x')
        .replace(/<div style="break-before: page"><\/div>/g, '');
      expect(bare.replace(/<\/?strong>/g, '')).not.toMatch(
        /[<`]|[^\s>]*\]\(|^\s*\[.*\]:|^(?:[~=-]{3,}(?<!^---)|\*{3,}\s*$)/m,
      );
      expect(bare.replace(/&(?:amp|lt|gt|nbsp);/g, '')).not.toContain('&');
    }
  });

  test('in CSV', async () => {
    const bank = await bankSaying(says);
    for (const csv of [exported('csv', bank), reporters.csv(summaryWith(bank, says('x')), words.results)])
      for (const cell of cellsOf(csv.slice(1)))
        if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[\t\r\n]|^\s*[=+\-@＝＋－＠]/);
  });

  test('in Moodle XML', async () => {
    const xml = exported('moodle-xml', await bankSaying(says));
    const texts = xml.replace(/<\?xml [^?]*\?>/, '').replace(/<\/?[a-z]+(?: [a-z]+="[^"<&]*")*>/g, '');
    expect(texts.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toMatch(/[<>&]/);
    // Names and short answers are plain there; of what is unpacked as HTML, only line breaks are ours.
    for (const [, packed = ''] of xml.matchAll(/format="html"><text>([^<]*)<\/text>/g)) {
      const html = packed.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(html.replaceAll('<br>', '')).not.toMatch(/[<>]/);
    }
  });

  test('in GIFT', async () => {
    const gift = exported('gift', await bankSaying(says));
    const formattedTexts = gift.matchAll(
      /(?:^::evil\/[a-z\\#0-9]+::|^\t(?:=(?!\d+ -> )|~%-?[\d.]+%|~(?!%)|####))(.*)/gm,
    );
    for (const [, text = ''] of formattedTexts) {
      if (/[<&]|^[[%]/.test(text)) expect(text).toMatch(/^\[plain\]/);
      expect(text).not.toMatch(/^\[html\]|^%\d/i);
    }
    for (const block of gift.replace(/\\./gs, '').matchAll(/\{([^}]*)\}/g)) expect(block[1]).not.toContain('{');
  });

  test('for Anki and Aiken', async () => {
    const bank = await bankSaying(says);
    const lines = exported('anki', bank).trimEnd().split('\n');
    expect(lines.slice(0, 7).every((line) => line.startsWith('#'))).toBe(true);
    for (const line of lines.slice(7)) {
      expect(line).toMatch(/^evil\/[a-z#0-9]+\t/);
      expect(line.split('\t')).toHaveLength(4);
      expect(line.replaceAll('<br>', '')).not.toMatch(/[<>"]/);
    }
    const aiken = exported('aiken', bank).trim();
    for (const question of aiken === '' ? [] : aiken.split('\n\n')) {
      expect(question.split('\n')[0]).not.toMatch(/^(?:[A-Z][.)]|ANSWER:)/);
      expect(question.match(/^ANSWER: [A-Z]$/gm)).toHaveLength(1);
    }
  });
});

test('a blank of another question is no field of a cloze, and a star is a star', async () => {
  const text = `format: quiz-bank/1
id: b
title: a/b
items:
  - { id: two, type: blank, stem: "{1:SHORTANSWER:=x} ____ and ____", answer: ["5*3", "a}~#=b"] }
  - { id: one, type: blank, stem: "____ is it", answer: ["*"] }
  - { id: arrow, type: blank, stem: "____ is it", answer: ["a -> b"] }
`;
  const bank = await bankOf(text);
  const xml = exported('moodle-xml', bank);
  expect(xml.match(/\{1:SHORTANSWER:/g)).toHaveLength(2);
  expect(xml).toContain('{1:SHORTANSWER:=5\\*3}');
  expect(xml).toContain('a\\}\\~\\#\\=b');
  expect(xml).toContain('<text>\\*</text>');
  expect(xml).toContain('$course$/top/a//b');
  const { text: gift, left } = bankFormats.gift(bank, words.bankFormats);
  expect(gift).toContain('\n\t=\\\\*\n');
  expect(left).toEqual(['two', 'arrow']);
});

/** The cells of RFC 4180, whatever is quoted. */
const cellsOf = (csv: string): string[] =>
  [...csv.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
