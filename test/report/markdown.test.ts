import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/core/day.ts';
import { renderMarkdown, SESSIONS_SHOWN } from '../../src/report/markdown.ts';
import { escapeMarkdown } from '../../src/report/markdown-text.ts';
import { aBank, anAnswer, aQuestion, minute } from '../support/results-history.ts';
import { someEvents, summaryOf } from '../support/results-summary.ts';
import { words } from '../support/results-words.ts';

const markdown = (...input: Parameters<typeof summaryOf>) => renderMarkdown(summaryOf(...input), words.results);

describe('results in Markdown', () => {
  test('go from the whole to its parts', () => {
    expect(markdown(someEvents)).toMatchInlineSnapshot(`
      "# Results

      All answers up to 2026-11-22.

      ## In all

      | Answers | Questions | Right | Share right | Guesses | Marks | Time |
      | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | 3 | 3 | 2 | 67% | 1 | 2.5 / 3 | 1 min 10 s |

      ## By bank

      | Bank | Answers | Questions | Right | Share right | Guesses | Marks | Time |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | Bank phone | 3 | 3 | 2 | 67% | 1 | 2.5 / 3 | 1 min 10 s |

      ## What is to come

      | Bank | In the bank | Due today | Due within 7 days | New | Put away |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | Bank phone | 2 | 0 | 0 | 2 | 0 |

      ## By topic

      | Bank | Topic | Answers | Questions | Right | Share right | Guesses | Marks | Time |
      | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | Bank phone | Calls | 1 | 1 | 1 | 100% | 0 | 1 / 1 | 1 min 5 s |
      | Bank phone | no topic | 2 | 2 | 1 | 50% | 1 | 1.5 / 2 | 5 s |

      ## By type

      | Type | Answers | Questions | Right | Share right | Guesses | Marks | Time |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | single choice | 1 | 1 | 1 | 100% | 0 | 1 / 1 | 1 min 5 s |
      | true or false | 1 | 1 | 0 | 0% | 0 | 0.5 / 1 | 4 s |
      | no longer in a bank | 1 | 1 | 1 | 100% | 1 | 1 / 1 | 1 s |

      ## By session

      | Started | Mode | Ended | Bank | Answers | Questions | Right | Share right | Guesses | Marks | Time |
      | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
      | 2026-11-22 20:00 | exam | submitted | phone | 3 | 3 / 4 | 2 | 67% | 1 | 2.5 / 3 | 1 min 10 s |

      ## Look at these again

      | Question | Answers | Wrong | Last answer |
      | --- | ---: | ---: | --- |
      | What is honest? (phone/honest) | 1 | 1 | wrong |
      "
    `);
  });

  test('of no answers say so and tell what is to come', () => {
    expect(markdown([])).toMatchInlineSnapshot(`
      "# Results

      All answers up to 2026-11-22.

      Nothing was answered in this time.

      ## What is to come

      | Bank | In the bank | Due today | Due within 7 days | New | Put away |
      | --- | ---: | ---: | ---: | ---: | ---: |
      | Bank phone | 2 | 0 | 0 | 2 | 0 |
      "
    `);
  });

  test('name the days and the banks that were chosen', () => {
    const since = parseDay('2026-11-01') as number;
    const page = markdown(someEvents, { filter: { since, banks: ['phone', 'a|b'] } });
    expect(page).toContain('Since 2026-11-01; what is due is as of 2026-11-22.\n\nBanks: phone, a\\|b\n');
  });

  test('show the newest sessions and count the others', () => {
    const events = Array.from({ length: SESSIONS_SHOWN + 2 }, (_, n) => anAnswer({ session: `s${n}`, at: minute(n) }));
    const page = markdown(events);
    expect(page.match(/\| drill \|/g)).toHaveLength(SESSIONS_SHOWN);
    expect(page).toContain('2 older sessions not shown');
    expect(page).not.toContain('2026-11-22 20:01');
  });

  test('are not broken by what stands in a bank', () => {
    const hostile = aBank('phone', [aQuestion('hello', { stem: '| <b>`x`\n# \\|\u001B[31m\u202E' })]);
    const page = markdown([anAnswer({ right: false })], { banks: [{ ...hostile, title: 'A | B\n\n# C' }] });
    expect(page).toContain('| \\| &lt;b&gt;\\`x\\` \\# \\\\\\|\\[31m (phone/hello) | 1 | 1 | wrong |');
    expect(page).toContain('| A \\| B \\# C | 1 |');
  });
});

describe('escaped text', () => {
  test.each([
    ['2*3_4_', '2\\*3\\_4\\_'],
    ['[x](y)', '\\[x\\](y)'],
    ['a &lt; b', 'a &amp;lt; b'],
    ['~~no~~ $x$', '\\~\\~no\\~\\~ \\$x\\$'],
    ['客户：“您好”。', '客户：“您好”。'],
  ])('shows what was written: %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test('is one line without a bare pipe, tag or control', () => {
    const anything = fc.array(fc.constantFrom(...'|\\<>`*_[]\n\r\t\u0000\u001B\u2028\u202E 服a'));
    fc.assert(
      fc.property(anything, (characters) => {
        const bare = escapeMarkdown(characters.join('')).replace(/\\[\\|`*_[\]]/g, '');
        expect(bare).not.toMatch(/[\\|<>`*_[\]\p{Cc}\u2028\u202E]/u);
      }),
    );
  });
});
