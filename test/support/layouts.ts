import { type Rng, shuffled } from '../../src/core/rng.ts';
import type { Expected } from './corpus.ts';

/** A question to be set in a layout. */
export interface Question {
  readonly type: string;
  readonly stem: string;
  readonly options: readonly string[];
  /** Letters, true or false, blanks between `;`, or a model answer. */
  readonly key: string;
  readonly explanation: string;
}

/** How a document is set. */
export interface Layout {
  readonly number: (n: number) => string;
  readonly label: (letter: string) => string;
  readonly between: string;
  readonly line: string;
  readonly answer: string;
  readonly explanation: string;
  readonly truth: readonly [string, string];
  /** Where the keys are: behind each question, in its stem, in a list at the end, or nowhere. */
  readonly keys: 'own' | 'stem' | 'list' | 'none';
  readonly heads: boolean;
  readonly tags: boolean;
  readonly blank: string;
  readonly finish: (text: string) => string;
}

const PLAIN: Layout = {
  number: (n) => `${n}.`,
  label: (letter) => `${letter}.`,
  between: '\n',
  line: '\n',
  answer: '答案:',
  explanation: '解析:',
  truth: ['√', '×'],
  keys: 'own',
  heads: true,
  tags: false,
  blank: '(  )',
  finish: (text) => text,
};
const FLAT: Partial<Layout> = {
  number: (n) => `${n}、`,
  label: (l) => `${l}、`,
  between: '',
  line: '',
  answer: '正确答案:',
};

/** Dresses in which the same questions must be understood. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  lines: PLAIN,
  doubled: { ...PLAIN, between: '\n\n', line: '\n\n' },
  running: { ...PLAIN, ...FLAT },
  'running without explanations': { ...PLAIN, ...FLAT, explanation: '' },
  'broken behind full stops': { ...PLAIN, ...FLAT, explanation: '', finish: (text) => text.replace(/。/g, '。\n') },
  'running without keys': { ...PLAIN, ...FLAT, keys: 'none' },
  'running, keys in the stem': { ...PLAIN, ...FLAT, keys: 'stem', explanation: '' },
  'options in a row': { ...PLAIN, between: '  ', truth: ['对', '错'] },
  'options without signs': { ...PLAIN, label: (l) => l, between: '  ' },
  'small letters': { ...PLAIN, label: (l) => `${l.toLowerCase()}. ` },
  'numbers in brackets': { ...PLAIN, number: (n) => `（${n}）`, label: (l) => `(${l})` },
  'numbers in words': { ...PLAIN, number: (n) => `第${n}题 `, truth: ['T', 'F'] },
  'numbers alone': { ...PLAIN, number: (n) => `${n} `, truth: ['正确', '错误'] },
  'keys in the stem': { ...PLAIN, keys: 'stem', explanation: '', between: '  ' },
  'keys at the end': { ...PLAIN, keys: 'list', explanation: '' },
  'keys and explanations at the end': { ...PLAIN, keys: 'list', number: (n) => `${n}、` },
  'labels in brackets': { ...PLAIN, ...FLAT, answer: '【答案】', explanation: '【解析】' },
  'tags and no heads': { ...PLAIN, heads: false, tags: true },
  'neither heads nor tags': { ...PLAIN, heads: false },
  'no numbers': { ...PLAIN, heads: false, number: () => '', explanation: '' },
  'numbers lost': { ...PLAIN, number: (n) => (n % 7 === 4 ? '' : `${n}.`) },
  'full width': { ...PLAIN, between: '  ', finish: widened },
  wrapped: { ...PLAIN, finish: (text) => wrapped(text, 36) },
  'with footers': { ...PLAIN, finish: footed },
  markdown: { ...PLAIN, number: (n) => `**${n}.** `, label: (l) => `- ${l}. `, line: '\n\n', answer: '**答案：** ' },
};

const HEADS: Readonly<Record<string, string>> = {
  single: '单选题',
  multiple: '多选题',
  boolean: '判断题',
  blank: '填空题',
  ordering: '排序题',
  short: '简答题',
};

/** A document of these questions, and what is to be found in it. */
export function setIn(
  layout: Layout,
  questions: readonly Question[],
  rng: Rng,
): { text: string; expected: Expected[] } {
  const pieces = ['服务岗位考试试题及答案'];
  const expected: Expected[] = [];
  const lists: string[] = [];
  const groups = layout.heads
    ? Object.keys(HEADS).map((type) => questions.filter((each) => each.type === type))
    : [shuffled(questions, rng)];
  groups
    .filter((group) => group.length > 0)
    .forEach((group, section) => {
      const points = layout.heads ? 1 + rng.below(4) : null;
      const head = `${'一二三四五六'[section]}、${HEADS[group[0]?.type ?? '']}`;
      const said = `(共${group.length}题,每题${points}分,合计${group.length * (points ?? 0)}分)`;
      if (layout.heads) pieces.push(head + said);
      const list = group.map((question, index) => {
        pieces.push(...linesOf(question, index + 1, layout));
        expected.push(expectedOf(question, layout, points));
        return entryOf(question, index + 1, layout);
      });
      lists.push(...(layout.heads ? [head] : []), ...list);
    });
  if (layout.keys === 'list') pieces.push('参考答案', ...lists);
  return { text: layout.finish(pieces.join(layout.line)), expected };
}

const keyOf = ({ type, key }: Question, { truth }: Layout): string =>
  type === 'boolean' ? truth[key === 'true' ? 0 : 1] : type === 'blank' ? key.replaceAll(';', '；') : key;

const CHOSEN = ['single', 'multiple', 'boolean'];
const BLANK = /_{2,}|[（(][\s　]*[）)]/g;

function linesOf(question: Question, n: number, layout: Layout): string[] {
  const { type, options, explanation } = question;
  const inStem = layout.keys === 'stem' && CHOSEN.includes(type);
  const tag = layout.tags ? `【${HEADS[type]}】` : '';
  const plain = question.stem.replace(BLANK, layout.blank);
  const stem = inStem ? withKey(plain, type, `(${keyOf(question, layout)})`) : plain;
  return [
    `${layout.number(n)}${tag}${stem}`,
    ...(options.length > 0
      ? [options.map((text, index) => layout.label('ABCDEFGH'[index] ?? '') + text).join(layout.between)]
      : []),
    ...(layout.keys === 'own' || (layout.keys === 'stem' && !inStem) ? [layout.answer + keyOf(question, layout)] : []),
    ...(layout.explanation !== '' && layout.keys === 'own' ? [layout.explanation + explanation] : []),
  ];
}

function withKey(stem: string, type: string, key: string): string {
  if (stem.includes('(  )')) return stem.replace('(  )', key);
  return type === 'boolean' ? stem + key : stem.replace(/[。?？:：]?$/, (sign) => key + sign);
}

const entryOf = (question: Question, n: number, layout: Layout): string =>
  layout.number(n) +
  keyOf(question, layout) +
  (layout.explanation === '' ? '' : `\n${layout.explanation}${question.explanation}`);

function expectedOf(question: Question, { keys, explanation }: Layout, points: number | null): Expected {
  const { type, key, stem, options } = question;
  return {
    type,
    key: keys === 'none' ? '-' : type === 'short' ? `=${key.slice(0, 8)}` : key,
    points,
    explained: explanation !== '' && (keys === 'own' || keys === 'list'),
    stem: stem
      .replace(BLANK, '')
      .replace(/[（(][^()（）]*[）)]/g, '')
      .slice(0, 18),
    options,
  };
}

function widened(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function wrapped(text: string, width: number): string {
  const cut = (line: string): string => line.replace(new RegExp(`(.{${width}})(?=.)`, 'g'), '$1\n');
  return text.split('\n').map(cut).join('\n');
}

function footed(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => (index % 23 === 22 ? `${line}\n内部资料 第${Math.ceil(index / 23)}页` : line))
    .join('\n');
}
