import { countIn, firstAtLeast } from './lexer/evidence.ts';
import type { Lexed } from './lexer/lexed.ts';

/** What stands between a number and the next that speaks for or against a question. */
export interface Counts {
  readonly runs: number;
  readonly strong: number;
  readonly answers: number;
  readonly blanks: number;
  readonly truths: number;
  readonly keys: number;
  readonly cues: number;
  readonly asks: boolean;
  /** `[单选]` says what it is. */
  readonly tagged: boolean;
  /** The explanation stands before the answer. */
  readonly explainedFirst: boolean;
  readonly length: number;
  /** Something stands in brackets in the sentence: a blank that is filled in. */
  readonly filled: boolean;
  /** Ends as one of a list does, `…;`. */
  readonly listed: boolean;
  /** Ends with what it is worth: `…(10分)`. */
  readonly scored: boolean;
  /** Something stands on the line of a blank: `_敏感元件_`. */
  readonly underlined: boolean;
  /** A term, a colon, and what it means. */
  readonly defines: boolean;
  /** Behind the end of a sentence. */
  readonly clean: boolean;
}

export function countsIn(lexed: Lexed, at: number, from: number, to: number, first: boolean): Counts {
  const answers = countIn(lexed.answers, from, to);
  const firstAnswer = lexed.answers[firstAtLeast(lexed.answers, from)] ?? to;
  const stemEnd = Math.min(to, firstAnswer, lexed.runs[firstAtLeast(lexed.runs, from)] ?? to, from + 400);
  // An explanation may quote the answer once more.
  const firstExplanation = lexed.explanations[firstAtLeast(lexed.explanations, from)] ?? to;
  const quoted = firstExplanation < to ? countIn(lexed.answers, firstExplanation, to) : 0;
  return {
    runs: countIn(lexed.runs, from, to) || circledRuns(lexed.text, from, to),
    strong: countIn(lexed.strongRuns, from, to),
    answers: answers - (answers - quoted > 0 ? Math.min(quoted, 1) : 0),
    blanks: countIn(lexed.blanks, at, stemEnd),
    truths: countIn(lexed.truths, at, Math.min(to, from + 400)),
    keys: countIn(lexed.keys, at, stemEnd),
    cues: countIn(lexed.cues, from, Math.min(stemEnd, from + 160)),
    explainedFirst: firstExplanation < Math.min(firstAnswer, to),
    asks: /[?？]/.test(lexed.text.slice(from, Math.min(stemEnd, from + 160))),
    tagged: isTagged(lexed.text, at, from, to) || (answers === 0 && countIn(lexed.givens, from, to) > 0),
    length: to - from,
    filled: /[\u4e00-\u9fff、,，:：][ ]?[(（][^()（）\n]{1,12}[)）][\u4e00-\u9fff。、,，]/.test(
      lexed.text.slice(from, Math.min(to, from + 120)),
    ),
    listed: /[;；]\s*$/.test(lexed.text.slice(Math.max(from, to - 4), to)),
    scored: /[(（][ ]?\d{1,2}(?:\.5)?[ ]?分[)）][。]?\s*$/.test(lexed.text.slice(Math.max(from, to - 16), to)),
    underlined: isUnderlined(lexed.text, from, stemEnd),
    defines: DEFINES.test(lexed.text.slice(from, Math.min(to, from + 40))),
    clean: first || /[。.?？!！;；)）:：][ ]{0,2}$/.test(lexed.text.slice(Math.max(0, at - 3), at)),
  };
}

/** 1 where options numbered ① to ③ stand near the beginning of a stretch, else 0. */
export const circledRuns = (text: string, from: number, to: number): number =>
  /①[^①-⑳]{1,60}②[^①-⑳]{1,60}③/.test(text.slice(from, Math.min(to, from + 200))) ? 1 : 0;
/** Whether a question says what kind it is, ahead of its text or behind it. */
export const isTagged = (text: string, at: number, from: number, to: number): boolean =>
  TAGGED.test(text.slice(at, Math.min(to, from + 16))) || TAG_BEHIND.test(text.slice(from, Math.min(to, from + 200)));

/** `…的是[单选题]*`, at the end of the first line, as forms have it. */
const TAG_BEHIND = /^[^\n]{2,180}[【[(](?:单选|多选|判断|填空|简答|排序)题[】\])][ ]?\*?[ ]*\n/;

/** Whether something stands on the line of a blank near the beginning of a stretch. */
export const isUnderlined = (text: string, from: number, to: number): boolean =>
  UNDERLINED.test(text.slice(from, Math.min(to, from + 200)));

const UNDERLINED = /(?<!_)_{1,2}[ ]?[^\s_，,。；;、][^\n_，,。；;]{0,30}_/;
const DEFINES = /^[^\n:：。?？!！;；,，—]{1,18}(?:[:：]|——)[ ]?[^\s:：][^\n]{7}/;
const TAGGED =
  /[【[(][ ]?(?:单项?选?择?|多项?选?择?|不定项选?择?|判断|填空|简答|问答|名词解释|排序|案例(?:分析)?)题?[ ,，、)\]】]/;
