import type { FlatText } from './flat-text.ts';
import type { Found, FoundDoubt, Labelled, Section } from './found.ts';
import { keyAt } from './lexer/key-text.ts';
import type { Mark } from './lexer/marks.ts';
import { type OptionText, type SplitOptions, splitOptions } from './options.ts';
import { type Parts, partsOf } from './parts.ts';
import { readStem } from './stem.ts';

/** Where a question stands. */
export interface Span {
  readonly number: number | null;
  /** Includes a tag or brackets ahead of the number. */
  readonly at: number;
  /** Behind the number. */
  readonly from: number;
  readonly to: number;
}

/** Reads one question from its stretch of text. `usual` is how many options questions have around here. */
export function readItem(
  flat: FlatText,
  marks: readonly Mark[],
  span: Span,
  section: Section | null,
  usual: number,
): Found {
  const parts = withKeyAhead(partsOf(flat, marks, span.from, span.to));
  const { raw, text } = parts.stem;
  const labelled = splitOptions(raw, text, usual);
  const isOpen = section?.type === 'case' || section?.type === 'short';
  // `(a) Identify … (8 points)`: what is asked of a case, each for points of its own.
  const split = isOpen && labelled?.options.every((option) => ASKS.test(option.raw.trim())) ? null : labelled;
  const doubts: FoundDoubt[] = [];
  const rules = ['number'];
  const say = (code: FoundDoubt['code'], params: FoundDoubt['params'] = {}): void => {
    doubts.push({ code, at: span.from, params });
  };
  const stem = readStem(
    split ? raw.slice(0, split.stemEnd) : raw,
    flat.raw.slice(span.at, span.from),
    section?.type === 'boolean',
  );
  if (split) rules.push(`options-${split.how}`);
  if (split?.how === 'glued') say('OPTIONS_RUN_TOGETHER');
  if (split?.how === 'jumped') say('OPTION_MISSING');
  const last = split && lastUnlabelled(split, usual, parts);
  if (last) say('OPTION_MISSING', { letter: last.id });
  const rest = last ? '' : (split?.rest.trim() ?? '');
  if (rest.length > 3 && !KEY_BELOW.test(rest)) say('LOOSE_TEXT', { text: rest.slice(0, 40) });
  const answer = parts.answer ?? null;
  if (answer) rules.push('answer-label');
  return {
    number: span.number,
    from: span.at,
    to: span.to,
    tag: stem.tag ?? tagSaid(parts),
    section,
    // A number that could not be read as one is none of the question's words.
    stem: span.number === null ? stem.stem.replace(/^\s*\d{1,3}[ ]?[.、．·][ ]?(?=\D)/, '') : stem.stem,
    material: '',
    options: [...(split?.options ?? []), ...(last ? [last] : [])],
    rest,
    answer: withoutPromise(answer) ?? parts.solution,
    inline: stem.inline || split?.marked || KEY_BELOW.exec(rest)?.[1] || '',
    filled: stem.filled,
    explanation: [
      withoutEmpty(parts.explanation) || stem.note || (NOTE.exec(rest)?.[1] ?? ''),
      answer && parts.solution ? parts.solution.raw : '',
    ]
      .filter(Boolean)
      .join('\n'),
    points: stem.points ?? numberIn(parts.said.points),
    difficulty: difficultyIn(parts.said.difficulty),
    topic: (parts.said.topic ?? '').replace(/[。.;；]$/, ''),
    doubts,
    rules,
  };
}

/** The one line between the options, one less than usual, and the label of the answer: the last option has lost its letter. */
function lastUnlabelled({ options, how, rest }: SplitOptions, usual: number, { answer }: Parts): OptionText | null {
  const line = rest.trim();
  const isOne = usual >= 4 && options.length === usual - 1 && how === 'labels' && answer !== null;
  return isOne && /^[\u4e00-\u9fff“\d][^\n:：]{3,60}$/.test(line)
    ? { id: String.fromCharCode(65 + options.length), raw: line }
    : null;
}

const ASKS =
  /[(（]\d{1,2}[ ]?(?:分|points?|marks?)[)）]$|[?？]$|^(?:what|how|why|identify|suggest|explain|describe|list|give|state)\b/i;

/** `(注:…)` below the options. */
const NOTE = /^[(（]注[:：]\s*([\s\S]{4,}?)[)）]$/;

/** `(B)` on a line of its own below the options. */
const KEY_BELOW = /^[(（[【]\s{0,3}([A-Ha-h①-⑧](?:\s?[、,，;~-]?\s?[A-Ha-h①-⑧]){0,7}|全选)\s{0,3}[)）\]】]$/;

/** `开通会员后查看` answers nothing. */
const withoutPromise = (answer: Labelled | null): Labelled | null =>
  answer && PROMISE.test(answer.text.trim()) ? null : answer;

const PROMISE =
  /^(?:请)?(?:[(（【]?)(?:开通|升级|登录|登陆|购买|加入|成为|关注)[^\n。]{0,14}(?:查看|可见|显示|解锁|获取)[)）】]?[。!！]?$|^(?:暂无答案|无答案|答案未公布)[。]?$/;

/** `略` explains nothing. */
function withoutEmpty(given: string): string {
  // What comes next is announced on the last line.
  const explanation = given.replace(/(?:^|\n)\s*(?:案例|案情|材料|资料)[ ]?[一二三四五六七八九十\d]{1,2}\s*$/, '');
  const none =
    /^\s*(?:略|无|暂无(?:解析|答案解析)?(?:[,，][^\n。]{0,12})?|没有解析|N\/?A|-+|[上下]一题(?:[（(]\d{0,3}[/／]?\d{0,3}[)）])?)[。.]?[ ]*(?:\n|$)/i.exec(
      explanation,
    );
  if (!none) return explanation;
  const rest = explanation.slice(none[0].length);
  return /[。.!?？]/.test(rest) ? rest : '';
}

/** `答案:B` may stand before the options. */
function withKeyAhead(parts: Parts): Parts {
  const { answer, stem } = parts;
  if (!answer) return parts;
  const lead = /^\s*/.exec(answer.text)?.[0].length ?? 0;
  const key = keyAt(answer.text, lead);
  if (!key || splitOptions(stem.raw, stem.text)) return parts;
  const behind = { raw: answer.raw.slice(key.end), text: answer.text.slice(key.end) };
  const split = splitOptions(behind.raw, behind.text);
  if (!split || behind.text.slice(0, split.stemEnd).trim().length > 2) return parts;
  return {
    ...parts,
    stem: { raw: `${stem.raw}\n${behind.raw}`, text: `${stem.text}\n${behind.text}` },
    answer: { raw: answer.raw.slice(0, key.end), text: answer.text.slice(0, key.end) },
  };
}

const tagSaid = ({ said }: Parts): Found['tag'] => (said.type ? readStem(`【${said.type}】`, '').tag : null);

function numberIn(text: string | undefined): number | null {
  const found = /\d{1,3}(?:\.\d{1,2})?/.exec(text ?? '');
  return found ? Number(found[0]) : null;
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^(?:很|非常|极)(?:容?易|简单)|^very easy/i, 1],
  [/^(?:较|比较)(?:容?易|简单)|^(?:容易|易|简单|低|初级|easy|基础)/i, 2],
  [/^(?:中|一般|适中|medium|moderate|普通)/i, 3],
  [/^(?:很|非常|极)难|^very (?:hard|difficult)/i, 5],
  [/^(?:较|比较)?(?:难|困难|高)|^(?:hard|difficult)/i, 4],
];

/** 1 to 5; a coefficient such as 0.65 is the share that gets it right. */
export function difficultyIn(text: string | undefined): number | null {
  if (!text) return null;
  const stars = /^[★⭐*]{1,5}/.exec(text)?.[0].length;
  if (stars) return stars;
  const number = /^\d(?:\.\d{1,2})?/.exec(text)?.[0];
  if (number?.includes('.')) return Math.min(5, Math.max(1, 5 - Math.floor(Number(number) * 5)));
  if (number && Number(number) >= 1 && Number(number) <= 5) return Number(number);
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
