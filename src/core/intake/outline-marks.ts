import { HAN_DIGITS, wholeNumber } from './lexer/han-number.ts';

/** A line of a document that may be a heading or stand under one. */
export interface OutlineLine {
  readonly line: number;
  readonly text: string;
}

/** A kind of heading number; `1.1` and `1.1.1` are kinds of their own, and so is each depth of `#`. */
export type Level =
  | 'title'
  | 'part'
  | 'chapter'
  | 'section'
  | 'unit'
  | 'han'
  | '(han)'
  | 'arabic'
  | `${'#' | '.'}${string}`;

export interface LevelMark {
  readonly level: Level;
  /** The last part of the number: 2 of `1.2`. */
  readonly value: number;
  /** Where the title begins. */
  readonly end: number;
}

const N = `[${HAN_DIGITS}\\d]{1,4}`;
const MARKS: readonly { readonly level: Exclude<Level, `${'#' | '.'}${string}`>; readonly pattern: RegExp }[] = [
  { level: 'part', pattern: new RegExp(`^第(${N})(?:部分|篇|编|模块)[ :：.、]{0,3}`) },
  { level: 'chapter', pattern: new RegExp(`^(?:第(${N})章|Chapter[ ](\\d{1,3}))[ :：.、]{0,3}`, 'i') },
  { level: 'section', pattern: new RegExp(`^(?:第(${N})节|Section[ ](\\d{1,3}))[ :：.、]{0,3}`, 'i') },
  {
    level: 'unit',
    pattern: new RegExp(`^(?:第(${N})(?:单元|课|讲)|(?:单元|模块|Unit|Module)[ ]?(${N}))[ :：.、]{0,3}`, 'i'),
  },
  { level: 'han', pattern: new RegExp(`^([${HAN_DIGITS}]{1,3})[、.．][ ]{0,3}`) },
  { level: '(han)', pattern: new RegExp(`^[(（]([${HAN_DIGITS}]{1,3})[)）][ 、.]{0,3}`) },
  { level: 'arabic', pattern: /^(\d{1,3})(?:[、.．](?!\d)|[ ](?=\p{L}))[ ]{0,3}/u },
];

const TITLE = /^《([^》\n]{2,40})》[^。；;：:《》]{0,8}?(?:大纲|教材|手册|讲义|标准)$/;

/** The number or sign with which a heading begins, spaces and emphasis before it left aside. */
export function levelMark(text: string): LevelMark | null {
  const lead = /^[\s*]{0,12}/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead, lead + 80);
  const hashes = /^(#{1,6})[ ]/.exec(rest);
  if (hashes) {
    const behind = lead + hashes[0].length;
    const inner = levelMark(text.slice(behind));
    return { level: `#${'#'.repeat((hashes[1] ?? '').length)}`, value: 1, end: behind + (inner?.end ?? 0) };
  }
  const decimal = /^(\d{1,2}(?:[.．]\d{1,2}){1,4})[.、]?(?![\d%％])[ ]{0,3}/.exec(rest);
  if (decimal) {
    const parts = (decimal[1] ?? '').split(/[.．]/);
    return { level: `.${'.'.repeat(parts.length)}`, value: Number(parts.at(-1)), end: lead + decimal[0].length };
  }
  // The name of a syllabus heads it; what stands behind it on the line does not.
  const named = TITLE.exec(rest);
  if (named) return { level: 'title', value: 1, end: lead };
  for (const { level, pattern } of MARKS) {
    const found = pattern.exec(rest);
    const value = found ? wholeNumber(found[1] ?? found[2] ?? '') : null;
    if (found && value !== null) return { level, value, end: lead + found[0].length };
  }
  return null;
}

/** Headed by a word, which no question is. */
export function isChapter(text: string): boolean {
  const mark = levelMark(text);
  return mark !== null && BY_WORD.includes(mark.level) && isHeading(text.slice(mark.end).trim());
}

const BY_WORD: readonly Level[] = ['part', 'chapter', 'section', 'unit'];

const LONGEST_HEADING = 40;
/** Heads of a paper's sections name kinds of questions, not something to know. */
const OF_A_PAPER =
  /^(?:[单多]项?选择?|选择|判断|填空|简答|问答|论述|案例|名词解释|不定项|综合|计算)[^,，]{0,6}题|参考答案|评分标准/;

/** Short, and no sentence. */
export const isHeading = (title: string): boolean =>
  title.length >= 2 &&
  title.length <= LONGEST_HEADING &&
  /\p{L}{2}/u.test(title) &&
  !/[。；;!！?？:：,，、]$|[。；;!！?？_]|[(（]\s*[)）]/.test(title) &&
  !OF_A_PAPER.test(title);

const TITLE_INLINE =
  '《[^》\\n]{2,40}》[^。；;：:《》]{0,8}?(?:大纲|教材|手册|讲义)(?=《|$|[一二三四五六七八九十]、|第|\\d)';
const LABEL = '(?:培训|教学|考核|鉴定|学习)(?:要求|内容|目标|要点)[:：]';

/** Where several headings were run together on one line: `…模块:1、价值2、系统3、沟通`. */
const INLINE = new RegExp(
  `${TITLE_INLINE}|${LABEL}|(?:单元|模块)[ ]?${N}(?=[ ])|第${N}[章节篇](?!的)|(?<=[^${HAN_DIGITS}第])[${HAN_DIGITS}]{1,2}、|[(（][${HAN_DIGITS}]{1,2}[)）]|(?<![\\d.])\\d{1,2}、`,
  'g',
);

/** The line, or the headings it holds where three numbers of one kind stand in it, or two with a word such as 单元. */
export function splitInline({ line, text }: OutlineLine): OutlineLine[] {
  const marks = Array.from(text.matchAll(INLINE), ({ 0: found, index }) => ({
    at: index,
    end: index + found.length,
    level: levelMark(found)?.level ?? levelMark(text.slice(index))?.level ?? null,
  }));
  const counts = new Map<Level | null, number>();
  for (const { level } of marks) counts.set(level, (counts.get(level) ?? 0) + 1);
  const isMany = (level: Level | null): boolean =>
    level !== null && (counts.get(level) ?? 0) >= (BY_WORD.includes(level) ? 2 : 3);
  if (!marks.some(({ level }) => isMany(level))) return [{ line, text }];
  const cuts = marks.flatMap(({ at, end, level }) => {
    if (level === 'title' || level === null) return [at, end];
    return isMany(level) ? [at] : [];
  });
  const bounds = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, index) => ({ line, text: text.slice(from, bounds[index + 1]) }));
}
