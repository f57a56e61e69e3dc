/** A character that stands for a lost one. The scan comes before any normalising: NFKC would make a whole word of it. */
export interface Suspect {
  readonly at: number;
  readonly character: string;
  /** `U+2F24`. */
  readonly name: string;
}

/** Radicals, compatibility ideographs, private use (outside the planes of emoji), the replacement character. */
const SUSPECT = /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\ufffd]/g;

export function suspectsIn(text: string): Suspect[] {
  return Array.from(text.matchAll(SUSPECT), ({ 0: character, index }) => ({
    at: index,
    character,
    name: nameOf(character),
  }));
}

export const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Advertisements that text mills put in the place of common words, in the middle of sentences. */
const SPAM =
  /有哪些信誉好的[\u4e00-\u9fff]{2,12}(?:网站|平台)|必威体育精装版|必威体育官网|(?:亚博|皇冠|万博|澳门|威尼斯人|金沙|乐鱼|开云|易发|新葡京)(?:体育|娱乐|赌场|投注|彩票)[\u4e00-\u9fff]{0,6}|(?:足球|体育|彩票)投注(?:网站|平台)|时时彩|六合彩|百家乐/g;

export interface Spam {
  readonly at: number;
  readonly text: string;
}

export const spamIn = (text: string): Spam[] =>
  Array.from(text.matchAll(SPAM), ({ 0: found, index }) => ({ at: index, text: found }));
