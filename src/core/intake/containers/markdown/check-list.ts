/** A box of a list of things to tick, with or without a letter of its own. */
const BOX = /^(\s*)(?:[-*+]|\d{1,3}[.)])[ ]\[([ xX√✓])\][ ]+(.*)$/;
const LETTERED = /^[(（]?[A-La-l][ ]?[.、．)）:：]/;

/**
 * Lines with boxes get the letters of options, and the ticked ones the sign of a right one. Where such lists stand under
 * lines that have no number, those get one too, as the list would have shown it.
 */
export function withLettersAndNumbers(lines: readonly string[]): string[] {
  const out = [...lines];
  const runs = runsIn(lines);
  const stems = runs.map(({ from }) => stemAbove(lines, from));
  const isNumbered = stems.some((at) => at !== null && NUMBERED.test(lines[at] ?? ''));
  let number = 0;
  for (const [index, { boxes }] of runs.entries()) {
    for (const [n, at] of boxes.entries()) {
      const [, indent = '', tick = ' ', text = ''] = BOX.exec(lines[at] as string) ?? [];
      const label = LETTERED.test(text) ? '' : `${String.fromCharCode(65 + n)}. `;
      out[at] = `${indent}${label}${text.trimEnd()}${tick === ' ' ? '' : '(正确答案)'}`;
    }
    const stem = stems[index];
    if (isNumbered || stem === null || stem === undefined) continue;
    number++;
    out[stem] = `${number}. ${(lines[stem] as string).replace(MARKS_AHEAD, '')}`;
  }
  return out;
}

const MARKS_AHEAD = /^\s{0,3}(?:#{1,6}[ ]+|[-*+][ ]+|>[ ]?)*/;
const NUMBERED =
  /^\s{0,3}(?:#{1,6}[ ]+|[-*+][ ]+|>[ ]?)*[*_]{0,2}(?:第[ ]?)?(?:\d{1,4}[ ]?[.、．)）:：题]|[(（]\d{1,4}[)）]|Q(?:uestion)?[ ]?\d)/i;

/** Boxes one after the other; lines between them go on with an option, an empty line does not part them. */
function runsIn(lines: readonly string[]): { from: number; boxes: number[] }[] {
  const runs: { from: number; boxes: number[] }[] = [];
  let open: number[] | null = null;
  lines.forEach((line, at) => {
    if (BOX.test(line)) {
      if (open) open.push(at);
      else {
        open = [at];
        runs.push({ from: at, boxes: open });
      }
    } else if (line.trim() !== '' && !/^\s{2,}\S/.test(line)) open = null;
  });
  return runs.filter(({ boxes }) => boxes.length > 1 && boxes.length <= 12);
}

function stemAbove(lines: readonly string[], from: number): number | null {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) if ((lines[at] ?? '').trim() !== '') return at;
  return null;
}
