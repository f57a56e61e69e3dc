import { keyInExplanation, type ReadKey, readKey } from './choice-key.ts';
import type { Doubt, DoubtCode } from './draft.ts';
import type { Found, Labelled } from './found.ts';

/** Notes a doubt about the question that is being settled. */
export type Say = (code: DoubtCode, params?: Doubt['params']) => void;

/** The key of a question: from its label, else from the brackets of its stem, else from its explanation. */
export function keyOf(found: Found, truthFirst: boolean, rules: string[], say: Say): ReadKey {
  const given = found.answer && truthFirst ? beforeTitle(found.answer) : found.answer;
  const read = given ? readKey(inOrder(found, given), found.options, truthFirst) : NO_KEY;
  const inline =
    found.inline === '' ? NO_KEY : readKey({ raw: found.inline, text: found.inline }, found.options, truthFirst);
  const hasKey = (key: ReadKey): boolean => key.letters !== '' || key.truth !== null;
  if (hasKey(read)) {
    if (hasKey(inline) && !sameKey(read, inline)) say('KEY_CONFLICT', { first: shown(inline), second: shown(read) });
    return read;
  }
  if (hasKey(inline)) {
    rules.push('key-in-stem');
    return { ...inline, tail: read.tail };
  }
  const written = found.options.length >= 2 && found.filled.length === 1 ? (found.filled[0] ?? '') : '';
  if (/^[A-Ha-h]{1,6}$/.test(written)) {
    rules.push('key-in-stem');
    return readKey({ raw: written.toUpperCase(), text: written.toUpperCase() }, found.options, truthFirst);
  }
  const quoted = found.options.length >= 2 ? keyInExplanation(`${found.answer?.raw ?? ''}\n${found.explanation}`) : '';
  if (quoted === '') return read;
  rules.push('key-in-explanation');
  say('KEY_FROM_EXPLANATION');
  return { letters: quoted, truth: null, tail: read.tail, near: true };
}

/** `对电话营销坐席结业考试试题…`: the key of a statement, and the title of the next paper right behind it. */
function beforeTitle(given: Labelled): Labelled {
  const [key] = BEFORE_TITLE.exec(given.text) ?? [];
  return key === undefined ? given : { raw: key.trim(), text: key.trim() };
}

const BEFORE_TITLE =
  /^\s*(?:正确|错误|对|错)(?=[\u4e00-\u9fff（()）A-Z\d]{2,30}(?:试题|试卷|考试|题库|复习|练习|测试|资料|大纲|填空|重点))/;

/** An order may be written in small letters, in any order: `bcad`; and with strokes between, `B-D-A-C`, which are no range. */
function inOrder({ section, tag }: Found, given: Labelled): Labelled {
  const strokes = /^\s*[A-L](?:[ ]?[-–—][ ]?[A-L]){2,11}(?![A-Za-z])/.exec(given.text)?.[0] ?? '';
  const answer = { ...given, text: strokes.replace(/[-–—]/g, '、') + given.text.slice(strokes.length) };
  const ordered = (tag ?? section?.type) === 'ordering' && /^\s*[a-l]{2,12}\s*$/.test(answer.text);
  return ordered ? { raw: answer.raw.toUpperCase(), text: answer.text.toUpperCase() } : answer;
}

const NO_KEY: ReadKey = { letters: '', truth: null, tail: '', near: true };
const sameKey = (a: ReadKey, b: ReadKey): boolean =>
  a.truth !== null ? a.truth === b.truth : [...a.letters].sort().join('') === [...b.letters].sort().join('');
const shown = ({ letters, truth }: ReadKey): string => letters || (truth ? '√' : '×');
