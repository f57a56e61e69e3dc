import { describe, expect, test } from 'vitest';
import { blankCount, splitAtBlanks } from '../../src/core/bank/blanks.ts';
import { parseLetters, parseTruth } from '../../src/core/bank/letters.ts';
import { reviewBank } from '../../src/core/bank/writing/review.ts';
import { suggestCovered } from '../../src/core/grading/short.ts';
import { foldText } from '../../src/core/grading/text-fold.ts';
import { matchText } from '../../src/core/grading/text-match.ts';
import { hiddenIn } from '../../src/core/hidden-places.ts';
import { rngOf } from '../../src/core/rng.ts';
import { relabel } from '../../src/core/session/letter-reference.ts';
import { presentedOrder, presentOptions } from '../../src/core/session/presentation.ts';
import { PLAIN, renderMarkdown } from '../../src/prompts/markdown.ts';
import { parseChoice, parseCommand, parsePoints } from '../../src/prompts/plain.ts';
import { safeText } from '../../src/prompts/safe-text.ts';
import { wrap } from '../../src/prompts/wrap.ts';
import { BANK_FORMATS, bankFormats } from '../../src/report/bank-formats/formats.ts';
import { csvText } from '../../src/report/csv-text.ts';
import { richHtml } from '../../src/report/html-text.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { escapeMarkdown } from '../../src/report/markdown-text.ts';
import { shortened } from '../../src/report/one-line.ts';
import { readPlainYaml } from '../../src/store/plain-yaml.ts';
import { TEXT_FIELDS } from '../../src/store/text-fields.ts';
import { words } from '../support/results-words.ts';
import { aBankOf, aBlank, aShort, aSingle } from '../support/written-items.ts';

/** All of it together takes a minute at full length, which is that of the long fuzz. */
const LENGTH = process.env.QUIZ_FUZZ ? 60_000 : 1_500;
const many = (piece: string, length = LENGTH): string => piece.repeat(Math.ceil(length / piece.length));

/** Texts that keep a pattern looking: of one thing over and over, and something else at the end. */
const TEXTS: Readonly<Record<string, string>> = {
  spaces: `a${many(' ')}b`,
  tabs: `a${many('\t')}b`,
  'full-width spaces': `a${many('\u3000')}b`,
  lines: `a${many('\n')}b`,
  'spaced lines': `a${many(' \n ')}b`,
  dots: `${many('.')}x`,
  'question marks': `${many('?')}x`,
  zeros: `0.${many('0')}1`,
  'numbers with dots': many('1.'),
  'numbers with commas': many('1,111'),
  'Chinese digits': many('一'),
  'Chinese units': many('百千万亿'),
  'Chinese fractions': many('三分之'),
  'Chinese points': many('点一'),
  minus: many('负-'),
  superscripts: `${many('²')}1`,
  'open code': many('`a '),
  'runs of ticks': Array.from({ length: 300 }, (_, n) => '`'.repeat(n)).join('a'),
  'open emphasis': many('*a '),
  'open stress': many('**a '),
  stars: many('*'),
  'all marks': many('*a **b ***c `d '),
  hashes: `# ${many('#')}x`,
  'a spaced head': `# a${many(' ')}#x`,
  quotes: many('> '),
  'quoted lines': many('> a\n'),
  fences: many('```\n'),
  'other fences': many('```a\n~~~\n'),
  pipes: many('|'),
  'rows of a table': `| a |\n|${many(' - |')}\n`,
  'a rule that is none': `| a |\n|${many('-')}x`,
  blanks: many('_'),
  'open brackets': many('（ '),
  letters: many('A和'),
  ranges: many('A-'),
  'letters in braces': many('{A}'),
  'lists of letters': many('A、B、'),
  backslashes: many('\\'),
  'double quotes': many('"'),
  joiners: many('\u200d'),
  'joined pictures': many('👩\u200d'),
  selectors: many('葛\ufe0f'),
  accents: `e${many('\u0301')}`,
  escapes: many('\u001b['),
  'negative words': many('不是除外'),
  ampersands: many('&#'),
  angles: many('<!--'),
};

const fold = (text: string): string => text;
const key = (text: string) => ({ accept: [text, `${text}x`], exact: false, unit: text.slice(0, 40), points: 1 });
const question = (text: string) => aSingle({ stem: text, explanation: text, options: [text, '乙', '丙', '丁'] });
const card = {
  ...{ position: '1/1', heading: [], starred: false, note: '', caseTitle: '', material: '', stem: '', fields: 0 },
  ...{ keyPoints: [], type: 'multiple' as const, options: [{ letter: 'A', label: 'A', text: '甲' }] },
};
const ORDER = ['B', 'A', 'C', 'D'];

/** What is done to a text of a bank, of a learner or of an importer's file. */
const DEEDS: Readonly<Record<string, (text: string) => unknown>> = {
  'folded for a match': foldText,
  'typed into a blank': (text) => matchText(text, { key: key('五千元整'), others: [], fold }),
  'accepted in a blank': (text) => matchText('五千元整', { key: key(text), others: [text], fold }),
  'typed as it is accepted': (text) => matchText(`${text}y`, { key: key(text), others: [], fold }),
  'a short answer': (text) =>
    suggestCovered(aShort({ points: [{ text, keywords: [text, 'y'], points: 1 }] }) as never, text),
  'shown as Markdown': (text) => renderMarkdown(text, 79, PLAIN),
  'shown on a narrow screen': (text) => renderMarkdown(text, 12, PLAIN),
  wrapped: (text) => wrap(safeText(text), 40),
  'looked through for what is hidden': hiddenIn,
  'printed in HTML': (text) => richHtml(text, { blanks: true }),
  'in a cell': (text) => [csvText([[text]]), escapeMarkdown(text), shortened(text, 40), jsonText(text)],
  'in other formats': (text) =>
    BANK_FORMATS.map((format) => bankFormats[format](aBankOf([question(text)]), words.bankFormats)),
  'a line of input': (text) => [parseChoice(text, card), parseCommand(`:n ${text}`), parsePoints(text, [], 5)],
  'a key': (text) => [parseLetters(text), parseTruth(text)],
  'with its letters turned': (text) => relabel(text, ORDER),
  'options in an order': (text) => [
    presentedOrder(question(text), rngOf('1')),
    presentOptions(question(text) as never, ORDER),
  ],
  'cut at its blanks': (text) => [blankCount(text), splitAtBlanks(text)],
  'a value in YAML': (text) =>
    readPlainYaml(`a: ${text.replaceAll('\n', ' ')}\nb: |\n  ${text.replaceAll('\n', '\n  ')}\n`, TEXT_FIELDS),
  reviewed: (text) => reviewBank(aBankOf([question(text), aBlank({ stem: `____${text}` }), aShort({ answer: text })])),
};

/** Far less is usual; a pattern that tries again from every place takes minutes. */
const MOST_MS = process.env.QUIZ_FUZZ ? 12_000 : 1_500;

describe.each(Object.entries(DEEDS))('a long text, %s', (_what, deed) => {
  test('is done with at once, whatever it repeats', () => {
    const slow: string[] = [];
    for (const [name, text] of Object.entries(TEXTS)) {
      const began = performance.now();
      deed(text);
      const took = performance.now() - began;
      if (took > MOST_MS) slow.push(`${name}: ${Math.round(took)} ms`);
    }
    expect(slow).toEqual([]);
  });
});

describe('a hundred thousand of one thing, where a pattern once tried again from every place', () => {
  test.each<[string, string, string]>([
    ['dots', 'folded for a match', `${many('.', 100_000)}x`],
    ['zeros', 'typed into a blank', `0.${many('0', 100_000)}1`],
    ['spaces', 'in other formats', `a${many(' ', 100_000)}b`],
    ['spaces in a head', 'shown as Markdown', `# a${many(' ', 100_000)}#x`],
    ['marks of a guess', 'a line of input', `${many('?', 100_000)}x`],
    ['stars', 'printed in HTML', many('**a ', 100_000)],
    ['fences', 'shown as Markdown', many('```\n', 100_000)],
    ['letters', 'with its letters turned', many('A、', 100_000)],
    ['spaces in a value', 'a value in YAML', `a${many(' ', 100_000)}b`],
    ['accents', 'shown as Markdown', `e${many('\u0301', 100_000)}`],
  ])('%s, %s', (_thing, deed, text) => {
    const began = performance.now();
    DEEDS[deed]?.(text);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
