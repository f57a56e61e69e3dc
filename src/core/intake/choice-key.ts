import { foldWidth } from './fold.ts';
import type { Labelled } from './found.ts';
import { keyAt, truthAt } from './lexer/key-text.ts';
import type { OptionText } from './options.ts';
import { bare } from './tidy.ts';

/** A key read from the text behind an answer label, and what else stands there. */
export interface ReadKey {
  /** Letters in the order written; empty where none could be read. */
  readonly letters: string;
  readonly truth: boolean | null;
  /** What follows the key: a note, an explanation without a label. */
  readonly tail: string;
  /** What follows stands in brackets or on the same line. */
  readonly near: boolean;
}

/** No letter stands twice in what it reads: `B`, `A、B、D`, `A-D`, `全选`, `①③`, `B.倾听`, or the text of an option itself. */
export function readKey(given: Labelled, options: readonly OptionText[], truthFirst: boolean): ReadKey {
  const answer = {
    ...given,
    text: given.text.replace(/(?<=[A-L])(?:选项|项(?!目))/g, (word) => ' '.repeat(word.length)),
  };
  const lead =
    /^[\s(（【[“"':：]*(?:(?:应|故|所以|本题)?(?:选择?|是|为)[项:： ]{0,3}(?=[A-L①-⑩]))?(?:选项[ ]?(?=[A-L]))?(?:(?:该|此|本题)?(?:说法|表述|观点|做法)是?(?=正确|错误|不|对|错))?/.exec(
      answer.text,
    )?.[0].length ?? 0;
  // `(A)(B)(D)`: each letter in brackets of its own.
  const apart = /^\s*(?:[([【]\s?[A-L]\s?[)\]】][、,，;；\s]{0,3}){2,}/.exec(answer.text)?.[0];
  const bracketed = apart?.replace(/[^A-L]/g, '') ?? '';
  if (apart && isSet(bracketed)) return keyed(bracketed, null, answer.raw.slice(apart.length), options);
  const spelt = spelledOut(answer, options);
  if (spelt) return spelt;
  const all = /^\s*(?:全选|全部选|以上全选|ALL\b)/i.exec(answer.text);
  if (all) return keyed(options.map(({ id }) => id).join(''), null, answer.raw.slice(all[0].length), options);
  const key = keyAt(answer.text, lead, truthFirst);
  if (key?.kind === 'truth') return keyed('', key.value, answer.raw.slice(key.end), options);
  if (key) return keyed(key.letters, null, answer.raw.slice(key.end), options);
  const digits = /^\s*[1-9](?:\s?[、,，]?\s?[1-9]){0,5}(?![.\u4e00-\u9fff]|\s?[、,，]?\s?[\dA-Za-z])/.exec(
    answer.text,
  )?.[0];
  if (digits && options.length > 0) {
    const letters = digits.replace(/\D/g, '').replace(/\d/g, (digit) => String.fromCharCode(64 + Number(digit)));
    if (isSet(letters) && [...letters].every((letter) => options.some(({ id }) => id === letter)))
      return keyed(letters, null, answer.raw.slice(digits.length), options);
  }
  return byText(answer, options);
}

/** `A:键盘;B:鼠标;D:扫描仪`, or a line for each: letters with the texts of their options. */
function spelledOut({ raw }: Labelled, options: readonly OptionText[]): ReadKey | null {
  let letters = '';
  let end = 0;
  for (const { 0: whole, 1: letter = '', 2: text = '', index } of foldWidth(raw).matchAll(SPELT)) {
    const option = options.find(({ id }) => id === letter);
    if (index !== end || !option || letters.includes(letter) || bare(text) === '' || bare(text) !== bare(option.raw))
      break;
    letters += letter;
    end = index + whole.length;
  }
  return letters.length < 2
    ? null
    : { letters, truth: null, tail: raw.slice(end).trim(), near: !raw.slice(0, end).endsWith('\n') };
}

const SPELT = /\s{0,4}([A-L])[ ]?[:：.、)][ ]?([^;；\n]{1,200})(?:[;；\n]|$)/g;

/** A key that names an option twice is no key: something else was read. */
const isSet = (letters: Iterable<string | undefined>): boolean => new Set(letters).size === [...letters].length;

function keyed(letters: string, truth: boolean | null, after: string, options: readonly OptionText[]): ReadKey {
  const behind = after.replace(/^[\s)）】\]”"'’]*[.。;；,，、:：!！]?\s*/, (lead) => (/[\n]/.test(lead) ? '\n' : ''));
  const near = !behind.startsWith('\n');
  let tail = behind.trim();
  const first = tail.split('\n', 1)[0] ?? '';
  // `A、B、C三项`, `全选(ABCD)`
  if (
    /^(?:[一二三四五六两]?项|选项|均可|都选)[。.]?$/.test(tail) ||
    tail.replace(/[()（）\s、,，。.]/g, '') === letters
  )
    tail = '';
  // `B.倾听客户` names the option and explains nothing.
  const named = options.find(
    ({ id, raw }) => letters.includes(id) && bare(raw) !== '' && bare(first).startsWith(bare(raw)),
  );
  if (named) tail = bare(first) === bare(named.raw) || near ? tail.slice(first.length).trim() : tail;
  if (/^(?:part|section)\s+\w{1,3}$/i.test(tail)) tail = '';
  if (truth !== null && /^[A-D]?[.、]?\s*(?:正确|错误|对|错)[。]?$/.test(tail)) tail = '';
  return { letters, truth, tail: tail.replace(/^[(（]?注?[:：]?\s*(.{2,}?)[)）]?$/s, '$1'), near };
}

function byText(answer: Labelled, options: readonly OptionText[]): ReadKey {
  const said = bare(answer.raw.trim().split('\n', 1)[0] ?? '');
  const same = options.filter(({ raw }) => bare(raw) === said && said !== '');
  if (same.length === 1) return { letters: same[0]?.id ?? '', truth: null, tail: '', near: true };
  const line = answer.raw.trim().split('\n', 1)[0] ?? '';
  const parts = line
    .split(/→|⇒|->/.test(line) ? /→|⇒|->/ : /[;；、,，]/)
    .map(bare)
    .filter(Boolean);
  const each = parts.map((part) => options.find(({ raw }) => bare(raw) === part)?.id);
  if (parts.length > 1 && isSet(each) && each.every((id) => id !== undefined))
    return { letters: each.join(''), truth: null, tail: '', near: true };
  return { letters: '', truth: null, tail: answer.raw.trim(), near: true };
}

/** The key that an explanation ends with or begins with: `故选B`, `因此答案为ACD`. */
export function keyInExplanation(text: string): string {
  // `解析:A。由…`: the explanation begins with nothing but the key.
  const first = /^\s*(?:选)?([A-H]{1,6})[。.,，;；:：]\s{0,3}(?![A-H][、,，。和与])\S/.exec(text)?.[1];
  if (first !== undefined && isSet(first)) return first;
  const found = [
    ...text.matchAll(
      /(?:故|因此|所以|应|正确答案|答案|本题)[^。\n]{0,6}?(?:选择?|是|为|:|：)\s{0,2}([A-H](?:[、,，]?[A-H]){0,7})(?![A-Za-z])/g,
    ),
  ].at(-1)?.[1];
  const letters = found?.replace(/[^A-H]/g, '') ?? '';
  return isSet(letters) ? letters : '';
}

/** `正确`, `错误` and their like: options that make a question one of truth. */
export function truthOf(text: string): boolean | null {
  const word = text.trim().replace(/[。.;；]$/, '');
  const key = truthAt(word, 0);
  return key?.kind === 'truth' && key.end === word.length ? key.value : null;
}
