import { between } from './lexer/between.ts';
import type { Lexed } from './lexer/lexed.ts';
import type { NumberMark } from './lexer/numbers.ts';

/** `1.答题要点:` and `2.答题要点:`: what is numbered between them without such a label is a list in the first. */
export function insideLabelled(lexed: Lexed, marks: readonly NumberMark[]): ReadonlySet<NumberMark> {
  const inside = new Set<NumberMark>();
  let label: NumberMark | null = null;
  let since: NumberMark[] = [];
  for (const mark of marks) {
    const isLabelled =
      mark.lineStart &&
      (between(lexed.marks, mark.end, mark.end + 2).some(({ kind }) => kind !== 'given') ||
        // `1.(每点2分)` and no more on the line.
        /^[(][^()\n]{1,30}[)][ ]*\n/.test(lexed.text.slice(mark.end, mark.end + 40)) ||
        // `3.` alone on its line, and a list below it.
        /^[ ]*\n[ ]{0,8}(?:[(]?1[ ]?[)、.]|①)/.test(lexed.text.slice(mark.end, mark.end + 24)));
    if (!isLabelled) {
      since.push(mark);
      continue;
    }
    if (label !== null && label.value !== null && mark.value === label.value + 1)
      for (const each of since) inside.add(each);
    label = mark;
    since = [];
  }
  for (const each of listBelow(lexed, label, since)) inside.add(each);
  return inside;
}

/** The list that begins right below the label of the last answer, up to the number that the next answer has. */
function listBelow(lexed: Lexed, label: NumberMark | null, since: readonly NumberMark[]): NumberMark[] {
  const [first] = since;
  if (label?.value == null || first?.value !== 1 || !/^[^\n]{0,40}\n\s*$/.test(lexed.text.slice(label.end, first.at)))
    return [];
  const list: NumberMark[] = [];
  for (const [index, mark] of since.entries()) {
    if (mark.value !== list.length + 1) continue;
    const isNext = mark.value === label.value + 1 && !since.slice(index + 1).some(({ value }) => value === mark.value);
    if (isNext) break;
    list.push(mark);
  }
  return list;
}
