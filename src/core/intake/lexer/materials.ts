import { HAN_DIGITS, wholeNumber } from './han-number.ts';

/** Where a text begins that several questions, or one open question, are about. */
export interface MaterialMark {
  readonly at: number;
  readonly end: number;
  /** The questions it is for, where it says so: `根据以下材料回答16-18题`. */
  readonly range: readonly [number, number] | null;
}

const NUMBER = `(?:[${HAN_DIGITS}]{1,2}|\\d{1,2}|[A-D](?![A-Za-z]))`;
const NAMED = new RegExp(
  `(?<=^|\\n[ ]{0,8}(?:\\d{1,3}[ ]{1,3})?|\\d[.、)][ ]{0,3}|[。;；!?？)）】]|[ ]{2}|分析题?|\\d分[)）]?|[:：])(?:【|\\[|\\()?(?:案例|案情|材料|资料|情[景境]|背景|case|scenario|passage)(?:分析|材料|资料|描述|背景|介绍)?[ ]?(?:(${NUMBER})(?:】|\\]|\\))?(?:[ ]{0,3}第[ ]?[\\d${HAN_DIGITS}]{1,3}[ ]?题)?(?:[ ]?[(（](?:[^()（）\\n]{0,12}\\d[ ]?分|\\d{1,2}[ ]?[/／][ ]?\\d{1,2})[)）])?[ ]{0,2}(?:[:：.、,，]|(?=\\n)|(?=[ ])|(?=背景|材料|案例))|(?:】|\\]|\\))[:：]?|[:：])(?:[ ]{0,2}(?:背景|案例)(?:材料|资料)[:：])?[ ]{0,3}`,
  'gi',
);
/** `【资料一】甲公司…`, with the passage right behind. */
const BRACKETED = new RegExp(
  `(?<=^|\\n[ ]{0,8})[【[](?:案例|案情|材料|资料|情[景境])(?:分析)?[ ]?${NUMBER}[】\\]][ ]{0,2}(?=\\S)`,
  'g',
);
const BACKGROUND = /(?<=^|\n[ ]{0,8}|[。;；)题])背景(?:材料|资料|信息|描述)[ ]?[:：][ ]{0,3}/g;
const READ =
  /(?:【题[组組]】[ ]{0,2})?(?:阅读|根据|依据|结合|针对|[请請]?依|请(?:阅读|根据))?(?:(?:下面|下列|以下|上述|所给|下述)(?:的)?(?:案例|材料|资料|情[景境]|短文|文字|内容|背景)|下文)(?:[^\n。:：]{0,16}?(?:回答|完成|作答)[^\n。:：]{0,4}?第?[ ]?\(?(\d{1,3})\)?[ ]?[-~至到、—][ ]?\(?(\d{1,3})\)?[ ]?(?:小)?题?|[^\n。:：]{0,16}(?:回答|完成|作答)[^\n。:：]{0,10}(?:题|问题))[。:：.]?[ ]{0,3}/g;
/** `9.阅读材料,回答问题。`, as what question 9 says. */
const READ_SHORT =
  /(?<=\d[ ]?[.、)]?[ ]{0,3})(?:阅读|根据|依据)(?:材料|案例|资料|短文)[ ]?[,，]?[ ]?(?:并)?(?:回答|完成)(?:下列|以下|后面的?|相关)?问题[。:：.]?[ ]{0,3}/g;
const RANGE =
  /(?:(?<=^|\n[ ]{0,8})(?:共用|共享)(?:材料|案例|资料|题干|选项)[ ]{0,2})?[([【][ ]?(?:第[ ]?)?(\d{1,3})[ ]?[-~至到][ ]?(\d{1,3})[ ]?题?[ ]?(?:(?:共用|题|配伍|共享)[^)\]】\n]{0,16}[)\]】]|[)\]】](?:[ ]{0,2}(?:配伍题|共用|共享|备选答案)[^\n]{0,12})?[ ]{0,3}(?=\n[ ]{0,8}\(?A))[ ]{0,3}/g;

/** `阅读材料,完成14~17题。` on a line of its own. */
const READ_RANGE =
  /(?<=^|\n[ ]{0,8})(?:请)?(?:阅读|根据|依据)(?:材料|案例|资料|短文)[ ]?[,，]?[ ]?(?:并)?(?:回答|完成)第?[ ]?(\d{1,3})[ ]?[-~至到][ ]?(\d{1,3})[ ]?小?题[。:：.]?[ ]{0,3}/g;

/** Options on a line or more, and right below them for which questions they are. */
const OPTIONS_AHEAD =
  /^[ ]{0,8}A[.、][^\n]{1,200}\n(?:[ ]{0,8}[B-H][.、][^\n]{1,100}\n){0,7}(?=[ ]{0,8}[(（【[]?(\d{1,3})[-~至](\d{1,3})题共用备选答案)/gm;

/** `二、配伍题(第7~10题,…五个备选答案供各题共用)`, and the options right below. */
const HEAD_OF_SHARED =
  /^[^\n]{0,40}?(\d{1,3})[ ]?[-~至到][ ]?(\d{1,3})[ ]?题[^\n]{0,80}(?:共用|共享|配伍)[^\n]{0,60}\n\s{0,8}(?=A[.、])/gm;

/** `第 13~16 题 [共用选项题]`, all of its line. */
const SHARED_LINE =
  /^[ ]{0,8}第[ ]?(\d{1,3})[ ]?[-~至到][ ]?(\d{1,3})[ ]?题[ ]{0,3}[[【(]?(?:共用|共享|配伍)[^\n]{0,16}$\n?/gm;

/** `Material for questions 5-7:` */
const FOR_QUESTIONS =
  /(?<=^|\n[ ]{0,8})(?:case|material|passage|scenario|text)[ ]for[ ]questions?[ ](\d{1,4})(?:[ ]?(?:[-–~]|to)[ ]?(\d{1,4}))?[ ]?[:：][ ]{0,3}/gi;

export function materialsIn(text: string): MaterialMark[] {
  const found: MaterialMark[] = [];
  for (const match of text.matchAll(NAMED))
    found.push({ at: match.index, end: match.index + match[0].length, range: null });
  for (const pattern of [BRACKETED, BACKGROUND])
    for (const match of text.matchAll(pattern))
      found.push({ at: match.index, end: match.index + match[0].length, range: null });
  for (const pattern of [READ, READ_SHORT, READ_RANGE, RANGE, SHARED_LINE, FOR_QUESTIONS])
    for (const match of text.matchAll(pattern)) {
      const [, from, to = from] = match;
      const range = from && to ? ([wholeNumber(from) ?? 0, wholeNumber(to) ?? 0] as const) : null;
      found.push({ at: match.index, end: match.index + match[0].length, range });
    }
  for (const { 0: whole, 1: from = '', 2: to = '', index } of text.matchAll(HEAD_OF_SHARED))
    found.push({ at: index + whole.length, end: index + whole.length, range: [Number(from), Number(to)] });
  for (const match of text.matchAll(OPTIONS_AHEAD)) {
    const [, from = '', to = ''] = match;
    found.push({ at: match.index, end: match.index, range: [Number(from), Number(to)] });
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end);
  return joined(found, text);
}

/** `案例一` and the `背景材料:` behind it are one beginning. */
function joined(marks: readonly MaterialMark[], text: string): MaterialMark[] {
  const out: MaterialMark[] = [];
  for (const mark of marks) {
    const last = out.at(-1);
    if (last && mark.at < last.end) continue;
    // Options stand ahead, and for which questions they are below them.
    if (last?.range && mark.range && last.range[0] === mark.range[0] && last.range[1] === mark.range[1]) continue;
    // `根据上述材料` looks back: it says which questions the passage before it is for.
    if (
      last &&
      last.range === null &&
      /^.{2,4}(?:上述|以上)/.test(text.slice(mark.at, mark.at + 8)) &&
      mark.at - last.end < 1500
    ) {
      out[out.length - 1] = { ...last, range: mark.range };
      continue;
    }
    if (
      last &&
      text.slice(last.end, mark.at).trim().length <= 12 &&
      !/[。?？]|\d[.、)]/.test(text.slice(last.end, mark.at))
    )
      out[out.length - 1] = { ...last, end: mark.end, range: last.range ?? mark.range };
    else out.push(mark);
  }
  return out;
}
