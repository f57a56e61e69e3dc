/**
 * A text without what two people who mean the same may write differently: width and compatibility forms, case,
 * spaces, quotes of all kinds (title marks 《》 among them), closing punctuation at the end. Letters of every script
 * are kept. Empty for a text that says nothing.
 */
export function foldText(text: string): string {
  const folded = text
    .replace(RAISED, '^$&')
    .normalize('NFKC')
    .toLowerCase()
    .replace(QUOTES, '')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(LOOSE_SPACE, '')
    .normalize('NFKC');
  return withoutClosing(folded);
}

/** What is there to be seen: two texts that differ in nothing else are one to whoever reads or types them. */
export const seenText = (text: string): string => text.replace(INVISIBLE, '');

/** NFKC would make 102 of 10². */
const RAISED = /(?<=\p{Nd})[²³¹⁰⁴-⁹]+/gu;

const QUOTES = /["'`‘’‚‛“”„‟‹›«»「」『』〝〞〟《》〈〉]/gu;

/** Controls, joiners, direction marks, fillers: what is pasted along and never seen. Line breaks and tabs are spaces. */
const INVISIBLE = /\uFEFF|(?!\s)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** Every space but one between two digits: `3 5` is no 35. */
const LOOSE_SPACE = /(?<!\p{Nd}) | (?!\p{Nd})/gu;

const CLOSING = '.。!?;:,、·';

/** By hand: a pattern that ends in `$` is tried at every mark, and somebody may type a million dots. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
