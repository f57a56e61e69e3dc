import { EMOJI, HIDDEN } from './hidden.ts';

/** Why a character does not belong into a text. */
export type HiddenKind = 'control' | 'direction' | 'surrogate' | 'invisible';

export interface Hidden {
  readonly character: string;
  readonly kind: HiddenKind;
  /** Offset in the text. */
  readonly at: number;
}

/**
 * The hidden characters of a text that have no business there. White space is none; nor are joiners and selectors where
 * writing needs them: in emoji and the flags made of tags, between letters of scripts that join (UAX #31, UTS #51), behind
 * an ideograph to choose its shape, and direction marks in a text that is written from right to left.
 */
export function hiddenIn(text: string): Hidden[] {
  if (!ANY.test(text)) return [];
  const marksBelong = RIGHT_TO_LEFT.test(text);
  const found: Hidden[] = [];
  for (const { 0: character, index: at, groups } of text.matchAll(BELONGING_OR_HIDDEN)) {
    if (groups?.hidden === undefined || (marksBelong && DIRECTION_MARK.test(character))) continue;
    found.push({ character, kind: kindOf(character), at });
  }
  return found;
}

/** The text without them. */
export function withoutHidden(text: string): string {
  let out = '';
  let from = 0;
  for (const { character, at } of hiddenIn(text)) {
    out += text.slice(from, at);
    from = at + character.length;
  }
  return out + text.slice(from);
}

function kindOf(character: string): HiddenKind {
  if (/\p{Cc}/u.test(character)) return 'control';
  if (/\p{Cs}/u.test(character)) return 'surrogate';
  return DIRECTION.test(character) ? 'direction' : 'invisible';
}

const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const DIRECTION_MARK = /[\u061C\u200E\u200F]/;
const RIGHT_TO_LEFT = /(?=\p{L})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** England, Scotland and Wales: the flags that are made of tags and in use. */
const FLAG =
  '\\u{1F3F4}\\u{E0067}\\u{E0062}(?:\\u{E0065}\\u{E006E}\\u{E0067}|\\u{E0073}\\u{E0063}\\u{E0074}|\\u{E0077}\\u{E006C}\\u{E0073})\\u{E007F}';

const JOINING_SCRIPTS = [
  ...['Arabic', 'Syriac', 'Mandaic', 'Nko', 'Mongolian', 'Phags_Pa', 'Adlam'],
  ...['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
  ...['Myanmar', 'Khmer', 'Tibetan', 'Thai', 'Lao'],
].map((script) => `\\p{Script=${script}}`);

/** One joiner or non-joiner behind a letter of theirs. */
const JOINER = `(?<=[${JOINING_SCRIPTS.join('')}])[\\u200C\\u200D](?![\\u200C\\u200D])`;
const MONGOLIAN = '(?<=\\p{Script=Mongolian})[\\u180B-\\u180F]';
const SELECTOR = '[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]';
/** Shapes of ideographs (IVD), of their punctuation, of mathematical signs. */
const SHAPE = `(?<=[\\p{Ideographic}\\p{Sm}、。！，．：；？‘’“”])${SELECTOR}(?!${SELECTOR})`;

const SPACE = '[\\t\\n\\r]';
const BELONGING = [FLAG, EMOJI, JOINER, MONGOLIAN, SHAPE, SPACE].join('|');
const ANY = new RegExp(HIDDEN, 'u');
const BELONGING_OR_HIDDEN = new RegExp(`${BELONGING}|(?<hidden>${HIDDEN})`, 'gu');
