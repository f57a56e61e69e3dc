import { describe, expect, test } from 'vitest';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { KINDS_PAPER, plainPaper } from '../support/exam-banks.ts';
import { answersIn, aPlace, endOf, eventsOf, type Place, runQuiz, startQuiz } from '../support/program.ts';
import { recount } from '../support/recount.ts';

const en = withDetails(messagesFor('en'));
const { plain, screen, report, cover } = en.exam;
const ESCAPE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

/** An exam of all kinds through a pipe: a line to start, and then these. */
const sat = async (lines: readonly string[], more: readonly string[] = []) => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const ran = await runQuiz(place, ['exam', '--bank', 'kinds', '--no-shuffle', ...more], { input: ['', ...lines] });
  return { place, ...ran };
};
const typesIn = (place: Place): string[] => eventsOf(place).map(({ type }) => type);

const ALL = ['B', 'AC', 'bac', '打雷', '彩虹', '水滴变大', '落下', '.', 'A', '错'];

describe('an exam through a pipe', () => {
  test('asks everything, a line to a prompt, and reports at once', async () => {
    const { place, code, out, err } = await sat([...ALL, 'y', '']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(report.marks('11', '11'));
    expect(out).toContain(report.passed('5'));
    expect(out).not.toMatch(ESCAPE);
    expect(recount(place.history)).toMatchObject({ marks: 11, of: 11, blank: [] });
    expect(out.split('水退了三百米').length - 1).toBe(1);
  });

  test('shows the cover first; q and the end of input start nothing', async () => {
    const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
    for (const input of [['q'], ['：Q'], []]) {
      const { code, out } = await runQuiz(place, ['exam', '--bank', 'kinds'], { input });
      expect(code).toBe(0);
      expect(out).toContain('各种题型');
      expect(out).toContain(cover.notStarted);
    }
    expect(eventsOf(place)).toEqual([]);
  });

  test('a line that is no answer is asked for again', async () => {
    const { out } = await sat(['E', 'AB', 'B', ':q']);
    expect(out.split(en.plain.notUnderstood(en.plain.wantedOneLetter('ABCD'))).length - 1).toBe(2);
    expect(out).toContain(plain.kept('B'));
  });

  test('an empty line and 0 skip', async () => {
    const { place, out } = await sat(['', '0', ':submit', 'y']);
    expect(answersIn(place)).toEqual([]);
    expect(out).toContain(screen.blanksLeft('1-7', 7));
  });
});

test('quiz undo leaves the answers of a paper that was handed in as they were marked', async () => {
  const { place } = await sat([...ALL, 'y', '']);
  const before = eventsOf(place).length;
  const { code, err } = await runQuiz(place, ['undo']);
  expect(code).toBe(3);
  expect(err).toContain(en.history.handedIn);
  expect(eventsOf(place)).toHaveLength(before);
});

test('quiz undo takes the last answer off the sheet while the exam is unfinished', async () => {
  const { place } = await sat(['B', 'AC', ':q']);
  expect(await runQuiz(place, ['undo'])).toMatchObject({ code: 0 });
  const { out } = await runQuiz(place, ['exam', '--resume'], { input: [':a', ':q'] });
  expect(out).toContain(`1. ${screen.legend.answered}`);
  expect(out).toContain(`2. ${screen.legend.blank}`);
});

describe('commands', () => {
  test(':g goes to a question, :b back; a number that is none is refused', async () => {
    const { out } = await sat([':g 6', ':b', ':g 8', ':g x', ':g', '：ｇ２', ':g 1', ':g３', ':q']);
    expect(out.split('\n').flatMap((line) => /^\d\/7/.exec(line) ?? [])).toEqual([
      '1/7',
      '6/7',
      '5/7',
      '2/7',
      '1/7',
      '3/7',
    ]);
    expect(out.split(screen.complaints.noSuchQuestion(7)).length - 1).toBe(3);
  });

  test(':f flags and takes the flag off, :? doubts an answer, :c takes it back', async () => {
    const { place, out } = await sat([':?', ':c', 'B', ':b', ':f', ':f', ':f', ':?', ':?', ':c', ':submit', 'y']);
    expect(out.split(screen.complaints.nothingToClear).length - 1).toBe(2);
    for (const said of [plain.flagged, plain.unflagged, plain.unsure, plain.sure, plain.cleared])
      expect(out).toContain(said);
    expect(recount(place.history)).toMatchObject({ blank: [1, 2, 3, 4, 5, 6, 7], flagged: [1] });
  });

  test(':a shows the sheet, :t the time, :m the material, :s stars, :n notes, anything else helps', async () => {
    const { place, out } = await sat(['B?', ':f', ':a', ':t', ':m', ':g 6', ':m', ':s', ':n 记住', ':zz', ':q']);
    expect(out).toContain(
      `1. ${screen.legend.answered} ${screen.legend.unsure}\n2. ${screen.legend.blank} ${screen.legend.flagged}\n`,
    );
    expect(out).toMatch(/(30 min|29 min 5\d s) left/);
    expect(out).toContain(en.plain.noMaterial);
    expect(out.split('水退了三百米').length - 1).toBe(2);
    expect(out.split(plain.help).length - 1).toBe(2);
    expect(typesIn(place)).toEqual(expect.arrayContaining(['starred', 'noted', 'flagged', 'paused']));
  });

  test(':submit warns of blanks; Enter goes to the first, a number to that one, q leaves', async () => {
    const { out } = await sat(['B', ':submit', '', ':submit', '4', ':submit', 'what', 'q']);
    expect(out).toContain(screen.blanksLeft('2-7', 6));
    expect(out.split('\n').flatMap((line) => /^\d\/7/.exec(line) ?? [])).toEqual(['1/7', '2/7', '2/7', '4/7']);
    expect(out).toContain('quiz exam --resume');
  });

  test('a change is an answer of its own, and the last one counts', async () => {
    const { place, out } = await sat(['A', ':b', 'B', ':submit', 'y']);
    expect(answersIn(place).map(({ response }) => response)).toEqual([['A'], ['B']]);
    expect(out).toContain(report.changes(0, 1, 0));
    expect(out).toContain(plain.kept('A'));
  });
});

describe('the end of input', () => {
  test('keeps everything and counts as no end', async () => {
    const { place, code, err } = await sat(['B', 'AC']);
    expect({ code, err }).toEqual({ code: 0, err: `${plain.inputEnded}\n` });
    expect(answersIn(place)).toHaveLength(2);
    expect(typesIn(place).at(-1)).toBe('paused');
  });

  test.each([
    ['the end of input', []],
    [':q', [':q']],
    [':g', [':g 1', ':q']],
    [':submit', [':submit', 'q']],
  ])('half a short answer is kept by %s', async (_, lines) => {
    const { place } = await sat([':g 5', '水滴', '变大', ...lines]);
    expect(answersIn(place)).toMatchObject([{ item: 'kinds/tell', response: ['水滴\n变大'] }]);
  });

  test('one blank of two is kept as well, and :c drops what was being typed', async () => {
    const { place } = await sat([':g 4', '雷声', ':b', ':g 5', '不要', ':c', ':q']);
    expect(answersIn(place)).toMatchObject([{ item: 'kinds/gap', response: ['雷声', ''] }]);
  });

  test('while key points are confirmed leaves what keywords decided', async () => {
    const { out } = await sat([':g 5', '水滴变大', '.', ':submit', 'y']);
    expect(out).toContain(report.marks('1', '11'));
  });
});

test('when the time is up, the lines so far are the answer, though the input is open', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS_PAPER });
  const child = startQuiz(place, ['exam', '--bank', 'kinds', '--minutes', '0.05']);
  const ended = endOf(child);
  child.stdin.write('\n:g 5\n水滴变大\n');
  await new Promise((resolve) => setTimeout(resolve, 3_600));
  child.stdin.write('\n');
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(out).toContain(en.exam.timeUp);
  expect(out).toContain(report.marks('1', '11'));
  expect(out).toContain(report.timedOut.trim());
  expect(answersIn(place)[0]).toMatchObject({ response: ['水滴变大'] });
});

test('a time limit of a question locks it: it can be read and flagged, and its answers are refused', async () => {
  const bank = plainPaper(2).replace('points: 1,', 'points: 1, per-item: 1s,');
  const place = aPlace({ 'plain.yaml': bank });
  const child = startQuiz(place, ['exam', '--bank', 'plain', '--no-shuffle']);
  const ended = endOf(child);
  child.stdin.write('\n');
  await new Promise((resolve) => setTimeout(resolve, 1_600));
  child.stdin.write('A\nA\n:g 1\n:f\nA\n:submit\ny\n');
  child.stdin.end();
  const { out } = await ended;
  expect(answersIn(place).map(({ item }) => item)).toEqual(['plain/q2']);
  expect(out).toContain(screen.complaints.locked);
  expect(out).toContain(report.flagged('1', 1));
});
