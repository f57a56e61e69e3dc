import type { Cut } from './flat-text.ts';

/**
 * Signs of the way a text travelled: marks of Markdown and HTML, invisible characters, pinyin that a converter set
 * behind a character, numbers that a preview put into the middle of a sentence.
 */
export function trimmingsIn(text: string): Cut[] {
  return [
    ...cutsOf(text, /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g, ''),
    ...cutsOf(text, /\*\*/g, ''),
    ...cutsOf(text, /^[ \t]{0,3}(?:#{1,6}|>)[ \t]+/gm, ''),
    ...cutsOf(text, /\\(?=[()_.*[\]#+\-!])/g, ''),
    ...cutsOf(text, /&(?:nbsp|ensp|emsp|#160);/g, ' '),
    ...cutsOf(text, /&lt;/g, '<'),
    ...cutsOf(text, /&gt;/g, '>'),
    ...cutsOf(text, /&amp;/g, '&'),
    ...cutsOf(text, /&(?:quot|ldquo|rdquo);/g, '"'),
    ...cutsOf(text, /<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]{0,80}>/gi, '\n'),
    ...cutsOf(
      text,
      /<\/?(?:p|div|span|b|i|u|em|strong|font|li|ul|ol|a|td|tr|table|tbody|img|h[1-6])\b[^<>]{0,200}>/gi,
      '',
    ),
    ...cutsOf(text, PINYIN, ''),
    ...cutsOf(text, CHUNK_MARK, ''),
  ];
}

/** `發(fā)布`: a reading in brackets behind a Han character; more than one letter, so that no key `(a)` is lost. */
const PINYIN =
  /(?<=\p{Script=Han})[(（](?=[^)）]{0,6}[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{2,6}[)）]/gu;

/** A new line and a number inside an open bracket or behind a comma: the sentence goes on, so it numbers nothing. */
const CHUNK_MARK =
  /(?<=[(（《“,，、][ \u3000]{0,3})\n\s{0,6}\d{1,3}[、.．][ \u3000]{0,2}(?=[ \u3000]{0,4}[)）\u4e00-\u9fff])/g;

function cutsOf(text: string, pattern: RegExp, instead: string): Cut[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    instead,
  }));
}

/** In order, without overlaps: where two meet, the one that begins first holds. */
export function inOrder(cuts: readonly Cut[]): Cut[] {
  const sorted = [...cuts].sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Cut[] = [];
  let end = 0;
  for (const cut of sorted) {
    if (cut.from < end) continue;
    kept.push(cut);
    end = cut.to;
  }
  return kept;
}
