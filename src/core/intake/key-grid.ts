import type { ListedAnswer } from './answer-list.ts';

export const RANGE =
  /\(?(\d{1,3})\)?[ ]{0,2}[-~至到][ ]{0,2}\(?(\d{1,3})\)?[ ]{0,2}题?[ ]{0,2}[.、:：)]?[ ]{0,3}\n?[ ]{0,3}((?:[A-La-h√×对错TFtfYNyn](?![a-z])[ 、,，;；|\n]{0,3}){1,60})/g;

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
  const groups = text.split(/[\s、,，;；|]+/).filter(Boolean);
  if (groups.length === count) return groups;
  const letters = Array.from(text.replace(/[\s、,，;；|]+/g, ''));
  return letters.length === count ? letters : [];
}

/** Keys and nothing else on the first line: one for each question, in order. */
export function keyRow(text: string): string[] {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return /^(?:[A-L√×对错TF][ ,、]{0,2}){3,60}$/.test(line) ? Array.from(line.replace(/[ ,、]/g, '')) : [];
}

/** A row of numbers, and the keys below them. */
export function grid(text: string): ListedAnswer[] {
  const found: ListedAnswer[] = [];
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^[\s|:-]+$/.test(line));
  lines.forEach((line, index) => {
    const numbers = cells(line.replace(/题[ ]?号|序[ ]?号|No\.?/i, ' '));
    const keys = cells((lines[index + 1] ?? '').replace(/参考答案|正确答案|答[ ]?案|Answer|Key/i, ' '));
    if (numbers.length < 2 || !numbers.every((cell) => /^\d{1,3}$/.test(cell)) || !rising(numbers)) return;
    if (keys.length !== numbers.length || keys.some((cell) => /^\d/.test(cell))) return;
    for (const [n, key] of keys.entries())
      found.push({ number: Number(numbers[n]), answer: { raw: key, text: key }, explanation: '' });
  });
  return found;
}

/** A grid of keys right below the head of a section, to be filled in, and filled in. */
export function gridAhead(text: string, from: number, to: number): { answers: ListedAnswer[]; end: number } | null {
  const found = /^[^\n]{0,200}\n?\s{0,6}\|?[ ]?题[ ]?号[^\n]*\n[\s|:-]*\|?[ ]?答[ ]?案[^\n]*(?=\n|$)/.exec(
    text.slice(from, to),
  );
  const answers = found ? grid(found[0]) : [];
  return found && answers.length > 0 ? { answers, end: from + found[0].length } : null;
}

const cells = (line: string): string[] => line.split(/[\s|:：]+/).filter(Boolean);
const rising = (numbers: readonly string[]): boolean =>
  numbers.every((n, index) => index === 0 || Number(n) === Number(numbers[index - 1]) + 1);
