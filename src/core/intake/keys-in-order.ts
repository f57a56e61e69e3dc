import type { Found } from './found.ts';
import { isRising, truthAt } from './lexer/key-text.ts';

/** Keys that stand close together below a paper, in a form that no list is known in: one for each question, or nothing. */
interface Key {
  readonly text: string;
  /** The number beside it, where one stands there. */
  readonly number: number | null;
}

/**
 * The last resort, where most questions that need a letter or a mark have none: a block of lines that holds keys and hardly
 * anything else, as many as there are such questions, each of a kind that fits its question. Numbers in the block must agree with
 * those of the questions, or count them; without any, each key is taken by its place, with a doubt. Where it does not come out
 * even nothing is taken: a wrong key is worse than none.
 */
export function withKeysInOrder(text: string, found: readonly Found[]): readonly Found[] {
  const asked = found.filter(({ stem, options }) => options.length > 0 || !isOfKeys(stem));
  const closed = asked.filter(isClosed);
  const open = closed.filter((each) => !isKeyed(each));
  const last = closed.at(-1);
  if (!last || open.length < LEAST || open.length < 0.5 * closed.length) return found;
  for (const block of blocksIn(text, endOfOptions(text, last)))
    for (const alike of [[closed], [open], ...sectionsOf(closed)]) {
      const [fit, another] = alike.flatMap((questions) => {
        const keys = keysFor(block, questions);
        return keys === null ? [] : [{ questions, keys }];
      });
      // What fits here and there could be of either.
      if (another) return found;
      if (!fit) continue;
      const { questions, keys } = fit;
      const keyOf = new Map(questions.map((each, nth) => [each, keys[nth] as Key]));
      const isCertain = keys.every(({ number }) => number !== null);
      return asked.map((each) => withKey(each, keyOf.get(each), isCertain));
    }
  return found;
}

/** Every row of neighbouring sections, those of as many questions together, the longest first: a list may be of some of them only. */
function sectionsOf(closed: readonly Found[]): Found[][][] {
  const sections: Found[][] = [];
  for (const each of closed) {
    if (sections.at(-1)?.[0]?.section === each.section) sections.at(-1)?.push(each);
    else sections.push([each]);
  }
  if (sections.length > MOST_SECTIONS) return [];
  const bySize = new Map<number, Found[][]>();
  for (let from = 0; from < sections.length; from++)
    for (let to = from + 1; to <= sections.length; to++) {
      const questions = sections.slice(from, to).flat();
      if (questions.length >= LEAST) bySize.set(questions.length, [...(bySize.get(questions.length) ?? []), questions]);
    }
  return [...bySize].sort(([one], [other]) => other - one).map(([, alike]) => alike);
}

const MOST_SECTIONS = 12;

function withKey(one: Found, key: Key | undefined, isCertain: boolean): Found {
  if (!key || isKeyed(one)) return one;
  const { text } = key;
  return {
    ...one,
    answer: { raw: text, text },
    rules: [...one.rules, 'keys-in-order'],
    doubts: isCertain ? one.doubts : [...one.doubts, { code: 'KEY_BY_PLACE', at: one.from, params: { key: text } }],
  };
}

/** Fewer could fit by chance. */
const LEAST = 6;

const typeOf = ({ tag, section }: Found): string | null => tag ?? section?.type ?? null;
const isClosed = (each: Found): boolean => each.options.length >= 2 || typeOf(each) === 'boolean';
const isKeyed = ({ answer, inline }: Found): boolean => inline !== '' || (answer !== null && answer.raw.trim() !== '');

/** Where the text of a question's last option begins: nothing before it is a key of a list. */
function endOfOptions(text: string, { from, to, options, stem }: Found): number {
  const last = (options.at(-1)?.raw ?? stem).trim().slice(0, 12);
  const at = text.indexOf(last, from);
  return at < 0 || at > to ? from : at;
}

/** Blocks of lines with keys and hardly anything else, the fullest first. Short lines between them may be heads. */
function blocksIn(text: string, from: number): string[] {
  const blocks: string[][] = [];
  let current: string[] = [];
  let apart = 0;
  for (const line of text.slice(from).split('\n')) {
    if (line.trim() === '') continue;
    if (isOfKeys(line)) {
      current.push(line);
      apart = 0;
    } else if (current.length > 0 && (line.length > LONGEST_HEAD || ++apart > 2)) {
      blocks.push(current);
      current = [];
      apart = 0;
    }
  }
  blocks.push(current);
  const size = (lines: readonly string[]): number => keysIn(lines.join('\n')).length;
  return blocks
    .filter((lines) => lines.length > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, 2)
    .map((lines) => lines.join('\n'));
}

const LONGEST_HEAD = 40;

function isOfKeys(line: string): boolean {
  const bare = line.replace(NOTE, ' ').replace(HEAD, ' ');
  const rest = bare.replace(KEY, ' ').replace(/\d{1,3}/g, ' ');
  const left = rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return /\p{L}|\p{S}|\d/u.test(bare) && left <= 0.2 * bare.trim().length && (left === 0 || bare.search(KEY) >= 0);
}

const NOTE = /[(（【[][^()（）【】[\]]*[\u4e00-\u9fff]{2}[^()（）【】[\]]*[)）】\]]/g;
const HEAD =
  /(?:第?[一二三四五六七八九十]{1,3}[部分大题]{0,2}[、.:：)）]?|(?:part|section)[ ][A-Z\d]{1,3}[.:]?)?[ ]?(?:单项?选?择?|多项?选?择?|不定项选?择?|判断|是非|选择|题)题?(?:答案)?[:：]?|(?:part|section)[ ][A-Z\d]{1,3}[.:]?|题[ ]?号|(?:参考|正确)?答案|answers?|keys?/gi;
const KEY =
  /(?<![A-Za-z])(?:[A-H](?:[、,，][A-H])+|[A-H]{1,40}|[a-h](?:[,，、][ ]?[a-h]){0,7}|√|×|正确|错误|[对错是非否TFYN])(?![A-Za-z\u4e00-\u9fff])/g;

function keysIn(block: string, isBehind = false): Key[] {
  const text = block.replace(NOTE, ' ').replace(HEAD, ' ').replace(RANGE, ' ');
  return [...text.matchAll(KEY)].map(({ 0: key, index }) => {
    const end = index + key.length;
    const number = isBehind
      ? BEHIND.exec(text.slice(end, end + 8))?.[1]
      : AHEAD.exec(text.slice(Math.max(0, index - 8), index))?.[1];
    return {
      text: /^[A-Ha-h]/.test(key) ? key.toUpperCase().replace(/[^A-H]/g, '') : key,
      number: number === undefined ? null : Number(number),
    };
  });
}

/** `1~5:` numbers none of the keys behind it. */
const RANGE = /\d{1,3}[ ]?[-~至到][ ]?\d{1,3}[ ]?题?[:：]?/g;
const AHEAD = /(?<!\d)(\d{1,3})[^\p{L}\d√×\n]{0,4}$/u;
const BEHIND = /^[^\p{L}\d√×\n]{0,3}(\d{1,3})(?!\d)/u;

/** One key that fits for each of the questions; null where they do not come out even. */
function keysFor(block: string, questions: readonly Found[]): Key[] | null {
  const given = keysIn(block);
  const apart = given.flatMap((key) =>
    isRising(key.text) ? [key] : Array.from(key.text, (text): Key => ({ text, number: null })),
  );
  return [given, apart, keysIn(block, true)].find((keys) => isFit(keys, questions)) ?? null;
}

function isFit(keys: readonly Key[], questions: readonly Found[]): boolean {
  if (keys.length !== questions.length) return false;
  const numbered = keys.filter(({ number }) => number !== null);
  const agree = keys.filter(
    ({ number }, index) => number !== null && (number === questions[index]?.number || number === index + 1),
  );
  return agree.length >= 0.9 * numbered.length && keys.every((key, index) => fits(key.text, questions[index] as Found));
}

function fits(key: string, question: Found): boolean {
  if (question.options.length < 2) return truthAt(key, 0)?.end === key.length;
  const isOptions = [...key].every((letter) => question.options.some(({ id }) => id === letter));
  return isOptions && isRising(key) && (typeOf(question) !== 'single' || key.length === 1);
}
