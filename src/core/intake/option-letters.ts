import type { Cut } from './flat-text.ts';

/** Options whose letters stand above them, are missing, or run into them, with a letter and a sign before each. */
export const optionLettersIn = (text: string): Cut[] => [
  ...loneLettersIn(text),
  ...gluedSmallIn(text),
  ...gluedLatinIn(text),
  ...unletteredIn(text),
  ...listedIn(text),
];

/**
 * `a.ping命令b.ipconfigc.tracertd.netstat`: small letters with the text before them run into them. A line that has them all,
 * one after the other and each with the same sign, lists options.
 */
function gluedSmallIn(text: string): Cut[] {
  return Array.from(text.matchAll(/^[ \t]{0,8}a([.、．)）])(?=[^\n]{0,200}b\1)[^\n]{4,400}$/gm)).flatMap(
    ({ 0: line, 1: sign = '', index }) => {
      const places = [line.indexOf('a')];
      for (const letter of 'bcdefgh') {
        const at = line.indexOf(letter + sign, (places.at(-1) as number) + 3);
        if (at < 0) break;
        places.push(at);
      }
      const isGlued = places.slice(1).some((at) => !/\s/.test(line[at - 1] as string));
      if (places.length < 3 || !isGlued) return [];
      return places.map((at, n) => ({
        from: index + at,
        to: index + at + 1,
        instead: `${n === 0 ? '' : ' '}${String.fromCharCode(65 + n)}`,
      }));
    },
  );
}

/** `AKPIBPOSCCRMDERP`: options in capitals that run into their letters; the parts that are most alike in length are taken. */
function gluedLatinIn(text: string): Cut[] {
  return Array.from(text.matchAll(/^[ \t]{0,8}(A[A-Z0-9]{8,60})[ \t]*$/gm)).flatMap(
    ({ 0: line, 1: run = '', index }) => {
      const from = index + line.indexOf(run);
      return (bestParting(run) ?? []).map((at, n) => ({
        from: from + at,
        to: from + at + 1,
        instead: `${n === 0 ? '' : ' '}${String.fromCharCode(65 + n)}. `,
      }));
    },
  );
}

/** Where the letters A to D stand; null where they cannot be four options. */
function bestParting(run: string): number[] | null {
  let best: number[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let b = 3; b < run.length; b++) {
    if (run[b] !== 'B') continue;
    for (let c = b + 3; c < run.length; c++) {
      if (run[c] !== 'C') continue;
      for (let d = c + 3; d < run.length - 1; d++) {
        if (run[d] !== 'D') continue;
        const lengths = [b - 1, c - b - 1, d - c - 1, run.length - d - 1];
        const spread = Math.max(...lengths) - Math.min(...lengths);
        if (spread < least) [best, least] = [[0, b, c, d], spread];
      }
    }
  }
  return best;
}

/**
 * A stroke alone on its line, what is asked on the next, and a stroke before each option, as a list of lists is printed: the
 * questions get their numbers, the options their letters.
 */
function listedIn(text: string): Cut[] {
  const found = [...text.matchAll(LISTED)];
  if (found.length < 3) return [];
  return found.flatMap(({ 1: stem = '', 2: options = '', index }, number): Cut[] => {
    const from = index + text.slice(index).indexOf('-');
    const begin = index + stem.length;
    const strokes = [...options.matchAll(/^[ \t]{0,8}[-•·*][ \t]{1,4}/gm)];
    return [
      { from, to: from + 1, instead: `${number + 1}.` },
      ...strokes.map(({ 0: stroke, index: at }, n) => ({
        from: begin + at,
        to: begin + at + stroke.length,
        instead: `${String.fromCharCode(65 + n)}. `,
      })),
    ];
  });
}

const LISTED =
  /^([ \t]{0,8}[-•·*][ \t]*\n{1,2}[ \t]{0,8}[^\s\-•·*][^\n]{3,300}\n{1,2})((?:[ \t]{0,8}[-•·*][ \t]{1,4}[^\n]{1,200}(?:\n{1,2}|$)){2,8})/gm;

/** Options of a form have a ring or a box before them and no letter; they get their letters. */
function unletteredIn(text: string): Cut[] {
  const cuts: Cut[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= 2)
      cuts.push(...run.map((at, index) => ({ from: at, to: at, instead: `${String.fromCharCode(65 + index)}. ` })));
    run = [];
  };
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const line = text.slice(from, Math.min(to, from + 24));
    const bullet = /^[ \t]{0,8}(?:[-*+][ ]{1,3}\[([ xX])\]|[○◯●◉□☐■☑⭕])[ \t]{0,3}(?=\S)/.exec(line);
    if (bullet) {
      const end = from + bullet[0].length;
      if (bullet[1] !== undefined) cuts.push({ from, to: end, instead: bullet[1] === ' ' ? '' : '√' });
      if (run.length < 12 && !/^[A-Ha-h][.、．):：)） ]/.test(text.slice(end, end + 2))) run.push(end);
    } else if (line.trim() !== '') close();
    from = to + 1;
  }
  close();
  return cuts;
}

/** Pages set the letter of an option on a line above its text. A column of letters is a list of keys. */
function loneLettersIn(text: string): Cut[] {
  const found = [...text.matchAll(/^[ \t]{0,8}([A-H])([ \t]{0,4}\n)(?=[ \t]{0,8}\S)(?![ \t]{0,8}[A-H][ \t]{0,4}$)/gm)];
  if (!found.some(([, letter]) => letter === 'A') || !found.some(([, letter]) => letter === 'B')) return [];
  return found.map(({ 0: whole, 2: behind = '', index }) => {
    const to = index + whole.length;
    return { from: to - behind.length, to, instead: '. ' };
  });
}
