import type { Label } from './lexer/labels.ts';

/** Where each option has a line of its own, the lines behind the last one belong to something else. */
export function withoutOverflow(texts: readonly string[], labels: readonly Label[]): { kept: string[]; rest: string } {
  const kept = [...texts];
  const last = texts.at(-1) ?? '';
  if (goesOnBelow(texts)) return { kept, rest: '' };
  // Behind an empty line, or as a note, something else begins.
  const apart = /\n[^\S\n]*\n(?=[^\n]{8})|\n[^\S\n]*(?=[(（]注[:：])/.exec(last.trimEnd());
  if (
    apart &&
    last.slice(0, apart.index).trim() !== '' &&
    !others(texts).some((text) => /\n[^\S\n]*\n/.test(text.trim()))
  ) {
    kept[kept.length - 1] = last.slice(0, apart.index);
    return { kept, rest: last.slice(apart.index) };
  }
  // A line break behind what is said, and before more of it.
  const newline = last.trimEnd().indexOf('\n', Math.max(0, last.search(/\S/)));
  const ownLines = labels.filter(({ lineStart }) => lineStart).length >= Math.max(2, labels.length - 1);
  if (newline < 0 || !ownLines || last.slice(newline).trim() === '') return { kept, rest: '' };
  const wraps = others(texts).some((text) => text.trim().includes('\n'));
  const firstLine = last.slice(0, newline).trim();
  const longest = Math.max(...others(texts).map((text) => text.trim().length));
  if (wraps && firstLine.length >= 14 && firstLine.length + 6 >= longest / 2 && !/\n[^\S\n]*\n/.test(last.trim()))
    return { kept, rest: '' };
  if (/[,，、]$/.test(firstLine)) return { kept, rest: '' };
  // A fifth option of two sentences, where the others are none.
  const below = last.slice(newline + 1).trim();
  if (
    labels.length >= 5 &&
    /[。]$/.test(firstLine) &&
    others(texts).every((text) => !/[。]$/.test(text.trim())) &&
    /^[\u4e00-\u9fff][^\n:：]{2,40}$/.test(below)
  )
    return { kept, rest: '' };
  // A short line set in as the options are, and nothing behind it.
  const behind = last.slice(newline + 1).trimEnd();
  if (/^[ \t]{2,}\S[^\n]{0,24}$/.test(behind) && labels.every(({ lineStart }) => lineStart)) return { kept, rest: '' };
  if (firstLine.length >= 30 && !/[。.;；]$/.test(firstLine) && !/\n[^\S\n]*\n/.test(last.trim()))
    return { kept, rest: '' };
  kept[kept.length - 1] = last.slice(0, newline);
  return { kept, rest: last.slice(newline) };
}

/** Where every line has an empty one behind it, the last option too may go on below: in one short line, behind a long one without an end. */
function goesOnBelow(texts: readonly string[]): boolean {
  if (!others(texts).every((text) => /\S[ \t]*\n[ \t]*\n\s*$/.test(text))) return false;
  // Right below it, without an empty line.
  if (/^[ \t]*\S[^\n]*\n[ \t]*[\u4e00-\u9fff][^\n]*$/.test((texts.at(-1) ?? '').trim())) return true;
  const [first = '', second = '', ...more] = (texts.at(-1) ?? '').split('\n').filter((line) => line.trim() !== '');
  return (
    more.length === 0 &&
    first.trim().length >= 18 &&
    !/[。.;；!！?？)）]$/.test(first.trim()) &&
    /^\s*[\u4e00-\u9fff]/.test(second) &&
    second.trim().length <= first.trim().length
  );
}

const others = (texts: readonly string[]): readonly string[] => texts.slice(0, -1);
