import { describe, expect, test } from 'vitest';
import { readGift } from '../../../../src/core/intake/formats/gift/gift.ts';

const read = (text: string) => readGift({ file: 'q.gift', text });
const only = (text: string) => {
  const { drafts } = read(text);
  expect(drafts).toHaveLength(1);
  const [draft] = drafts;
  if (!draft) throw new Error('none');
  return { ...draft, texts: draft.options.map((option) => option.text), codes: draft.doubts.map(({ code }) => code) };
};

describe('a question of GIFT', () => {
  test('with one right option is a single choice', () => {
    expect(only('::Q1:: 回访宜在何时？{=当天 ~次日 ~一周后}')).toMatchObject({
      ...{ type: 'single', stem: '回访宜在何时？', texts: ['当天', '次日', '一周后'], answer: 'A', codes: [] },
      source: { file: 'q.gift', line: 1, endLine: 1 },
    });
  });

  test('with weights is a multiple choice; uneven ones are said to be lost', () => {
    expect(only('Pick. {~%50%a ~%-100%b ~%50%c}')).toMatchObject({ type: 'multiple', answer: 'AC', codes: [] });
    expect(only('Pick. {~%70%a ~%-100%b ~%30%c}')).toMatchObject({
      answer: 'AC',
      doubts: [{ code: 'WEIGHTS_LEFT_OUT', params: { weights: '70% 30%' } }],
    });
    expect(only('Pick. {=a ~%50%b ~c}')).toMatchObject({ type: 'single', answer: 'A', codes: ['WEIGHTS_LEFT_OUT'] });
    expect(only('Pick. {=a =b ~c}')).toMatchObject({ type: 'multiple', answer: 'AB', codes: ['SEVERAL_RIGHT'] });
  });

  test.each([
    ['The sun rises in the east.{T}', true],
    ['Moon is a star. {FALSE}', false],
    ['It rains.{F#no, it does not#right}', false],
  ])('%s', (text, answer) => {
    expect(only(text)).toMatchObject({ type: 'boolean', answer, codes: [] });
  });

  test('that is answered in words is a blank that accepts them all', () => {
    expect(only("Who's buried in Grant's tomb?{=Grant =Ulysses Grant =%50%a general}")).toMatchObject({
      ...{ type: 'blank', stem: "Who's buried in Grant's tomb? ____", answer: ['Grant'] },
      ...{ accepted: [['Grant', 'Ulysses Grant']], codes: ['WEIGHTS_LEFT_OUT'] },
    });
    expect(only('闪电之后听见{=雷声 =打雷}，雨后放晴。')).toMatchObject({ stem: '闪电之后听见____，雨后放晴。' });
    expect(only('Name a cat {=*cat*}')).toMatchObject({ answer: ['cat'], codes: ['PART_LEFT_OUT'] });
  });

  test('with a missing word keeps its place', () => {
    expect(only('Mahatma was born in {=India ~Egypt}, in 1869.')).toMatchObject({
      ...{ type: 'single', stem: 'Mahatma was born in ____, in 1869.', texts: ['India', 'Egypt'], answer: 'A' },
    });
  });

  test('with numbers is a blank; what it may be off by, and ranges, are said', () => {
    expect(only('When was Grant born? {#1822}')).toMatchObject({ type: 'blank', answer: ['1822'], codes: [] });
    expect(only('Pi? {#3.1416:0.0005#close}')).toMatchObject({
      answer: ['3.1416'],
      doubts: [{ code: 'RANGE_NARROWED', params: { value: '3.1416', tolerance: 0.0005 } }],
      explanation: 'close',
    });
    expect(only('From 1 to 5? {#1..5}')).toMatchObject({ type: 'short', answer: '1 – 5', codes: ['MADE_OF'] });
    expect(only('When? {#=1822:0 =%50%1822:2}')).toMatchObject({ answer: ['1822'], codes: ['WEIGHTS_LEFT_OUT'] });
  });

  test('of pairs becomes a choice for each, about the same material; numbered ones are an order', () => {
    const { drafts } = read('配对。{=苹果 -> 水果 =白菜 -> 蔬菜 =梨 -> 水果}');
    expect(drafts.map(({ material, stem, answer }) => [material, stem, answer])).toEqual([
      ['配对。', '苹果', 'A'],
      ['配对。', '白菜', 'B'],
      ['配对。', '梨', 'A'],
    ]);
    expect(drafts[0]?.options.map(({ text }) => text)).toEqual(['水果', '蔬菜']);
    expect(drafts.flatMap(({ doubts }) => doubts.map(({ code }) => code))).toEqual(['MADE_OF']);
    expect(only('排序 {=2 -> 正午 =1 -> 清晨 =3 -> 黄昏}')).toMatchObject({ type: 'ordering', answer: 'BAC' });
  });

  test('without answers is open; without braces it is none, and is named', () => {
    expect(only('Write about it. {}')).toMatchObject({ type: 'short', answer: null, codes: ['NO_KEY'] });
    expect(only('说说。{####参考答案：水滴变大。\\n解析：见第三章。}')).toMatchObject({
      ...{ type: 'short', answer: '水滴变大。', explanation: '见第三章。', codes: [] },
    });
    const { drafts, leftOut } = read('Read this first.\n\nTrue? {T}');
    expect(drafts).toHaveLength(1);
    expect(leftOut).toEqual([{ file: 'q.gift', line: 1, text: 'Read this first.', why: 'description' }]);
  });

  test('explains by its feedback, each option by its letter', () => {
    expect(only('Two? {=2#yes ~3#too many####count again}').explanation).toBe('count again\n{A}: yes\n{B}: too many');
  });

  test('may have escapes, formats, comments and a category', () => {
    const text = [
      '// a comment {=x}',
      '$CATEGORY: $course$/top/安全/用电',
      '',
      '::a\\:b::[html]<p>Is <b>1 \\= 1</b>?</p><p>a \\{ b \\} c \\~ d \\# e<br>f &lt; g</p>{',
      '  // in between',
      '  =[plain]<b> \\\\ x',
      '  ~two<br>lines',
      '}',
    ].join('\n');
    expect(only(text)).toMatchObject({
      ...{ stem: 'Is 1 = 1?\na { b } c ~ d # e\nf < g', texts: ['<b> \\ x', 'two\nlines'], topic: '安全/用电' },
      source: { line: 4, endLine: 8 },
    });
  });

  test('names pictures that it showed', () => {
    expect(only('[html]Which? <img src="@@PLUGINFILE@@/a.png" alt="a map"> {=a ~b}')).toMatchObject({
      ...{ stem: 'Which? a map', doubts: [{ code: 'PART_LEFT_OUT', params: { what: 'media', count: 1 } }] },
    });
  });
});

describe('a file that is damaged', () => {
  test('without the blank line the next title begins a question, which says so', () => {
    const { drafts } = read('::a:: One? {T}\n::b:: Two? {F}');
    expect(drafts.map(({ stem, doubts }) => [stem, doubts.map(({ code }) => code)])).toEqual([
      ['One?', ['NOT_PARTED']],
      ['Two?', []],
    ]);
  });

  test('a blank line among the answers parts nothing; braces that stay open are named and cost nothing else', () => {
    expect(only('One? {\n=a\n\n~b\n\n}')).toMatchObject({ answer: 'A', texts: ['a', 'b'] });
    const { drafts, unread } = read('One? {=a ~b\n\nTwo? {T}');
    expect(drafts.map(({ stem }) => stem)).toEqual(['Two?']);
    expect(unread).toMatchObject([{ line: 1, why: 'block-open' }]);
  });

  test('the id of one of our own exports is known again, that of a part of a case is not', () => {
    expect(only('::kinds/one:: One? {T}').id).toBe('one');
    expect(only('::kinds/tide#1:: One? {T}').id).toBeUndefined();
  });

  test.each([
    ['braces', '{'.repeat(100_000)],
    ['escapes', `x {${'\\'.repeat(100_000)}`],
    ['answers', `x {${'=a~'.repeat(30_000)}}`],
    ['titles', '::'.repeat(50_000)],
    ['tags', `[html]${'<b '.repeat(70_000)} {T}`],
    ['open blocks', 'x {=a\n\n'.repeat(30_000)],
  ])('of nothing but %s is read in time that grows with it', (_, text) => {
    const began = performance.now();
    read(text);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
