import { CUE } from './lexer/evidence.ts';

/** A model answer that follows its question without any label: the question ends with its first sentences that ask. */
export function divideShort(stem: string, isTerm = true): { stem: string; answer: string } | null {
  const text = stem.trim();
  const term =
    !isTerm || BLANK_LINE.test(text)
      ? null
      : /^([^\n:：。?？,，—]{1,16})(?:\n|(?<!\d)[:：]|[:：](?!\d)|——)\s*(\S[\s\S]{5,})$/.exec(text);
  const sentences = text.match(/[^。?？!！\n]+[。?？!！\n]*/g) ?? [];
  const asks = sentences.map(isAsking);
  // A line of its own, and a text that ends without a question mark, though it may speak of concepts and of what was discussed.
  const isOwnLine =
    term !== null && /^[^\n:：]*\n/.test(text) && (term[2] ?? '').length >= 30 && !/[?？]\s*$/.test(text);
  if (term && !isAsking(term[1] ?? '') && (isOwnLine || !isAsking(sentences.at(-1) ?? '')))
    return { stem: term[1] ?? '', answer: term[2] ?? '' };
  if (!asks.some(Boolean)) return term ? { stem: term[1] ?? '', answer: term[2] ?? '' } : null;
  let end = asks.indexOf(true) + 1;
  while (end < sentences.length && (asks[end] || goesOn(sentences[end - 1] ?? '', sentences[end] ?? ''))) end++;
  const head = sentences.slice(0, end).join('');
  const answer = text.slice(head.length).trim();
  return answer.length >= 6 && /[\p{L}]{3}/u.test(answer) ? { stem: head, answer } : null;
}

/** `(1)计算….` and `(2)列出…` behind it: both are asked. */
function goesOn(before: string, sentence: string): boolean {
  const number = (text: string): number => Number(/^\s*[(（](\d)[)）]/.exec(text)?.[1]);
  return number(before) + 1 === number(sentence);
}

/** What is to be filled in defines nothing. */
const BLANK_LINE = /_{3}/;

function isAsking(sentence: string): boolean {
  CUE.lastIndex = 0;
  return !/^\s*[(（]?[①-⑩\d]{1,2}[)）.、。]?\s*\S/.test(sentence) ? CUE.test(sentence) : /[?？]\s*$/.test(sentence);
}
