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
    ...cutsOf(text, CHUNK_MARK, ''),
    ...pageMarksIn(text),
    ...loneLettersIn(text),
    ...countersIn(text),
    ...spaceBlanksIn(text),
    ...gluedLatinIn(text),
    ...unletteredIn(text),
    ...fieldsIn(text),
    // A table of keys with a column for the type.
    ...cutsOf(text, /^(?:单选|多选|单项选择|多项选择|判断|填空|名词解释|简答|论述|案例(?:分析)?)题?\t(?=\d)/gm, ''),
    ...titledIn(text),
    ...reportedIn(text),
    // A line to write on, below a question whose blank or brackets stand in it.
    ...cutsOf(text, /^[ \t\u3000]{0,8}_{8,200}[ \t]*(?=$|[(（]答案)/gm, ''),
    ...cutsOf(
      text,
      /^[ \t]{0,8}(?:(?:📌|👉|📝|❓|❔|🔹|🔸|🔶|🔷|▶|➡|✨|⭐|📖|🎯|📚)\ufe0f?[ \t]{0,3}){1,2}(?=\S)/gmu,
      '',
    ),
    ...cutsOf(text, /^[ \t]{0,8}💡[ \t]{0,3}(?!\S{1,10}篇)/gmu, '解析:'),
  ];
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

/** `题目1 | 单选 | 5分`, as a printed test has it. */
const titledIn = (text: string): Cut[] =>
  Array.from(text.matchAll(TITLED), ({ 0: whole, 1: number = '', 2: type = '', 3: points, index }) => ({
    from: index,
    to: index + whole.length,
    instead: `${number}.【${type}题】${points === undefined ? '' : `(${points}分)`}`,
  }));

const TITLED =
  /^[ \t]{0,8}(?:题目?|第)[ ]?(\d{1,3})[ ]?题?[ ]{0,2}[|｜][ ]{0,2}(单选|多选|判断|填空|简答|问答|排序|案例|不定项|论述|计算)题?[ ]{0,2}(?:[|｜][ ]{0,2}(\d{1,3}(?:\.\d)?)[ ]?分)?[ ]*$/gm;

/** `1/10 常识判断` over a line `(单选题)`, as a report of practice has it. */
const reportedIn = (text: string): Cut[] =>
  Array.from(text.matchAll(REPORTED), ({ 0: whole, 1: number = '', 2: type = '', index }) => ({
    from: index,
    to: index + whole.length,
    instead: `${number}.【${type}】`,
  }));

const REPORTED =
  /^[ \t]{0,8}(\d{1,3})[ ]?[/／][ ]?\d{1,3}(?:[ \t]{1,4}[^\n\d]{1,12})?\n[ \t]{0,8}[(（【[]((?:单选|多选|判断|填空|简答|不定项(?:选择)?|单项选择|多项选择)题)[)）】\]][ \t]*$/gm;

/** `【题号】1【题型】单选【题干】`: each field of a question has its label. */
function fieldsIn(text: string): Cut[] {
  return Array.from(text.matchAll(FIELDS), ({ 0: whole, 1: number, 2: type, 3: later, index }) => {
    const kind = (type ?? later ?? '').trim().replace(/题$/, '');
    return {
      from: index,
      to: index + whole.length,
      instead: `\n${number === undefined ? '' : `${number}.`}${kind === '' ? '' : `【${kind}题】`}`,
    };
  });
}

const FIELDS =
  /【(?:题号|序号|编号)】[ ]{0,3}(\d{1,4})\s{0,3}(?:【(?:题型|类型)】[ ]{0,3}([^【】\n]{2,8}?)\s{0,3})?【(?:题干|题目|问题)】|【(?:题型|类型)】[ ]{0,3}([^【】\n]{2,8}?)\s{0,3}【(?:题干|题目|问题)】/g;

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

/** Blanks whose underlines were lost are wide spaces in a numbered sentence; between options spaces mean nothing. */
function spaceBlanksIn(text: string): Cut[] {
  if (!/填空|补全|fill[- ]in/i.test(text)) return [];
  return Array.from(text.matchAll(/^[ \t\u3000]{0,8}[(（]?\d{1,3}[)）.、．,，].*$/gm)).flatMap(({ 0: line, index }) =>
    /[A-F]\s?[.、．)]|_{2}|[(（][\s\u3000]{0,12}[)）]/.test(line)
      ? []
      : cutsOf(line, WIDE, ' ____ ').map((cut) => ({ ...cut, from: cut.from + index, to: cut.to + index })),
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

/** Pages set the letter of an option on a line above its text. A column of letters is a list of keys. */
function loneLettersIn(text: string): Cut[] {
  const found = [...text.matchAll(/^[ \t]{0,8}([A-H])([ \t]{0,4}\n)(?=[ \t]{0,8}\S)(?![ \t]{0,8}[A-H][ \t]{0,4}$)/gm)];
  if (!found.some(([, letter]) => letter === 'A') || !found.some(([, letter]) => letter === 'B')) return [];
  return found.map(({ 0: whole, 2: behind = '', index }) => {
    const to = index + whole.length;
    return { from: to - behind.length, to, instead: '. ' };
  });
}

/** `单选题 1/30` is how an app counts: a number with the type behind it. */
function countersIn(text: string): Cut[] {
  return Array.from(text.matchAll(COUNTER), ({ 0: whole, 1: type = '', 2: number = '', 3: last, index }) => ({
    from: index,
    to: index + whole.length,
    instead: last === undefined ? `${number}.【${type}】` : `(${number}题${type})`,
  }));
}

const ICONS = '(?:[☆★♡❤]?(?:收藏|纠错|分享|笔记|标记|举报|讨论)(?:\\s?[(（]\\d+[)）])?[ \\t|]{0,4}){0,8}';
const COUNTER = new RegExp(
  `^[ \\t]{0,8}[【\\[(（]?((?:单项?选?择?|多项?选?择?|不定项选?择?|判断|填空|简答|问答|案例分析|排序|共用题干)题)[】\\])）]?[ \\t]{0,4}(?:第[ \\t]?)?(\\d{1,3}(?:[-~～至](\\d{1,3}))?)[ \\t]{0,2}(?:题[ \\t]?)?[/／][ \\t]{0,2}(?:共[ \\t]?)?\\d{1,4}(?:[ \\t]?题)?[ \\t]{0,8}${ICONS}$`,
  'gm',
);

/** `發(fā)布`: a reading in brackets behind a Han character; more than one letter, so that no key `(a)` is lost. */
const PINYIN =
  /(?<=\p{Script=Han})[(（](?=[^)）]{0,6}[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{2,6}[)）]/gu;

/** A new line and a number inside an open bracket or behind a comma: the sentence goes on, so it numbers nothing. */
const CHUNK_MARK =
  /(?<!(?:^|\n)[ \t]{0,6}[一二三四五六七八九十]{1,2}、[ ]{0,3})(?<=[(（《“,，、][ \u3000]{0,3})\n\s{0,6}\d{1,3}[、.．][ \u3000]{0,2}(?=[ \u3000]{0,4}[)）\u4e00-\u9fff])/g;

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
