import { foldWidth } from './fold.ts';
import { type SectionType, TYPE_WORD, typeNamedIn } from './lexer/type-words.ts';

/** What a stem carries besides its question. */
export interface StemText {
  readonly stem: string;
  readonly tag: SectionType | null;
  readonly points: number | null;
  /** A key in brackets: letters, or a truth mark. */
  readonly inline: string;
  /** What the brackets say behind the key: `(×，应分两次)`. */
  readonly note: string;
  readonly filled: readonly string[];
}

const TAG = new RegExp(
  `[(（【\\[][ ]{0,3}(?:本题为?|可|题型[:：][ ]?)?(?:[^\\s()（）【】\\[\\]]{0,6}?)(${TYPE_WORD})(?:题|题目)?(?:[ ,，、:：][ ]{0,2}(?:共|每题|本题)?\\d{1,3}(?:\\.\\d)?[ ]?分)?[ ]{0,3}[)）】\\]][ ]?\\*?`,
  'gi',
);
const POINTS =
  /[(（【[]\s{0,3}(?:[\u4e00-\u9fff]{2,6}[,，、]\s?)?(?:本小?题|共|满分|分值[:：]?)?\s{0,3}(\d{1,3}(?:\.\d)?)\s{0,3}(?:分|['′’]|points?|marks?|pts?)\s{0,3}[)）】\]]/i;
const LETTER_KEY =
  /[(（【[]\s{0,6}([A-Ha-h](?:[、,，;；\s]{0,3}[A-Ha-h]){0,7}|[A-C]\s?[-~—]\s?[B-H]|[①-⑧](?:[、,，;；\s]{0,2}[①-⑧]){0,7}|全选)\s{0,6}[)）】\]]/g;
const TRUTH_KEY = /[(（【[]\s{0,6}(√|×|对|错|正确|错误|[TFVXYNx])\s{0,6}[)）】\]]/g;
/** At the end, with what is right behind it. */
const NOTED_TRUTH =
  /[(【[][ ]{0,3}(√|×|对|错|正确|错误)[ ]?[,;。:.、][ ]{0,2}([^()【】[\]]{1,200})[)】\]](?=[\s。.]*$)/;
const EMPTY = '(  )';

/** Takes the type, the points and the key out of a stem. `raw` begins where the number ends; `before` stood ahead of it. */
export function readStem(raw: string, before: string, isTruth = false): StemText {
  const tagged = takeTag(
    raw.replace(/^\s*(?:[【[](?:题干|题目|问题|试题|题干内容)[】\]][:：]?|题干[:：])[ ]?/, ''),
    before,
  );
  const points = pointsOf(foldWidth(tagged.text));
  const worded = points
    ? tagged.text.slice(0, points.index) + tagged.text.slice(points.index + points[0].length)
    : tagged.text;
  // What is left of `题目1(8分):` and of `1.情景题(8分)` over `题目:…`.
  const headless = worded
    .replace(/^\s*[\u4e00-\u9fff]{2,6}题\s*\n\s*(?:题目|题干|问题)[ ]?[:：]\s*/, '')
    .replace(/^\s*[:：]\s*/, '');
  const text = isTruth ? headless.replace(/\n\s*[对對正√][确確]?\s*\n\s*[错錯×][误誤]?\s*$/, '') : headless;
  const ahead = keyIn(before);
  const key = takeDigits(text) ?? (ahead === '' ? takeKey(text, isTruth) : { text, inline: ahead });
  return {
    stem: key.text,
    tag: tagged.tag,
    points: sumOfParts(tagged.text) ?? (points ? Number(points[1]) : pointsIn(raw, before)),
    inline: key.inline,
    note: key.note ?? '',
    filled: filledIn(text),
  };
}

/** What the parts of a question are worth together: `(1)…(9分) (2)…(10分)`; null for less than two. A total before them counts once. */
export function sumOfParts(text: string): number | null {
  const folded = foldWidth(text);
  const each = Array.from(
    folded.matchAll(/[(【[][ ]?(\d{1,3}(?:\.\d)?)[ ]?(?:[分'′]|points?|marks?)[ ]?[)】\]]/gi),
    (match) => ({
      at: match.index,
      points: Number(match[1]),
    }),
  );
  if (each.length < 2) return null;
  const [first, ...others] = each as [(typeof each)[0], ...typeof each];
  const rest = others.reduce((sum, { points }) => sum + points, 0);
  const isOfPart = /(?:^|[\s。?？:：])(?:[(（]1[)）]|①|[(（]a[)）])/i.test(folded.slice(0, first.at));
  return first.points === rest && !(isOfPart && others.length === 1) ? rest : first.points + rest;
}

/** At the beginning or at the end; `(10分)` within a sentence is a part of it. */
function pointsOf(text: string): RegExpExecArray | null {
  for (const match of text.matchAll(new RegExp(POINTS, 'gi'))) {
    const ahead = text.slice(0, match.index).trim() === '';
    const behind = /^[\s。.:：;；()（）_?？]*$/.test(text.slice(match.index + match[0].length).split('\n', 1)[0] ?? '');
    if (ahead || behind) return match;
  }
  // `第1题 (单选题) 2分  难度:易`
  const head = /^\s{0,4}(\d{1,2}(?:\.5)?)[ ]?分(?=[ ]{2}|[ ]*\n|[ ]*$)[ ]*/.exec(text);
  if (head) return head;
  // `…预检分诊。2分`
  return /(?<=[。?？])[ ]?(\d{1,2})[ ]?分(?=\s*$)/.exec(text);
}

function takeTag(raw: string, before: string): { text: string; tag: SectionType | null } {
  const ahead = /[(（【[]/.test(before) ? typeNamedIn(before) : null;
  const spoken =
    /^\s*(true[ ]?(?:or|\/)[ ]?false|fill(?:[ -]in)?(?:[ -]the)?[ -]blanks?|multiple choice|short answer|drag[ -](?:and[ -])?drop)[ ]?(?:[:：.]|\n)[ ]?/i.exec(
      raw,
    );
  if (spoken) return { text: raw.slice(spoken[0].length), tag: typeSpoken(spoken[1] ?? '') };
  const named = /^\s*((?:单项?选择?|多项?选择?|不定项选择?|判断|填空|简答|问答)题?)[ ]?[:：][ ]{0,3}(?=\S)/.exec(raw);
  if (named) return { text: raw.slice(named[0].length), tag: typeNamedIn(named[1] ?? '') };
  const folded = foldWidth(raw);
  TAG.lastIndex = 0;
  for (const match of folded.matchAll(TAG)) {
    const atStart = folded.slice(0, match.index).trim() === '';
    const atEnd = /^[\s*。.:：()_（）]*$/.test(folded.slice(match.index + match[0].length));
    if (!atStart && !atEnd && !/[【[]/.test(match[0])) continue;
    const text = raw.slice(0, match.index) + raw.slice(match.index + match[0].length);
    return { text, tag: typeNamedIn(match[1] ?? '') };
  }
  return { text: raw, tag: ahead };
}

function pointsIn(raw: string, before: string): number | null {
  const inTag =
    /[(（【[](?![^()（）]{0,8}每(?:点|空|个|条))[^()（）【】[\]]{0,12}?(\d{1,3}(?:\.\d)?)[ ]?分[ ]?[)）】\]]/.exec(
      foldWidth(before + raw.slice(0, 40)),
    );
  return inTag ? Number(inTag[1]) : null;
}

/** As English exports head a question on a line of its own. */
const typeSpoken = (words: string): SectionType | null =>
  /^fill/i.test(words) ? 'blank' : /^drag/i.test(words) ? 'ordering' : typeNamedIn(words);

/** `(134) 下列…①…②…③…④…`: the key is written in the numbers of the options, ahead of the stem. */
function takeDigits(raw: string): { text: string; inline: string; note?: string } | null {
  const found = /^\s*[(（][ ]?([1-9]{1,6})[ ]?[)）][ ]{0,2}(?=\S)/.exec(raw);
  if (!found) return null;
  const digits = [...(found[1] ?? '')];
  const circles = raw.match(/[①-⑨]/g) ?? [];
  const last = Math.max(0, ...circles.map((circle) => circle.charCodeAt(0) - 0x245f));
  const rises = digits.every((digit, index) => index === 0 || digit > (digits[index - 1] as string));
  if (circles.length < 2 || !rises || Number(digits.at(-1)) > last) return null;
  return {
    text: raw.slice(found[0].length),
    inline: digits.map((digit) => String.fromCharCode(0x245f + Number(digit))).join(''),
  };
}

function keyIn(before: string): string {
  const folded = foldWidth(before);
  const letters = [...folded.matchAll(LETTER_KEY)].at(-1)?.[1];
  return letters ?? [...folded.matchAll(TRUTH_KEY)].at(-1)?.[1] ?? '';
}

/** `…放在通道上。 N` in a section of such questions; elsewhere what can be nothing but a mark. */
const SAID_TRUTH =
  /(?<![/|][ ]{0,3})(?:(?<=[。.!！?？])|[ \t\u3000])(?<![/|][ ]{0,3})[ \t\u3000]{0,8}[(（]?[ ]?(√|×|[TFYNVX]|对|错)[ \t\u3000]*$/;
const TICKED =
  /(?:[ \t\u3000]{1,8}|(?<=[。!！?？])[ ]{0,3})(√|×)[ \t\u3000]*$|(?<=[。!！?？])[ ]{0,3}(对|错)[ \t\u3000]*$/;

/** The key that stands in the blank. Several different ones are names of things, `甲(A)与乙(B)`, and no key. */
function takeKey(raw: string, isTruth: boolean): { text: string; inline: string; note?: string } {
  const folded = foldWidth(raw);
  const noted = NOTED_TRUTH.exec(folded);
  if (noted) {
    const note = raw.slice(noted.index, noted.index + noted[0].length).slice(noted[0].indexOf(noted[2] ?? ''));
    return {
      text: raw.slice(0, noted.index) + EMPTY + raw.slice(noted.index + noted[0].length),
      inline: noted[1] ?? '',
      note: note.replace(/[)）】\]]\s*$/, '').trim(),
    };
  }
  const chosen = /[ \t]+(?:\[(T)\][ \t]+F|T[ \t]+\[(F)\])\s*$/.exec(folded);
  if (chosen) return { text: raw.slice(0, chosen.index), inline: chosen[1] ?? chosen[2] ?? '' };
  const ticked = (isTruth ? SAID_TRUTH : TICKED).exec(folded.trimEnd());
  if (ticked) return { text: raw.slice(0, ticked.index), inline: ticked[1] ?? ticked[2] ?? '' };
  const behind =
    /(?<=[\p{L}?？。_)）])[ \t\u3000]{2,12}([A-H]{1,6})[ \t\u3000]*(?:[(（][^()（）\n]{2,40}[)）])?$/u.exec(
      folded.trimEnd(),
    );
  if (behind) return { text: raw.slice(0, behind.index), inline: behind[1] ?? '' };
  const letters = [...folded.matchAll(LETTER_KEY)];
  const truths = [...folded.matchAll(TRUTH_KEY)];
  const found = truths.length > 0 && (letters.length === 0 || isLast(truths, folded)) ? truths : letters;
  const values = new Set(found.map((match) => (match[1] ?? '').replace(/[^A-Za-z√×对错正确误①-⑧]/g, '')));
  // Where it comes twice, the second stands before the only option that was printed.
  const match = found[0];
  if (!match || values.size !== 1) return { text: raw, inline: '' };
  return { text: raw.slice(0, match.index) + EMPTY + raw.slice(match.index + match[0].length), inline: match[1] ?? '' };
}

const isLast = (matches: readonly RegExpExecArray[], text: string): boolean => {
  const match = matches.at(-1);
  return match !== undefined && /^[\s。.?？!！]*$/.test(text.slice(match.index + match[0].length));
};

/** Brackets, or underscores, with a text in them: a fill-in whose answers are written in. */
function filledIn(raw: string): string[] {
  return [...raw.matchAll(FILLED)].map((match) => (match.slice(1).find((text) => text !== undefined) ?? '').trim());
}

const FILLED =
  /[(（](?=[^()（）]{0,39}[\p{L}\p{N}])([^()（）]{1,40})[)）]|(?<!_)_{1,3}[ ]?(?=[\p{L}\p{N}])([^_\n]{1,39}?)[ ]?_{1,3}(?!_)|(?<!_)_{4,}[ ]?(?=[\p{L}\p{N}])([^_\n，,。；;和与及或、]{2,12}?)[ ]?_{4,}|(?<!_)_{1,2}[ ]?(?=[\p{L}\p{N}\p{S}])([^_\n，,。；;]{2,20}?)[ ]?_{4,}|(?<!_)_{4,}[ ]?(?=[\p{L}\p{N}\p{S}])([^_\n，,。；;]{2,20}?)[ ]?_{1,2}(?!_)/gu;

/** The stem with what is filled in taken out again. */
export const emptied = (raw: string): string => raw.replace(FILLED, EMPTY);
export const withoutFilled = (raw: string): string => raw.replace(FILLED, '');
