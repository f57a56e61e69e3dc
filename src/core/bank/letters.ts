import type { Letter } from './item.ts';

/**
 * The letters in `ABD`, `A、B、D`, `a b d`, `Ａ，Ｂ` or a list of such texts, in the order given; null where anything
 * but letters and separators stands there.
 */
export function parseLetters(value: unknown): Letter[] | null {
  const texts = Array.isArray(value) ? value : [value];
  const letters: Letter[] = [];
  for (const text of texts) {
    if (typeof text !== 'string') return null;
    const folded = text.normalize('NFKC').toUpperCase();
    if (!/^[A-Z\s,、;.·/|>→-]*$/.test(folded)) return null;
    for (const letter of folded.match(/[A-Z]/g) ?? []) letters.push(letter);
  }
  return letters.length > 0 ? letters : null;
}

const TRUE_WORDS = new Set(['true', 't', 'yes', 'y', '1', '对', '正确', '是', '真', '√', '✓', '✔', 'v', 'o', '○']);
const FALSE_WORDS = new Set(['false', 'f', 'no', 'n', '0', '错', '错误', '不对', '否', '假', '×', '✗', '✘', '╳', 'x']);

/** True or false as banks and learners write it: `对`, `√`, `T`, `false` …; null for anything else. */
export function parseTruth(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const word = value.normalize('NFKC').trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : null;
}
