import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { GLYPHS } from '../../src/prompts/theme.ts';
import { answersIn, aPlace, type Place } from '../support/program.ts';
import { KINDS } from '../support/small-banks.ts';
import { KEY, Terminal } from '../support/terminal.ts';

const right = `${GLYPHS.right} ${en.verdict.right}`;
const wrong = `${GLYPHS.wrong} ${en.verdict.wrong}`;

/** A drill of the small bank's questions of these types. */
function drilling(types: readonly string[], ...more: readonly string[]): { place: Place; terminal: Terminal } {
  const place = aPlace({ 'kinds.yaml': KINDS });
  const only = types.flatMap((type) => ['--type', type]);
  return { place, terminal: new Terminal(place, ['drill', '--bank', 'kinds', ...only, ...more]) };
}

/** The letter that stands before a text on the screen. */
const labelOf = (text: string, screen: string): string => new RegExp(`([A-Z]) {2}${text}`).exec(screen)?.[1] ?? '';

describe('keys answer', () => {
  test('a single choice with one letter, and the verdict stands there at once', async () => {
    const { place, terminal } = drilling(['single'], '--no-shuffle');
    await terminal.waitFor('晴天');
    const screen = await terminal.pressing('b', right);
    expect(screen).toContain(`${GLYPHS.right} B  蓝色`);
    expect(answersIn(place)[0]).toMatchObject({ item: 'kinds/one', response: ['B'], right: true, rating: 'good' });
  });

  test('a single choice with the arrows and Enter; a wrong one shows the key beside the choice', async () => {
    const { place, terminal } = drilling(['single'], '--no-shuffle');
    await terminal.waitFor('晴天');
    await terminal.pressing([KEY.down, KEY.down, KEY.down], `${GLYPHS.cursor} C  绿色`);
    const screen = await terminal.pressing(KEY.enter, wrong);
    expect(screen).toContain(`${GLYPHS.right} B  蓝色`);
    expect(screen).toContain(`${GLYPHS.wrong} C  绿色`);
    expect(answersIn(place)[0]).toMatchObject({ response: ['C'], right: false, rating: 'again' });
  });

  test('a digit stands for a place, 0 for not knowing, Enter alone for nothing', async () => {
    const { place, terminal } = drilling(['single'], '--no-shuffle');
    await terminal.waitFor('晴天');
    await terminal.pressing(KEY.enter, en.ask.nothingPicked);
    await terminal.pressing('2', right);
    await terminal.pressing(KEY.enter, '小林到海边');
    await terminal.pressing('0', en.verdict.unanswered);
    expect(answersIn(place).map(({ response }) => response)).toEqual([['B'], []]);
  });

  test('several choices with letters, Space and Enter', async () => {
    const { place, terminal } = drilling(['multiple'], '--no-shuffle');
    await terminal.waitFor('天上');
    await terminal.pressing(['a', 'b'], `${GLYPHS.ticked} B`);
    await terminal.pressing(
      ['b', KEY.down, KEY.down, KEY.down, KEY.space],
      (screen) => screen.includes(`${GLYPHS.ticked} C`) && screen.includes(`${GLYPHS.unticked} B`),
    );
    await terminal.pressing(KEY.enter, right);
    expect(answersIn(place)[0]).toMatchObject({ response: ['A', 'C'], right: true });
  });

  test('true or false with a letter, or with 错 as it comes from a Chinese keyboard', async () => {
    const { place, terminal } = drilling(['boolean']);
    await terminal.waitFor('月亮自己');
    await terminal.pressing('错', right);
    await terminal.pressing(KEY.enter, '什么也没有拾到');
    await terminal.pressing('A', wrong);
    expect(answersIn(place).map(({ response }) => response)).toEqual([[false], [true]]);
  });

  test('an order with letters one after the other; Backspace takes one back, an unfinished one is not taken', async () => {
    const { place, terminal } = drilling(['ordering'], '--no-shuffle');
    await terminal.waitFor('先后');
    await terminal.pressing(['a', KEY.backspace, 'b', KEY.enter], en.ask.notComplete);
    await terminal.pressing(['a', 'c', KEY.enter], right);
    expect(answersIn(place)[0]).toMatchObject({ response: ['B', 'A', 'C'], right: true });
  });

  test('blanks with Chinese text, one after the other, and what was accepted loosely is said', async () => {
    const { place, terminal } = drilling(['blank']);
    await terminal.waitFor('闪电');
    await terminal.pressing('打雷', `${en.ask.typeHere(1, 2)} 打雷`);
    await terminal.pressing(KEY.enter, en.ask.typeHere(2, 2));
    await terminal.pressing(['彩红', KEY.backspace, '虹 ', KEY.enter], right);
    expect(terminal.screen()).toContain(en.steps.folded);
    expect(answersIn(place)[0]).toMatchObject({ response: ['打雷', '彩虹 '], right: true });
  });

  test('a short answer in lines; key points are suggested by keywords, ticked by hand, then confirmed', async () => {
    const { place, terminal } = drilling(['short']);
    await terminal.waitFor('云怎样');
    await terminal.pressing(['水滴碰撞', KEY.enter, '就重了', KEY.enter, KEY.enter], en.ask.tickPoints);
    await terminal.waitFor(`${GLYPHS.ticked} 1`);
    await terminal.pressing('2', `${GLYPHS.ticked} 2`);
    await terminal.pressing([KEY.down, KEY.space], `${GLYPHS.ticked} 3`);
    await terminal.pressing(KEY.space, `${GLYPHS.unticked} 3`);
    await terminal.pressing(KEY.enter, en.verdict.partial('3', '4'));
    expect(answersIn(place)[0]).toMatchObject({ response: ['水滴碰撞\n就重了'], covered: [1, 2], marks: 3, of: 4 });
  });

  test('the parts of a case, each below the material', async () => {
    const { place, terminal } = drilling([], '--no-shuffle', '--topic', 'sea');
    expect(await terminal.waitFor('小林到海边')).toContain('他拾到一只贝壳');
    await terminal.pressing('a', right);
    await terminal.pressing(KEY.enter, '什么也没有拾到');
    expect(terminal.screen()).toContain('他拾到一只贝壳');
    await terminal.pressing('b', right);
    expect(answersIn(place).map(({ item }) => item)).toEqual(['kinds/tide#1', 'kinds/tide#2']);
  });
});

test.each(['1', '2', '3'])('an explanation names the letters that are on the screen (seed %s)', async (seed) => {
  const { terminal } = drilling(['single', 'multiple'], '--seed', seed);
  const asked = await terminal.waitFor('晴天');
  const screen = await terminal.pressing(labelOf('蓝色', asked), right);
  expect(screen).toContain(`散射使天空成为${labelOf('蓝色', asked)}，晚霞才是${labelOf('红色', asked)}。`);
  const next = await terminal.pressing(KEY.enter, '天上');
  const [sun, moon] = [labelOf('太阳', next), labelOf('月亮', next)];
  expect(await terminal.pressing([sun, moon, KEY.enter], right)).toContain(`选${sun}和${moon}。`);
});
