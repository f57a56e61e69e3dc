import { CHROME_INLINE, CHROME_LINES } from './boilerplate-words.ts';
import type { Cut } from './flat-text.ts';
import { foldWidth } from './fold.ts';

/** A line that was left out, for the report. */
export interface LeftOut {
  readonly at: number;
  readonly text: string;
  readonly why: 'chrome' | 'repeated';
}

export interface Boilerplate {
  readonly cuts: readonly Cut[];
  readonly leftOut: readonly LeftOut[];
}

/** How often a line must come again to be a header, a footer or a watermark. */
const REPEATS = 3;
const LONGEST_LINE = 500;
/** A header may be spread over the whole width of a page. */
const LONGEST_REPEATED = 120;

/** What sites, printers and converters put into a document, found by shape and by repetition. */
export function boilerplateIn(text: string): Boilerplate {
  const folded = foldWidth(text);
  const lines = linesOf(folded);
  const repeated = repeatedLines(lines);
  // A title that comes again as a header stays where it is a title.
  const first = lines.find(({ line }) => line !== '')?.from;
  const headers = new Set(headersIn(lines));
  const related = relatedFrom(lines);
  const cuts: Cut[] = [];
  const leftOut: LeftOut[] = [];
  for (const { from, to, line } of lines) {
    const why =
      isChrome(line) || (from >= related && line !== '')
        ? 'chrome'
        : (repeated.has(masked(line)) && from !== first) || headers.has(from)
          ? 'repeated'
          : null;
    if (why === null) {
      cuts.push(...inlineCuts(folded, from, to));
      continue;
    }
    cuts.push({ from, to, instead: '' });
    leftOut.push({ at: from, text: text.slice(from, to).trim(), why });
  }
  return { cuts, leftOut };
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly line: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    lines.push({ from, to, line: text.slice(from, Math.min(to, from + LONGEST_LINE + 1)).trim() });
    from = to + 1;
  }
  return lines;
}

/** A numbered line with a blank or options in it is no chrome, whatever else it says. */
const ASKS = /^\d{1,3}\s?[.、)](?!\s?\d{1,2}、).*(?:\(\s*\)|_{2,}|(?:^|[\s)])[A-D]\s?[.、)])/;

/** A number in a circle, and a blank or a key in brackets at the end. */
const ASKS_TOO = /^[①-⑳]|[(（][ ]*(?:[A-H](?:[、,， ]*[A-H])*|[√×对错])?[ ]*[)）][。.]?$/;

const isChrome = (line: string): boolean =>
  line !== '' &&
  !ASKS.test(line) &&
  !ASKS_TOO.test(line) &&
  line.length <= LONGEST_LINE &&
  CHROME_LINES.some((pattern) => pattern.test(SPACED_OUT.test(line) ? line.replaceAll(' ', '') : line));

/** `考 生 答 题`: every character by itself, as words along a fold are set. */
const SPACED_OUT = /^(?:[\p{Script=Han}、,] {1,4}){5,}[\p{Script=Han}、,]$/u;

/** A line as it comes again: numbers aside, and the number of the page that may stand behind it. */
const masked = (line: string): string => line.replace(/\d+/g, '#').replace(PAGE_BEHIND, '');

const PAGE_BEHIND = /\s+(?:第\s?#\s?[页頁].*|#\s?\/\s?#|[-—]\s?#\s?[-—]|(?<=\s{2,})#)$/;

/** Without the signs and pictures that a line may begin with. */
const said = (line: string): string => line.replace(/^[^\p{L}\p{N}#([【√×]+/u, '');

/** Lines that belong to questions come again too: labels, numbers, types, and anything that ends as a sentence does. */
const OF_QUESTIONS =
  /^(?:[([【#>*\s-]{0,4}(?:[A-Za-z]\s?[.、:)\]】,]|[#①-⑳]|答|解|正确|错误|参考|标准|问|题目|[一二三四五六七八九十]+[、.]|第.{1,4}[题部章节空]|填?空[ ]?#|√|×|材料|案例|answer|explanation|correct|key|true|false|(?:question|item|problem|exercise|q|no)s?\b\.?[ ]?#|section\s?:))|[单多判填简论选].{0,6}题|选择|判断|填空|难度|知识点|分值|考点|以上|答案|解析|正确|选项|得分|题号|序号|points?\b|marks?\b|score|difficulty|level|topic|[?。!;:)_\]】]$/i;

function repeatedLines(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { line } of lines) {
    if (line.length < 4 || line.length > LONGEST_REPEATED) continue;
    const key = masked(line);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([line, count]) => count >= REPEATS && !OF_QUESTIONS.test(said(line))).map(([line]) => line),
  );
}

/** What a site offers below the document: where it begins, if nothing behind it looks like a part of a question. */
function relatedFrom(lines: readonly Line[]): number {
  let from = Number.POSITIVE_INFINITY;
  let offered = 0;
  for (const [index, each] of [...lines.entries()].reverse()) {
    if (RELATED.test(each.line)) from = index > 0 ? each.from : from;
    else if (each.line.length > 60 || offered > MOST_OFFERED) break;
    // An article that is offered may ask: `2、作文开头怎么写?`
    else if (OF_A_QUESTION.test(each.line) && !(OFFERED.test(each.line) && isOffered(lines, index))) break;
    else if (each.line !== '') offered++;
  }
  return from;
}

const OFFERED = /^\d{1,2}[.、][^_()（）]{4,28}[?？]$/;

/** Below a line that offers articles, with nothing but such lines between. */
function isOffered(lines: readonly Line[], index: number): boolean {
  for (let at = index - 1; at >= 0 && at > index - 8; at--) {
    const { line } = lines[at] as Line;
    if (ARTICLES.test(line)) return true;
    if (line !== '' && !/^\d{1,2}[.、]/.test(line)) return false;
  }
  return false;
}

const ARTICLES = /^[▼◆■●★☆>\-—\s]{0,6}(?:往期(?:推荐|回顾|精选)|推荐阅读|相关(?:推荐|阅读|文章)|猜你喜欢)[:：]?$/;

/** Lines. */
const MOST_OFFERED = 40;

const RELATED =
  /^[▼◆■●★☆>\-—\s]{0,6}(?:相关(?:文档|推荐|资料|阅读|文章|试题|主题)|文本预览|相似文档|猜你喜欢|热门(?:文档|推荐)|[您你]可能(?:感兴趣|关注|喜欢)的?(?:文档|内容)?|推荐阅读|往期(?:推荐|回顾|精选)|精选留言|网友评论|延伸阅读|更多(?:文档|推荐))[:：]?(?:\s{1,4}[^。?？:：]{4,120})?$/;
const OF_A_QUESTION =
  /^[A-D][.、．]|答案[】\])）]?\s?(?:[:：]|[A-H√×]|$)(?<!(?:试题|试卷|习题|题库)(?:及|和|与|含)?(?:参考)?答案)|[(（]\s*[)）]|_{2,}|^[一二三四五六]、|^\d{1,3}[.、][^\n]*[?？。]$/;

/** Places of lines beside the number of a page that say the title once more, or its beginning. */
function headersIn(lines: readonly Line[]): number[] {
  const full = lines.filter(({ line }) => line !== '');
  const title = full[0]?.line ?? '';
  const counts = new Map<string, number>();
  for (const { line } of full) counts.set(line, (counts.get(line) ?? 0) + 1);
  return full.flatMap(({ line, from }, index) => {
    const words = line.replace(NUMBERED, '').trim();
    const says =
      index > 0 &&
      words.length >= 4 &&
      (title.startsWith(words) ||
        (line.length >= 6 && line.length <= 60 && !OF_QUESTIONS.test(line) && (counts.get(line) ?? 0) >= 2));
    const near = [full[index - 1]?.line ?? '', full[index + 1]?.line ?? ''];
    return says && (words !== line || near.some((each) => PAGE.test(each))) ? [from] : [];
  });
}

/** The number of a page behind a title. */
const NUMBERED = /(?:\s{2,}[-—_]?\s?\d{1,4}\s?[-—_]?|\s{0,20}第\s?[\dl]{1,4}\s?页.{0,12})$/;
const PAGE =
  /^page\s\d{1,4}(?:\sof\s\d{1,4})?$|^[-—_]{0,3}\s?第?\s?\d{1,4}\s?页?\s?(?:[,/]?\s?共\s?\d{1,4}\s?页)?\s?[-—_]{0,3}$/i;

function inlineCuts(folded: string, from: number, to: number): Cut[] {
  // `我的答案:` over lines of blanks heads them.
  const isHead = /^\n[ \t]{0,8}(?!(?:正确|参考|标准)?答案|[解得]|\d{1,3}(?:\.\d)?分|[【[])\S/.test(
    folded.slice(to, to + 14),
  );
  return Array.from(folded.slice(from, to).matchAll(CHROME_INLINE), ({ 0: found, index }) => ({
    from: from + index,
    to: from + index + found.length,
    instead: '',
  })).filter((cut) => !isHead || cut.to < to);
}
