/** A text as it is kept: lines that were only wrapped joined, spaces at the ends and doubled ones gone. */
export function tidy(raw: string): string {
  return raw
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    .replace(/(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f”’》）])\n(?=[^\x00-\x7f]|[\d(])/g, '')
    .replace(/(?<=[,;a-z])\n(?=[A-Za-z(])/g, ' ')
    .trim();
}

/** The same, with the lines as they are: a model answer made of points. */
export function tidyLines(raw: string): string {
  return raw
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** Everything on one line. */
export const tidyLine = (raw: string): string => tidy(raw).replace(/\n/g, ' ');

/** Letters and digits only, for comparing. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
