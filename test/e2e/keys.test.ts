import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import { answersIn, aPlace, eventsOf, itemsAnswered, type Place, QUIZ } from '../support/program.ts';
import { KINDS, many } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const args = ['drill', '--bank', 'many', '--no-shuffle'];

async function begun(count = 6): Promise<{ place: Place; terminal: Terminal }> {
  const place = aPlace({ 'many.yaml': many(count) });
  const terminal = new Terminal(place, args);
  await terminal.waitFor('第1号问题');
  return { place, terminal };
}

const counted = (place: Place) => {
  const gone = new Set(eventsOf(place).flatMap((event) => (event.type === 'voided' ? [event.target] : [])));
  return answersIn(place).filter(({ id }) => !gone.has(id));
};

test('? before the answer marks a guess, ? after it takes the mark off again', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('?', en.ask.guessing);
  await terminal.pressing('a', `${en.verdict.right} · ${en.verdict.guess}`);
  expect(counted(place)[0]).toMatchObject({ right: true, guess: true, rating: 'hard' });
  await terminal.pressing(
    '?',
    (screen) => screen.includes(en.verdict.right) && !screen.includes(`· ${en.verdict.guess}`),
  );
  expect(counted(place)).toHaveLength(1);
  expect(counted(place)[0]).toMatchObject({ guess: false, rating: 'good' });
});

test('+ after a right answer says it was too easy; a wrong one has no such key', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('a', en.verdict.right);
  await terminal.pressing('+', `${en.verdict.right} · ${en.verdict.easy}`);
  expect(counted(place)[0]).toMatchObject({ rating: 'easy' });
  await terminal.pressing(KEY.enter, '第2号问题');
  await terminal.pressing('b', en.verdict.wrong);
  await terminal.pressing('+', en.ask.notRight);
  expect(counted(place).map(({ rating }) => rating)).toEqual(['easy', 'again']);
});

test('o counts a typed answer right that was marked wrong, and says so in the history', async () => {
  const place = aPlace({ 'kinds.yaml': KINDS });
  const terminal = new Terminal(place, ['drill', '--bank', 'kinds', '--type', 'blank']);
  await terminal.waitFor('闪电');
  await terminal.pressing(['轰隆声', KEY.enter, '彩虹', KEY.enter], en.verdict.notAccepted('轰隆声'));
  await terminal.pressing('o', en.verdict.overrule);
  expect(counted(place)).toMatchObject([{ right: true, overrule: true, rating: 'hard' }]);
});

test('u takes the answer back, and the question is asked again', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('b', en.verdict.wrong);
  await terminal.pressing('u', en.drill.undone);
  await terminal.waitFor((screen) => screen.includes('第1号问题') && !screen.includes(en.verdict.wrong));
  await terminal.pressing('a', en.verdict.right);
  expect(counted(place)).toMatchObject([{ item: 'many/q1', right: true }]);
  expect(answersIn(place)).toHaveLength(2);
});

test('s stars, n notes, and both are there the next time', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('s', GLYPHS.star);
  await terminal.pressing('n', en.ask.noteHere);
  await terminal.pressing(['记住这个'], `${en.ask.noteHere} 记住这个`);
  await terminal.pressing([KEY.enter], (screen) => !screen.includes(en.ask.noteHere));
  await terminal.pressing('q', en.drill.summaryNone);
  expect(await terminal.ended).toBe(0);
  const again = new Terminal(place, args);
  const screen = await again.waitFor('第1号问题');
  expect(screen).toContain(GLYPHS.star);
  expect(screen).toContain(`${en.ask.note} 记住这个`);
});

test('a note just written stands below the question at once', async () => {
  const { terminal } = await begun();
  await terminal.pressing('n', en.ask.noteHere);
  await terminal.pressing('别忘了', `${en.ask.noteHere} 别忘了`);
  terminal.press(KEY.enter);
  await terminal.waitFor(`${en.ask.note} 别忘了`);
});

test('x puts a question away: the next one comes, and it is not asked any more', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('x', '第2号问题');
  await terminal.pressing('q', en.drill.summaryNone);
  await terminal.ended;
  const again = new Terminal(place, args);
  const screen = await again.waitFor('第2号问题');
  expect(screen).toContain('1/5');
  expect(screen).not.toContain('第1号问题');
});

test('q leaves with everything kept', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('a', en.verdict.right);
  await terminal.pressing(KEY.enter, '第2号问题');
  terminal.press('q');
  expect(await terminal.ended).toBe(0);
  expect(terminal.screen()).toContain(place.history);
  expect(eventsOf(place).map(({ type }) => type)).toEqual(['session-started', 'answered', 'session-ended']);
});

test('Ctrl-C leaves with 130 and everything kept', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('a', en.verdict.right);
  await terminal.pressing(KEY.enter, '第2号问题');
  await terminal.pressing('b', en.verdict.wrong);
  terminal.press(KEY.ctrlC);
  expect(await terminal.ended).toBe(130);
  expect(terminal.everything()).toMatch(/^✔ 1\/6 {2}第1号问题.*\n✘ 2\/6 {2}第2号问题/m);
  expect(itemsAnswered(place)).toEqual(['q1', 'q2']);
  expect(eventsOf(place).at(-1)).toMatchObject({ type: 'session-ended', how: 'quit' });
});

test.each([
  ['q', 'q'],
  ['Ctrl-C', KEY.ctrlC],
])('%s gives the terminal back as it was, with its cursor', async (_, key) => {
  const place = aPlace({ 'many.yaml': many(3) });
  const line = `stty -g > before; "${process.execPath}" "${QUIZ}" ${args.join(' ')}; stty -g > after`;
  const terminal = new Terminal(place, ['-c', line], { command: 'sh' });
  await terminal.waitFor('第1号问题');
  terminal.press(key);
  await terminal.ended;
  const [before, after] = ['before', 'after'].map((name) => readFileSync(join(place.cwd, name), 'utf8'));
  expect(after).toBe(before);
  expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s, as when the window is closed, keeps every answer', async (signal) => {
  const { place, terminal } = await begun();
  await terminal.pressing('a', en.verdict.right);
  process.kill(terminal.pid, signal);
  await terminal.ended;
  expect(itemsAnswered(place)).toEqual(['q1']);
});

test('a disk that fails in the middle ends the drill with 4, says so, and shows the cursor again', async () => {
  const { place, terminal } = await begun();
  await terminal.pressing('a', en.verdict.right);
  await terminal.pressing(KEY.enter, '第2号问题');
  rmSync(place.home, { recursive: true });
  writeFileSync(place.home, '');
  terminal.press('a');
  expect(await terminal.ended).toBe(4);
  expect(terminal.screen().replaceAll('\n', '')).toContain(place.history);
  expect(terminal.screen()).not.toContain(en.verdict.right);
  expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
});

describe('where no bank is named and none was used before', () => {
  const choosing = async (): Promise<{ place: Place; terminal: Terminal }> => {
    const place = aPlace({ 'left.yaml': many(2, 'left'), 'right.yaml': many(2, 'right') });
    const terminal = new Terminal(place, ['drill', '--no-shuffle']);
    await terminal.waitFor(en.pick.bank);
    return { place, terminal };
  };

  test('the arrows choose one from a list', async () => {
    const { place, terminal } = await choosing();
    await terminal.pressing([KEY.down, KEY.enter], '第1号问题');
    await terminal.pressing('a', en.verdict.right);
    expect(answersIn(place)[0]?.item).toBe('right/q1');
  });

  test('Ctrl-C leaves with 130 and no word about a fault', async () => {
    const { terminal } = await choosing();
    terminal.press(KEY.ctrlC);
    expect(await terminal.ended).toBe(130);
    expect(terminal.screen()).not.toContain(en.errors.bug);
  });
});
