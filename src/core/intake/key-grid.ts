import type { ListedAnswer } from './answer-list.ts';

export const RANGE =
  /\(?(\d{1,3})\)?[ ]{0,2}\n?[-~至到][ ]{0,2}\n?\(?(\d{1,3})\)?[ ]{0,2}题?[ ]{0,2}[.、:：)]?[ ]{0,3}\n?[ ]{0,3}((?:(?:[A-La-h√×TFtfYNyn](?![a-z])|[对错](?![\u4e00-\u9fff](?<![对错])))[ 、,，;；|\n]{0,3}){1,60})/g;

/** A range whose keys are not as many as its numbers proves nothing and is left alone. */
export function ranges(text: string): ListedAnswer[] {
  return [...text.matchAll(RANGE)].flatMap((match) => {
    const first = Number(match[1]);
    const count = Number(match[2]) - first + 1;
    const keys = keysOf(match[3] ?? '', count);
    return keys.map((key, index) => ({ number: first + index, answer: { raw: key, text: key }, explanation: '' }));
  });
}

function keysOf(text: string, count: number): string[] {
  // `B A A,B C`: what stands between the keys is not what stands within one.
  for (const between of [/[\s、,，;；|]+/, /[ \n]+/, /[\s]*[;；|][\s]*/]) {
    const groups = text.split(between).filter(Boolean);
    if (groups.length === count && groups.every((group) => group.length < 16)) return groups.map(withoutSigns);
  }
  const letters = Array.from(text.replace(/[\s、,，;；|]+/g, ''));
  return letters.length === count ? letters : [];
}

const withoutSigns = (key: string): string => key.replace(/[\s、,，]/g, '');

/**
 * Keys and nothing else on the first lines: one for each question, in order. `ABD ABD BC` is three of several letters each, in
 * their order; `BACDA CB` are seven.
 */
export function keyRow(text: string): string[] {
  const rows = text
    .trim()
    .split('\n', MOST_ROWS)
    .map((line) => line.trim().replace(/[。.;；]$/, ''));
  const end = rows.findIndex((line, index) => !(SIGNS.test(line) || (index > 0 && /^[A-L√×对错TF]$/.test(line))));
  const line = end === 0 ? (rows[0] ?? '') : rows.slice(0, end < 0 ? rows.length : end).join(' ');
  if (SIGNS.test(line) && !RISING_GROUPS.test(line)) return Array.from(line.replace(/[ ,、;；]/g, ''));
  const keys = line.split(/[ ,、;；]{1,4}/);
  const isKeys = keys.length >= 2 && (keys.every((key) => SEVERAL.test(key)) || keys.every((key) => WORD.test(key)));
  return isKeys ? keys : [];
}

const MOST_ROWS = 20;
const SIGNS = /^(?:[A-L√×对错TF][ ,、;；]{0,2}){3,200}$/;
const WORD = /^(?:正确|错误)$/;
/** Letters in their order. */
const SEVERAL = /^(?=[A-H])A?B?C?D?E?F?G?H?$/;
/** At least one of them has several letters, and all have them in their order. */
const RISING_GROUPS = /^(?=.*[A-H]{2})(?:(?=[A-H])A?B?C?D?E?F?G?H?[ ,、;；]{1,4}){1,40}(?=[A-H])A?B?C?D?E?F?G?H?$/;

/** A row of numbers, and the keys below them. */
export function grid(text: string): ListedAnswer[] {
  const found: ListedAnswer[] = [];
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s|:-]+$/.test(line));
  lines.forEach((line, index) => {
    const numbers = numberRow(line.replace(/题[ ]?号|序[ ]?号|No\.?/i, ' '));
    const below = lines[index + 1] ?? '';
    const keys = cellKeys(below, numbers.length);
    if (numbers.length < 2 || keys.some(({ key }) => /^\d/.test(key))) return;
    for (const [n, { key, note }] of keys.entries())
      found.push({ number: numbers[n] ?? 0, answer: { raw: key, text: key }, explanation: note });
  });
  return found;
}

/** `1  B  9  B  15  ABD`: a table in which each number has its key beside it, in several columns. */
export function pairs(text: string): ListedAnswer[] {
  const rows = text.split('\n').flatMap((line) => {
    const parts = line.split(/[\s|]+/).filter(Boolean);
    const isRow =
      parts.length >= 2 && parts.length % 2 === 0 && parts.every((part, n) => (n % 2 === 0 ? NUMBER : KEY).test(part));
    return isRow ? [parts] : [];
  });
  if (rows.filter((parts) => parts.length >= 4).length < 2) return [];
  return rows.flatMap((parts) =>
    Array.from({ length: parts.length / 2 }, (_, n) => {
      const key = parts[2 * n + 1] ?? '';
      return { number: Number(parts[2 * n]), answer: { raw: key, text: key }, explanation: '' };
    }),
  );
}

const NUMBER = /^\d{1,3}$/;
const KEY = /^(?:[A-L]{1,8}|[√×对错TF]|正确|错误)$/;

/** A grid of keys right below the head of a section, to be filled in, and filled in. */
export function gridAhead(text: string, from: number, to: number): { answers: ListedAnswer[]; end: number } | null {
  const found = /^[^\n]{0,200}\n?\s{0,6}\|?[ ]?题[ ]?号[^\n]*\n[\s|:-]*\|?[ ]?答[ ]?案[^\n]*(?=\n|$)/.exec(
    text.slice(from, to),
  );
  const answers = found ? grid(found[0]) : [];
  return found && answers.length > 0 ? { answers, end: from + found[0].length } : null;
}

const cells = (line: string): string[] => line.split(/[\s|:：]+/).filter(Boolean);

/** Numbers that go up by one; where spaces between them were lost, as the digits can be cut into such a run. */
function numberRow(line: string): number[] {
  const apart = cells(line);
  if (!apart.every((cell) => /^\d+$/.test(cell))) return [];
  const numbers = apart.map(Number);
  const isRun = numbers.every((n, index) => n < 1000 && (index === 0 || n === (numbers[index - 1] ?? 0) + 1));
  return isRun ? numbers : runIn(apart.join(''));
}

/** The run `1 2 3 …` that is written without spaces in these digits, or nothing. */
function runIn(digits: string): number[] {
  for (const length of [1, 2, 3]) {
    const run = [Number(digits.slice(0, length))];
    let written = length;
    while (written < digits.length) {
      const next = (run.at(-1) ?? 0) + 1;
      if (!digits.startsWith(String(next), written)) break;
      run.push(next);
      written += String(next).length;
    }
    if (written === digits.length && run.length >= LEAST_RUN) return run;
  }
  return [];
}

/** Fewer may be one number: `12` is hardly ever 1 and 2. */
const LEAST_RUN = 3;

/** The keys of a row, and what stands in brackets behind one: `a b,c(注:一律由收货人本人签) d`. */
function cellKeys(line: string, count: number): { readonly key: string; readonly note: string }[] {
  const row = line.replace(LABEL, ' ').trim();
  const noted = [...row.matchAll(NOTED)];
  const isWhole = noted.map(([whole]) => whole).join('') === row;
  if (isWhole && noted.length === count && noted.some(([, , note]) => note))
    return noted.map(([, key = '', note = '']) => ({ key, note }));
  return keyCells(row, count).map((key) => ({ key, note: '' }));
}

const LABEL = /参考答案|正确答案|答[ ]?案|Answer|Key/i;
const NOTED =
  /(?<=^|[\s|)])([A-La-l](?:[,，、]?[A-La-l]){0,7}|[√×对错]|正确|错误)(?:[(【](?:注[:：][ ]?)?([^()【】]{2,200})[)】])?(?:[\s|]+|$)/g;

/** One key for each number: as they stand apart or, where spaces were lost, one letter or mark each. */
function keyCells(line: string, count: number): string[] {
  const apart = cells(line);
  if (apart.length === count) return apart;
  const signs = Array.from(apart.join(''));
  return signs.length === count && signs.every((sign) => /[A-L√×对错TFYN]/.test(sign)) ? signs : [];
}
