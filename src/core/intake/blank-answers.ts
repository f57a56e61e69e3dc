import { BLANK } from './lexer/evidence.ts';
import { tidyLine } from './tidy.ts';

/** How many places to fill a stem shows. */
export const blanksIn = (stem: string): number => stem.replace(/＿/g, '_').match(BLANK)?.length ?? 0;

/** The answers of a fill-in, one for each of its blanks; a text that cannot be divided so stays whole. */
export function blankAnswers(text: string, blanks: number): string[] {
  return dividedAnswers(text, blanks).map(withoutRemark);
}

/** `占用率(工时利用率也可)`: what the brackets say of the answer is none of it. */
const withoutRemark = (answer: string): string => answer.replace(REMARK, '').trim() || answer;

const REMARK =
  /(?<=[\p{L}\p{N}%℃])[ ]?[(（](?=[^()（）]*(?:可|或|[次顺]序|accept|also|or ))[^()（）]{2,60}[)）][。.]?$/u;

/** The same with all that is said in brackets behind them. */
export function dividedAnswers(text: string, blanks: number): string[] {
  const whole = tidyLine(text).replace(/[。.;；,，、]?(?:\s*[※★◆●■*]+)?$/u, '');
  if (whole === '') return [];
  if (blanks === 1 && !NUMBERED.test(whole)) return [whole];
  if (blanks === 1 && /^(?:填?空[ ]?1|第[ ]?[1一][ ]?空)[ ]?[:：.、]/.test(whole))
    return [whole.replace(/^[^:：.、]*[:：.、][ ]?/, '')];
  const numbered = byNumbers(whole);
  if (numbered.length > 1 && (blanks < 2 || numbered.length === blanks)) return numbered;
  if (blanks === 1) return /^①/.test(whole) && numbered.length === 1 ? numbered : [whole];
  const lines = text
    .trim()
    .split('\n')
    .map((line) => tidyLine(line))
    .filter((line) => /[\p{L}\p{N}\p{S}]/u.test(line));
  if (lines.length > 1 && lines.length === blanks) return lines;
  for (const sign of SEPARATORS) {
    const parts = whole
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
    if (blanks > 1 ? parts.length === blanks : parts.length > 1 && sign === SEPARATORS[0]) return parts;
  }
  return numbered.length > 1 ? numbered : bestGuess(whole, blanks);
}

const SEPARATORS = [
  /[;；|]/,
  /[、]/,
  /[,，]/,
  /[ \u3000]{2,}/,
  /[ \u3000]/,
  /[/／]/,
  /[。]/,
  /[、,，;；\s]+/,
  /和|与/,
] as const;

/** Where the numbers do not agree, the separator that is used most is taken, and the doubt said elsewhere. */
function bestGuess(whole: string, blanks: number): string[] {
  if (blanks < 2) return [whole];
  for (const sign of [/[;；|]/, /[、]/, /[,，]/]) {
    const parts = whole
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
    if (parts.length > 1) return parts;
  }
  return [whole];
}

const NUMBERED = /^(?:[①-⑩]|[(（]\d[)）]|\d[.、)）]|填?空[ ]?\d[ ]?[:：.、]|第[ ]?[\d一二三四五六][ ]?空[ ]?[:：.、])/;

function byNumbers(text: string): string[] {
  if (!NUMBERED.test(text)) return [];
  return text
    .split(
      /填?空[ ]?\d{1,2}[ ]?[:：.、]|第[ ]?[\d一二三四五六][ ]?空[ ]?[:：.、]|[①-⑩]|[(（]\d{1,2}[)）]|(?<!\d)\d{1,2}[.、)）](?!\d)/,
    )
    .map((part) => part.trim().replace(/[;；,，、。]$/, ''))
    .filter(Boolean);
}
