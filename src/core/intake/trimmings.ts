import { cutsOf } from './cuts.ts';
import type { Cut } from './flat-text.ts';
import { optionLettersIn } from './option-letters.ts';
import { questionHeadsIn } from './question-heads.ts';

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
    ...Array.from(text.matchAll(/&#(?:x([\da-f]{2,5})|(\d{2,6}));/gi), ({ 0: found, 1: hex, 2: digits, index }) => ({
      from: index,
      to: index + found.length,
      instead: characterOf(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
    })),
    ...cutsOf(text, /&(?:middot|raquo|laquo|hellip|mdash|ndash);/g, ''),
    ...cutsOf(text, /&lt;/g, '<'),
    ...cutsOf(text, /&gt;/g, '>'),
    ...cutsOf(text, /&amp;/g, '&'),
    ...cutsOf(text, /&(?:quot|ldquo|rdquo);/g, '"'),
    ...cutsOf(text, /<summary>[^<>\n]{0,20}答案[^<>\n]{0,20}<\/summary>/gi, '参考答案:'),
    ...cutsOf(text, /<summary>[^<>\n]{0,40}<\/summary>|<\/?details[^<>\n]{0,40}>/gi, ''),
    ...cutsOf(text, /<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]{0,80}>/gi, '\n'),
    ...cutsOf(
      text,
      /<\/?(?:p|div|span|b|i|u|em|strong|font|li|ul|ol|a|td|tr|table|tbody|img|h[1-6])\b[^<>]{0,200}>/gi,
      '',
    ),
    ...cutsOf(text, PINYIN, ''),
    // A blank that was broken over two lines.
    ...cutsOf(text, /(?<=_)\n[ \t]{0,8}(?=_{1,12}[^_\n])/g, ''),
    ...cutsOf(text, CHUNK_MARK, ''),
    ...cutsOf(text, REPEATED_NUMBER, ''),
    ...garbledIn(text),
    ...Array.from(
      text.matchAll(/[\u{1f130}-\u{1f14b}\u{1f150}-\u{1f16b}\u{1f170}-\u{1f18b}]\ufe0f?[ ]?/gu),
      ({ 0: letter, index }) => ({
        from: index,
        to: index + letter.length,
        instead: `${String.fromCharCode(65 + (((letter.codePointAt(0) ?? 0) - 0x1f130) % 32))}. `,
      }),
    ),
    // Numbers on keys: 1️⃣ and 🔟.
    ...Array.from(text.matchAll(/(?:[0-9]\ufe0f?\u20e3){1,3}[ ]?|🔟[ ]?/gu), ({ 0: keys, index }) => ({
      from: index,
      to: index + keys.length,
      instead: `${keys.startsWith('🔟') ? '10' : keys.replace(/\D/g, '')}. `,
    })),
    // Tables drawn with lines.
    ...cutsOf(text, /^[ \t]{0,8}[┌├└╔╠╚┏┣┗][─━═┬┼┴╦╬╩┳╋┻┐┤┘╗╣╝┓┫┛ ]{1,200}[ \t]*\n?/gm, ''),
    ...cutsOf(text, /[│┃║]/g, '|'),
    // A star that somebody set before a number.
    ...cutsOf(
      text,
      /^(?<=[ \t]{0,4})[★☆※▲△◆]{1,3}[ ]?(?=\d{1,3}[ ]?[.、．])|(?<=^[ \t]{0,4}\d{1,3}[、.．][ ]?)[★☆※▲△◆]{1,3}[ ]?/gm,
      '',
    ),
    ...spacedOutIn(text),
    ...pageMarksIn(text),
    ...spaceBlanksIn(text),
    // A table of keys with a column for the type.
    ...cutsOf(text, /^(?:单选|多选|单项选择|多项选择|判断|填空|名词解释|简答|论述|案例(?:分析)?)题?\t(?=\d)/gm, ''),
    // A line to write on, below a question whose blank or brackets stand in it.
    ...cutsOf(text, /^[ \t\u3000]{0,8}_{8,200}[ \t]*(?=$|[(（]答案)/gm, ''),
    ...cutsOf(text, /^[ \t]{0,8}(?:(?![✅❌❎⭕💡👉])[\p{Emoji_Presentation}▶➡]\ufe0f?[ \t]{0,3}){1,3}(?=\S)/gmu, ''),
    // A line drawn between two parts.
    ...cutsOf(text, /^[ \t]{0,8}(?:-{3,}|\*{3,}|={3,}|—{3,}|~{3,})[ \t]*$/gm, ''),
    ...pointedAnswersIn(text),
    ...cutsOf(text, /^[ \t]{0,8}(?:💡|✏\ufe0f?)[ \t]{0,3}(?!\S{1,10}篇|(?:第[ ]?)?\d{1,3}[ ]?[.、．题])/gmu, '解析:'),
    ...keysInStemsIn(text),
    ...keyHeadsIn(text),
    ...cutsOf(text, KEYS_BESIDE, '\n'),
    ...questionHeadsIn(text),
    ...optionLettersIn(text),
  ];
}

/**
 * A sign and a letter whose bytes a converter took for one character of GBK, one byte out of step: `?!盉.` is `。”B.`, and
 * `薄緟⒖即鸢浮緽` is `”【参考答案】B`. The characters hardly occur otherwise.
 */
function garbledIn(text: string): Cut[] {
  const letter = (character: string, first: string): string => String.fromCharCode(65 + [...first].indexOf(character));
  return [
    ...Array.from(text.matchAll(/(?:[?？]?[!！])?([盇盉盋盌盓])(?=[.．、])/g), ({ 0: found, 1: sign = '', index }) => ({
      from: index,
      to: index + found.length,
      instead: `。” ${letter(sign, '盇盉盋盌盓')}`,
    })),
    ...Array.from(text.matchAll(/薄?(?:緟⒖|[静靜]慰)即鸢浮([緼緽緾緿縀])/g), ({ 0: found, 1: sign = '', index }) => ({
      from: index,
      to: index + found.length,
      instead: `【参考答案】${letter(sign, '緼緽緾緿縀')}`,
    })),
  ];
}

/** `👉选A`: where a hand points at the keys of some questions, it points at the answers of all. */
function pointedAnswersIn(text: string): Cut[] {
  const hands = /^[ \t]{0,8}(?:👉|☞|→|➡\ufe0f?)[ \t]{0,3}(?:选[ ]?(?=[A-Ha-h]))?/gmu;
  const keys = text.match(new RegExp(`${hands.source}(?:[A-H]{1,6}(?![A-Za-z])|[对错√×✓✗✔✘])`, 'gmu'))?.length ?? 0;
  if (keys >= 2) return cutsOf(text, hands, '答案:');
  return cutsOf(text, /^[ \t]{0,8}(?:👉|☞|➡\ufe0f?)[ \t]{0,3}/gmu, '');
}

/** `对准火焰的 (答案:B) 喷射。` above the options: a key inside what is asked, in the brackets that keep its place. */
const keysInStemsIn = (text: string): Cut[] =>
  cutsOf(
    text,
    /(?<=[(（][ ]?)(?:参考|正确)?答案[:：][ ]?(?=[A-H]{1,6}[ ]?[)）][ ]{0,2}[\u4e00-\u9fff][^\n]{0,80}\n[ ]{0,4}A[ .、．])/g,
    '',
  );

/** `单选题  AACBDA`: the name of the section, and its keys beside it. */
const KEYS_BESIDE =
  /(?<=^[ \t\u3000]{0,8}(?:单选|多选|单项选择|多项选择|判断|选择|不定项)题)[ \t\u3000]{1,4}(?=(?:[A-H]{1,40}|[√×对错])(?:[ \u3000,，、]{0,3}(?:[A-H]{1,40}|[√×对错])){1,40}[ \t]*$)/gm;

/** `一、单选题答案`, `二、多选题答案`: a list of the keys, and each section of it says so again. */
function keyHeadsIn(text: string): Cut[] {
  const heads = [
    ...text.matchAll(
      /(?<=^[ \t\u3000]{0,8}[一二三四五六七八九十]{1,2}[、.．][ ]?(?:[单多]项?选择?|选择|判断|填空|不定项选择|简答|案例分析)题?)(?:参考|正确|标准)?答案(?=[:：]?[ ]*$)/gm,
    ),
  ].map(({ 0: word, index }) => ({ from: index, to: index + word.length, instead: '' }));
  const [first] = heads;
  if (!first || heads.length < 2) return [];
  const at = text.lastIndexOf('\n', first.from) + 1;
  return [{ from: at, to: at, instead: '参考答案\n' }, ...heads];
}

/** `参 考 答 案`: a heading whose characters were set apart. */
const spacedOutIn = (text: string): Cut[] =>
  Array.from(
    text.matchAll(/^[ \t\u3000]{0,8}(?:[\u4e00-\u9fff][ \u3000]{1,3}){3,30}[\u4e00-\u9fff][ \t\u3000]*$/gm),
  ).flatMap(({ 0: line, index }) =>
    cutsOf(line, /(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])/g, '').map((cut) => ({
      ...cut,
      from: cut.from + index,
      to: cut.to + index,
    })),
  );

/** Blanks whose underlines were lost are wide spaces in a numbered sentence; between options spaces mean nothing. */
function spaceBlanksIn(text: string): Cut[] {
  if (!/填空|补全|fill[- ]in/i.test(text)) return [];
  return Array.from(text.matchAll(/^[ \t\u3000]{0,8}[(（]?\d{1,3}[)）.、．,，].*$/gm)).flatMap(({ 0: line, index }) =>
    /[A-F]\s?[.、．)]|_{2}|[(（][\s\u3000]{0,12}[)）]/.test(line)
      ? []
      : cutsOf(line, WIDE, '(  )').map((cut) => ({ ...cut, from: cut.from + index, to: cut.to + index })),
  );
}

const WIDE = /(?<=[\u4e00-\u9fff、，,“])[ \t\u3000]{4,40}(?=[\u4e00-\u9fff、，,。；;”.])/g;

const characterOf = (code: number): string =>
  code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? ' ' : String.fromCodePoint(code);

/**
 * The number of a page with a space behind it, at the beginning of a line that goes on with the sentence above: where the
 * numbers of questions have no space.
 */
function pageMarksIn(text: string): Cut[] {
  if ((text.match(/^[ \t]{0,4}\d{1,3}、(?=\S)/gm)?.length ?? 0) < 4) return [];
  return cutsOf(text, PAGE_MARK, '');
}

const PAGE_MARK =
  /(?<=^[ \t]{0,4}\d{1,3}[、.．][^\n]{4,120}[\u4e00-\u9fff])\n[ \t]{0,4}\d{1,2}、[ \u3000](?=[ \u3000]?[\u4e00-\u9fff])/gm;

/** `發(fā)布`: a reading in brackets behind a Han character; more than one letter, so that no key `(a)` is lost. */
const PINYIN =
  /(?<=\p{Script=Han})[(（](?!a?b?c?d?e?f?g?h?[)）])(?=[^)）]{0,6}[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{2,6}[)）]/gu;

/** `2、剩余电流动作保护器可以完` and `2、全代替接地保护。` below it: one sentence, its number set into the middle of it once more. */
const REPEATED_NUMBER =
  /(?<=^[ ]{0,8}(\d{1,3})[、.][^\n。?？:：;；!！)）(（_A-Za-z]{6,60}[\u4e00-\u9fff])\n\s{0,6}\1[、.][ ]?(?=[\u4e00-\u9fff])/gm;

/** A new line and a number inside an open bracket or behind a comma: the sentence goes on, so it numbers nothing. */
const CHUNK_MARK =
  /(?<!(?:^|\n)[ \t]{0,6}[一二三四五六七八九十]{1,2}、[ ]{0,3})(?<=[(（《“,，、][ \u3000]{0,3}|[ ]A[ ][^\n]{2,80}[ \u3000][B-H])\n\s{0,6}\d{1,3}[、.．][ \u3000]{0,2}(?=[ \u3000]{0,4}[)）\u4e00-\u9fff])/g;
