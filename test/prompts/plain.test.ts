import { describe, expect, test } from 'vitest';
import { parseChoice, parseCommand, parsePoints, plainQuestion, plainVerdict } from '../../src/prompts/plain.ts';
import { aBlankCard, aChoiceCard, aTruthCard, aVerdict } from '../support/question-cards.ts';

const letters = (line: string, card = aChoiceCard()): unknown => {
  const parsed = parseChoice(line, card);
  if (parsed.kind !== 'answer') return parsed.kind;
  return parsed.response.kind === 'letters' ? parsed.response.letters.join('') : parsed.response;
};

describe('a command', () => {
  test.each([':q', '：q', ' : Q ', '：ｑ', '：Ｑ', ':q  '])('%j leaves', (line) => {
    expect(parseCommand(line)).toEqual({ kind: 'command', name: 'q', rest: '' });
  });

  test('may have more to say', () => {
    expect(parseCommand('：n 记住这题 ')).toEqual({ kind: 'command', name: 'n', rest: '记住这题' });
    expect(parseCommand(':?')).toMatchObject({ name: '?' });
    expect(parseCommand('：３')).toMatchObject({ name: '3' });
  });

  test('is none without a colon in front', () => {
    for (const line of ['q', 'a:b', '', '答：q']) expect(parseCommand(line)).toBeNull();
  });

  test('is taken before an answer', () => {
    expect(parseChoice(':u', aChoiceCard())).toEqual({ kind: 'command', name: 'u', rest: '' });
  });
});

describe('a line that answers a choice', () => {
  test('names labels as they stand on the screen, and means the bank’s own letters', () => {
    const card = aChoiceCard({}, ['C', 'A', 'D', 'B']);
    expect(letters('A', card)).toBe('C');
    expect(letters('ｄ', card)).toBe('B');
  });

  test('of several names them in any spelling, each once', () => {
    const card = aChoiceCard({ type: 'multiple' }, ['C', 'A', 'D', 'B']);
    for (const line of ['ABD', 'a b d', 'Ａ、Ｂ、Ｄ', 'D,B,A', 'AABD']) expect(letters(line, card)).toBe('ABC');
  });

  test('of an order names all, in that order', () => {
    const card = aChoiceCard({ type: 'ordering' });
    expect(letters('BDAC', card)).toBe('BDAC');
    expect(letters('BDA', card)).toBe('not-understood');
    expect(letters('BDAA', card)).toBe('not-understood');
  });

  test('of a boolean item is a word, a sign or a label', () => {
    const card = aTruthCard();
    for (const line of ['对', '√', 'T', 'a', '正确'])
      expect(letters(line, card)).toEqual({ kind: 'truth', value: true });
    for (const line of ['错', '×', 'F', 'B', 'no'])
      expect(letters(line, card)).toEqual({ kind: 'truth', value: false });
  });

  test('may mark a guess by a question mark, full width too', () => {
    for (const line of ['B?', 'B ？', 'b??'])
      expect(parseChoice(line, aChoiceCard())).toEqual({
        kind: 'answer',
        response: { kind: 'letters', letters: ['B'] },
        guess: true,
      });
  });

  test('says by 0 that the answer is not known', () => {
    expect(parseChoice('0', aChoiceCard())).toEqual({
      kind: 'answer',
      response: { kind: 'letters', letters: [] },
      guess: false,
    });
    expect(parseChoice('０', aTruthCard())).toEqual({
      kind: 'answer',
      response: { kind: 'truth', value: null },
      guess: false,
    });
  });

  test.each(['', ' ', '?', 'E', 'AB', '易逝性', '1', 'A1', 'AE'])('is not understood: %j', (line) => {
    expect(letters(line)).toBe('not-understood');
  });
});

describe('key points', () => {
  test('are numbers, each once and in order', () => {
    expect(parsePoints('3 1', [], 3)).toEqual([1, 3]);
    expect(parsePoints('１、３，３', [], 3)).toEqual([1, 3]);
    expect(parsePoints('13', [], 3)).toEqual([1, 3]);
    expect(parsePoints('13', [], 13)).toEqual([13]);
  });

  test('are the suggested ones where nothing is said, and none for 0', () => {
    expect(parsePoints('', [2], 3)).toEqual([2]);
    expect(parsePoints(' ', [2], 3)).toEqual([2]);
    expect(parsePoints('0', [2], 3)).toEqual([]);
  });

  test.each(['4', '1 4', 'x', '-1', '1.5x'])('are not read from %j', (line) => {
    expect(parsePoints(line, [], 3)).toBeNull();
  });
});

describe('what is printed', () => {
  const words = { material: '材料', note: '笔记：' };

  test('is the question, line by line', () => {
    const lines = plainQuestion(aChoiceCard({ starred: true, note: '想想剧院' }), true, words);
    expect(lines).toEqual([
      '',
      '3/20 · 单选题 · 服务的特性 · 到期 ★',
      '演出开始后仍空着的座位再也卖不出去，这体现了服务的（  ）。',
      '  A. 无形性',
      '  B. 易逝性',
      '  C. 差异性',
      '  D. 不可分离性',
      '笔记： 想想剧院',
    ]);
  });

  test('has the material of a case only where it is asked for', () => {
    const card = { ...aBlankCard(), material: '客户来电。', caseTitle: '退款' };
    expect(plainQuestion(card, true, words)).toContain('客户来电。');
    expect(plainQuestion(card, true, words)).toContain('材料 退款');
    expect(plainQuestion(card, false, words)).not.toContain('客户来电。');
  });

  test('is the verdict with its key and explanation', () => {
    expect(plainVerdict(aVerdict({ remarks: ['“三”算对'] }), '✘', { key: '答案：' })).toEqual([
      '✘ 答错了',
      '  “三”算对',
      '答案： B. 易逝性',
      '服务不能储存，错过的产能永远失去。',
      '稍后再来一次',
    ]);
  });

  test('holds no control character of the bank', () => {
    const evil = 'x\u001b[2J\u0007\u202e';
    const card = aChoiceCard({
      stem: evil,
      heading: [evil],
      note: evil,
      material: evil,
      caseTitle: evil,
      options: [{ letter: 'A', label: 'A', text: evil }],
    });
    const lines = [
      ...plainQuestion(card, true, words),
      ...plainVerdict(aVerdict({ headline: evil, key: [evil], remarks: [evil], explanation: evil }), '✘', {
        key: '答案：',
      }),
    ];
    expect(lines.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});
