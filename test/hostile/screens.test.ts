import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';
import { aSection } from '../support/exams.ts';
import { evil, evilBank, HOSTILE, harmIn, harmOnTerminal } from '../support/hostile.ts';
import { quizHere } from '../support/in-process.ts';
import { aPlace, type Place, runQuiz } from '../support/program.ts';
import { KINDS } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const en = withDetails(messagesFor('en'));
/** Spelled out, the texts are long. */
const SIZE = { columns: 160, rows: 90 };
const evilPlace = (): Place => aPlace({ 'evil.yaml': evilBank() });

async function harmWhile(terminal: Terminal, act: () => Promise<unknown>): Promise<string[]> {
  await act();
  return harmOnTerminal(terminal.raw);
}

describe('on the screen a hostile bank does nothing', () => {
  test.each<[type: string, sight: string, keys: readonly string[], then: string]>([
    ['single', '单选题干', ['a'], '单选解析'],
    ['multiple', '多选题干', ['a', 'b', KEY.enter], '多选解析'],
    ['boolean', '判断题干', ['a'], '判断解析'],
    ['ordering', '排序题干', ['a', 'b', KEY.enter], 'goes on'],
    ['blank', '填空题干', ['x', KEY.enter], '雷声'],
    ['short', '简答题干', ['x', KEY.enter, KEY.enter, KEY.enter], '要点'],
    ['case', '案例材料', ['b'], '小题解析'],
  ])('asked a %s question, and judged', async (type, sight, keys, then) => {
    const terminal = new Terminal(evilPlace(), ['drill', '--bank', 'evil', '--type', type], SIZE);
    expect(
      await harmWhile(terminal, async () => {
        expect(await terminal.waitFor(sight)).toContain('⟨U+202E⟩');
        for (const key of keys) terminal.press(key);
        await terminal.waitFor(then);
        terminal.press('q');
        await terminal.ended;
      }),
    ).toEqual([]);
  });

  test('in an exam: cover, sheet, report, and the way through it', async () => {
    const place = evilPlace();
    const terminal = new Terminal(place, ['exam', '--bank', 'evil', '--seed', '1'], SIZE);
    expect(
      await harmWhile(terminal, async () => {
        await terminal.waitFor('单选部分');
        await terminal.pressing(KEY.enter, '单选题干');
        await terminal.pressing(['a', '\t'], '其余部分');
        await terminal.pressing(['s', 'y'], en.exam.report.menu.slice(0, 8));
        await terminal.pressing(['a'], '单选解析');
        terminal.press('q');
        await terminal.waitFor(en.exam.report.menu.slice(0, 8));
        terminal.press('q');
        await terminal.ended;
      }),
    ).toEqual([]);
  });

  test('read page by page', async () => {
    const terminal = new Terminal(evilPlace(), ['study', '--bank', 'evil'], SIZE);
    expect(
      await harmWhile(terminal, async () => {
        await terminal.waitFor('笔记');
        await terminal.pressing(KEY.enter, '单选解析');
        terminal.press('q');
        await terminal.ended;
      }),
    ).toEqual([]);
  });

  test('on a narrow screen too', async () => {
    const terminal = new Terminal(evilPlace(), ['drill', '--bank', 'evil'], { columns: 40, rows: 12 });
    expect(
      await harmWhile(terminal, async () => {
        await terminal.waitFor('U+');
        await terminal.pressing('a', 'goes on');
        terminal.press('q');
        await terminal.ended;
      }),
    ).toEqual([]);
  });

  test('a file with a hostile name stands harmless in the list to choose from', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS, '\u001b]0;x\u0007\u202e.yaml': 'x' });
    const terminal = new Terminal(place, ['drill'], SIZE);
    expect(
      await harmWhile(terminal, async () => {
        await terminal.waitFor(en.pick.bank);
        terminal.press(KEY.ctrlC);
        await terminal.ended;
      }),
    ).toEqual([]);
  });
});

describe('line by line a hostile bank does nothing', () => {
  const place = aPlace({ 'evil.yaml': evilBank() }, afterAll);
  const typed = [
    `:n ${HOSTILE}`,
    HOSTILE,
    'A',
    'AB',
    '对',
    'BA',
    HOSTILE,
    HOSTILE,
    '.',
    '',
    ':m',
    '错',
    'A',
    ':a',
    'y',
    'y',
  ];

  test.each([
    ['drill', '--bank', 'evil', '--seed', '1'],
    ['practice', '--bank', 'evil', '--count', '9'],
    ['practice', '--bank', 'evil', '--feedback', 'end', '--order', 'sequential'],
    ['exam', '--bank', 'evil', '--seed', '1'],
    ['study', '--bank', 'evil'],
    ['mistakes', '--bank', 'evil', '--practice'],
    ['bank', 'list'],
    ['bank', 'show', 'evil'],
    ['bank', 'check', 'evil'],
    ['bank', 'find', '题干', '--bank', 'evil'],
    ['paper', '--bank', 'evil', '--key', 'end', '--seed', HOSTILE],
    ['paper', '--bank', 'evil', '--key', 'inline', '--format', 'html'],
  ])('quiz %s %s %s', async (...args) => {
    const given = args.filter((arg): arg is string => typeof arg === 'string');
    const { code, out, err, bug } = await quizHere(place, given, `${typed.join('\n')}\n`);
    expect({ bug, harm: harmIn(out + err) }).toEqual({ bug: null, harm: [] });
    expect(code).toBe(given[1] === 'check' ? 1 : 0);
    expect(out.length).toBeGreaterThan(40);
  });
});

const BASE = { at: '2026-11-22T20:00:00.000+08:00', device: HOSTILE };
const ANSWER = {
  ...BASE,
  type: 'answered',
  mode: 'drill',
  right: false,
  rating: 'again',
  revision: 'r',
  of: 1,
  marks: 0,
  ms: 1,
  guess: false,
};

/** Hostile texts in every field of a history that may be shown, ids among them. */
const EVENTS: readonly object[] = [
  {
    ...BASE,
    id: `s${HOSTILE}`,
    type: 'session-started',
    mode: 'drill',
    banks: [{ id: evil('b'), revision: HOSTILE }],
    settings: {},
    seed: HOSTILE,
    form: [{ item: evil('b/i') }],
  },
  { ...ANSWER, id: `a${HOSTILE}`, session: `s${HOSTILE}`, item: evil('b/i'), response: [evil('答')], rule: HOSTILE },
  { ...ANSWER, id: 'a2', session: `s${HOSTILE}`, item: 'evil/one', response: [evil('答')], rule: HOSTILE },
  { ...BASE, id: 'n1', type: 'noted', item: 'evil/tagged', text: evil('笔记正文') },
  { ...BASE, id: 'n0', type: 'noted', item: 'evil/one', text: evil('笔记正文') },
  { ...BASE, id: 'n2', type: evil('未知'), text: HOSTILE },
  { ...BASE, id: 'n3', type: 'suspended', item: evil('b/i'), on: true },
  {
    ...BASE,
    id: 'p1',
    type: 'session-started',
    mode: 'practice',
    banks: [],
    seed: '1',
    form: [{ item: 'evil/one' }],
    settings: {
      banks: [evil('b')],
      files: { [evil('b')]: evil('/tmp/x.yaml') },
      topics: [evil('t')],
      types: [],
      difficulty: null,
      count: 5,
      only: null,
      order: 'random',
      feedback: 'item',
      limitMinutes: null,
      perItemSeconds: null,
    },
  },
  {
    ...BASE,
    id: `x${HOSTILE}`,
    type: 'session-started',
    mode: 'exam',
    banks: [{ id: 'evil', revision: 'r' }],
    seed: '1',
    form: [{ item: 'evil/one', section: 0, of: 1, revision: 'r' }],
    settings: {
      limitMinutes: 9,
      paper: {
        id: 'mock',
        title: evil('旧卷'),
        bank: 'evil',
        pass: 1,
        limitMinutes: 9,
        bands: [{ title: evil('等'), from: 0 }],
      },
      sections: [aSection({ title: evil('旧节'), limitMinutes: 9 })],
    },
  },
];

function withHistory(place: Place): Place {
  mkdirSync(place.home, { recursive: true });
  writeFileSync(place.history, HEADER + EVENTS.map((event) => eventLine(event as WrittenEvent)).join('') + END);
  return place;
}

describe('a hostile history does nothing', () => {
  test('on the screen of a question and of an exam that goes on', async () => {
    const place = withHistory(evilPlace());
    const drill = new Terminal(place, ['drill', '--bank', 'evil', '--type', 'single'], SIZE);
    expect(
      await harmWhile(drill, async () => {
        await drill.waitFor('笔记正文');
        drill.press('q');
        await drill.ended;
      }),
    ).toEqual([]);
    const exam = new Terminal(place, ['exam', '--resume'], SIZE);
    expect(
      await harmWhile(exam, async () => {
        await exam.waitFor('旧节');
        await exam.pressing(['\t', 's', 'y'], en.exam.report.menu.slice(0, 8));
        exam.press('q');
        await exam.ended;
      }),
    ).toEqual([]);
  });

  test.each([
    [],
    ['history', 'list'],
    ['history', 'list', '--json'],
    ['history', 'show', 's'],
    ['history', 'show', 's', '--json'],
    ['history', 'verify'],
    ['mistakes'],
    ['mistakes', '--json'],
    ['mistakes', 'cause', 'b/i', 'misread'],
    ['undo'],
    ['practice'],
    ['exam', '--resume', 'x'],
    ['export'],
    ['export', '--format', 'json'],
    ['bank', 'find', '题干', '--bank', 'evil', '--json'],
    ['bank', 'show', 'evil', '--json'],
    ['bank', 'check', 'evil', '--json'],
  ])('on any line: quiz %s %s %s', async (...args) => {
    const given = args.filter((arg): arg is string => typeof arg === 'string');
    const { code, out, err } = await runQuiz(withHistory(evilPlace()), given, { input: ['A', ':q'] });
    expect(code).not.toBe(70);
    expect(harmIn(out + err)).toEqual([]);
    if (given.includes('--json')) expect(() => JSON.parse(out)).not.toThrow();
  });
});

test('a line that is no UTF-8 is a damaged line, and a bank that is none says so', async () => {
  const place = evilPlace();
  mkdirSync(place.home, { recursive: true });
  writeFileSync(
    place.history,
    Buffer.concat([Buffer.from(`${HEADER}{"id":"`), Buffer.from([0x9b, 0x32, 0x4a]), Buffer.from(`"},\n${END}`)]),
  );
  const verified = await runQuiz(place, ['history', 'verify']);
  expect([verified.code, harmIn(verified.out + verified.err)]).toEqual([4, []]);
  writeFileSync(join(place.cwd, 'banks', 'raw.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0x9b, 0x32, 0x4a]));
  const checked = await runQuiz(place, ['bank', 'check', 'banks/raw.yaml']);
  expect(checked.out).toContain('NOT_UTF8');
  expect([checked.code, harmIn(checked.out + checked.err)]).toEqual([1, []]);
});
