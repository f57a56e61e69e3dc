import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Letter, letterAt } from '../../src/core/bank/item.ts';
import type { Answered, HistoryEvent } from '../../src/core/history/event.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { parseCommand } from '../../src/prompts/plain.ts';
import { safeLine } from '../../src/prompts/safe-text.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import { examine } from '../../src/store/examine.ts';
import { KINDS_PAPER } from '../support/exam-banks.ts';
import { inFastFolder } from '../support/fast-folder.ts';
import { HOSTILE, harmIn, PAYLOADS } from '../support/hostile.ts';
import { quizHere } from '../support/in-process.ts';
import type { Place } from '../support/program.ts';
import { type Bytes, bytesOf, casesOr, inTime, PATIENCE_MS } from './amount.ts';

const { verdict, ask } = messagesFor('en');

/** What a person types, a script pipes in, or a cat walks over. */
const LINES: readonly string[] = [
  ...[
    'A',
    'B',
    'b',
    'ac',
    'BAC',
    'A?',
    '０',
    '0',
    '对',
    '错',
    't',
    'n',
    '打雷',
    '彩虹',
    '水滴变大',
    '落下',
    '.',
    '1 2',
    '12',
    '99',
  ],
  ...[
    ':u',
    ':x',
    ':s',
    ':n',
    ':n 一条笔记',
    ':o',
    ':+',
    ':1',
    ':4',
    ':m',
    ':e',
    ':b',
    ':f',
    ':c',
    ':?',
    ':a',
    ':t',
    ':h',
    ':g 3',
  ],
  ...[
    ':g',
    ':g 0',
    ':g 99999999999999999999',
    ':g -1',
    ':g１',
    '：ｕ',
    ':submit',
    'y',
    'n',
    ':zzz',
    ':',
    '::',
    ': u',
    ':uu',
  ],
  ...[
    '',
    ' ',
    '\t',
    '\u3000',
    HOSTILE,
    ...Object.values(PAYLOADS),
    '?'.repeat(500),
    'A'.repeat(5_000),
    '1,'.repeat(2_000),
  ],
  ...[
    ':n __proto__',
    '__proto__',
    'constructor',
    '{A}',
    '"',
    '\\',
    '\\n',
    '%s',
    '$(id)',
    '😀',
    'e\u0301'.repeat(50),
    '999999999999999999999',
  ],
];
const line = fc.oneof(
  { arbitrary: fc.constantFrom(...LINES), weight: 8 },
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 10 }).map((text) => `:n ${text}`),
);
const typed = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'), fc.nat())
  .map(([lines, end, cut]) => {
    const bytes = Buffer.from(lines.join(end) + end);
    // The end of input may come anywhere: in the middle of a character too.
    return cut % 3 === 0 ? bytes.subarray(0, cut % (bytes.length + 1)) : bytes;
  });
const input = fc
  .oneof(
    { arbitrary: typed, weight: 6 },
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  )
  .map(bytesOf);

const SITTINGS: readonly (readonly string[])[] = [
  ['drill', '--bank', 'kinds', '--seed', '1'],
  ['drill', '--bank', 'kinds', '--seed', '2', '--ahead', '--limit', '3', '--no-shuffle'],
  ['exam', '--bank', 'kinds', '--seed', '3'],
  ['exam', '--resume'],
  ['study', '--bank', 'kinds'],
  ['practice', '--bank', 'kinds', '--count', '4', '--seed', '4'],
  ['practice', '--bank', 'kinds', '--count', '4', '--seed', '5', '--feedback', 'end'],
  ['practice'],
  ['undo'],
];
/** What a sitting may come to: done, no bank or several exams to choose from, nothing of the kind to go on with. */
const DOCUMENTED = [0, 2, 3];

interface Sitting {
  readonly args: readonly string[];
  readonly typed: Bytes;
}
const sittings: fc.Arbitrary<readonly Sitting[]> = fc.array(
  fc.record({ args: fc.constantFrom(...SITTINGS), typed: input }),
  { minLength: 1, maxLength: 3 },
);

/** One sitting in a home; every answer that its output speaks of is in the history, which is whole. */
async function sit(place: Place, { args, typed }: Sitting): Promise<void> {
  const before = eventsOf(place).length;
  const { code, out, err, bug } = await inTime(args.join(' '), () => quizHere(place, args, typed.bytes));
  if (bug) throw bug;
  expect(DOCUMENTED, err).toContain(code);
  expect(harmIn((out + err).replaceAll('\n', ''))).toEqual([]);
  const events = eventsOf(place);
  const fresh = events.slice(before);
  if ((args[0] === 'drill' || args[0] === 'practice') && !fresh.some(hasSheet)) {
    const answered = fresh.filter(({ type }) => type === 'answered').length;
    const verdicts = linesWith(VERDICT, out).length;
    // A cause says the verdict again, without an answer.
    const causes = typed.bytes
      .toString('utf8')
      .split(/\r\n|[\n\r]/)
      .filter((each) => CAUSE.test(parseCommand(each)?.name ?? ''));
    expect(answered).toBeLessThanOrEqual(verdicts);
    expect(answered).toBeGreaterThanOrEqual(verdicts - causes.length);
  }
  const answers = events.filter((event): event is Answered => event.type === 'answered');
  for (const kept of linesWith(KEPT, out)) expect(answers.flatMap(shownOf)).toContain(kept);
}

/** What stands in the first bracket of a pattern, or the whole, for each line that it fits. */
const linesWith = (pattern: RegExp, out: string): string[] =>
  out.split('\n').flatMap((each) => {
    const found = pattern.exec(each);
    return found ? [found[1] ?? found[0]] : [];
  });
const VERDICT = new RegExp(
  `^[${GLYPHS.right}${GLYPHS.wrong}${GLYPHS.partial}] (?:${verdict.right}|${verdict.wrong}|${verdict.unanswered}|Partly right)`,
);
const CAUSE = /^[1-4]$/;
const KEPT = /^Kept: (.*)$/;

/** Answers on a sheet are judged together, when it is handed in. */
const hasSheet = (event: HistoryEvent): boolean => event.type === 'session-started' && 'paper' in event.settings;

/** An answer as an exam says it back; of a truth value either word. */
function shownOf({ response, order = [] }: Answered): readonly string[] {
  const [first] = response;
  if (typeof first === 'boolean') return [ask.true, ask.false];
  if (order.length > 0) return [response.map((letter) => letterAt(order.indexOf(letter as Letter))).join('')];
  return [
    response.map((text) => safeLine(String(text))).join(' | '),
    safeLine(response.join('\n').split('\n').join(' / ')),
  ];
}

function eventsOf({ history }: Place): HistoryEvent[] {
  if (!fs.existsSync(history)) return [];
  const bytes = fs.readFileSync(history);
  const { events, faults } = examine(bytes);
  expect(faults).toEqual([]);
  if (bytes.length > 0) JSON.parse(bytes.toString());
  return events.map(({ event }) => event);
}

test(
  'whatever is typed, a sitting ends by itself, soon and in order, and what it acknowledged is in the history',
  async () => {
    await inFastFolder(async (folder) => {
      const place: Place = {
        cwd: join(folder, 'work'),
        home: join(folder, 'home'),
        history: join(folder, 'home', 'history.json'),
      };
      fs.mkdirSync(join(place.cwd, 'banks'), { recursive: true });
      fs.writeFileSync(join(place.cwd, 'banks', 'kinds.yaml'), KINDS_PAPER);
      await fc.assert(
        fc.asyncProperty(sittings, async (sat) => {
          fs.rmSync(place.home, { recursive: true, force: true });
          for (const sitting of sat) await sit(place, sitting);
          expect(await quizHere(place, ['history', 'verify'])).toMatchObject({ code: 0, bug: null });
        }),
        { numRuns: casesOr(25), timeout: 30_000 },
      );
    });
  },
  PATIENCE_MS,
);
