import type { Letter } from '../core/bank/item.ts';
import { parseLetters, parseTruth } from '../core/bank/letters.ts';
import type { Response } from '../core/grading/mark.ts';
import type { OptionCard, QuestionCard, VerdictCard } from './ask/cards.ts';
import { safeLine, safeText } from './safe-text.ts';

/** What a line of input means in plain mode. */
export type PlainLine =
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  | { readonly kind: 'answer'; readonly response: Response; readonly guess: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-understood' };

/** Commands begin with a colon, half or full width, and so may their letters be. */
export function parseCommand(line: string): Extract<PlainLine, { kind: 'command' }> | null {
  const match = /^\s*[:：]\s*([a-zａ-ｚ?？+＋1-4１-４]+)\s*(.*)$/i.exec(line);
  return match
    ? {
        kind: 'command',
        name: (match[1] as string).normalize('NFKC').toLowerCase(),
        rest: (match[2] as string).trim(),
      }
    : null;
}

/** A line that answers a choice: labels as shown, 对/错, an order; a trailing ? marks a guess; 0 says "don't know". */
export function parseChoice(line: string, card: QuestionCard): PlainLine {
  const command = parseCommand(line);
  if (command) return command;
  const text = line.normalize('NFKC').trim();
  const guess = /\?$/.test(text);
  const said = text.slice(0, endOfAnswer(text)).trim();
  if (said === '0') return answer(noChoice(card), false);
  const response = card.type === 'boolean' ? truthOf(said) : lettersOf(said, card);
  return response ? answer(response, guess) : { kind: 'not-understood' };
}

/** Where the marks of a guess begin. */
function endOfAnswer(text: string): number {
  let end = text.length;
  while (text[end - 1] === '?') end--;
  return end;
}

const answer = (response: Response, guess: boolean): PlainLine => ({ kind: 'answer', response, guess });

const noChoice = (card: QuestionCard): Response =>
  card.type === 'boolean' ? { kind: 'truth', value: null } : { kind: 'letters', letters: [] };

function truthOf(said: string): Response | null {
  const value = /^a$/i.test(said) ? true : /^b$/i.test(said) ? false : parseTruth(said);
  return value === null ? null : { kind: 'truth', value };
}

function lettersOf(said: string, card: QuestionCard): Response | null {
  const labels = parseLetters(said);
  if (!labels) return null;
  const letters = labels.map((label) => card.options.find((option) => option.label === label)?.letter);
  if (letters.some((letter) => letter === undefined)) return null;
  const chosen = [...new Set(letters as Letter[])];
  if (card.type === 'single' && chosen.length !== 1) return null;
  if (card.type === 'ordering' && chosen.length !== card.options.length) return null;
  return { kind: 'letters', letters: card.type === 'multiple' ? chosen.sort() : chosen };
}

/** Numbers of key points; an empty line accepts the suggestion, 0 means none. Null where it is no list of numbers. */
export function parsePoints(line: string, suggested: readonly number[], count: number): readonly number[] | null {
  const text = line.normalize('NFKC').trim();
  if (text === '') return suggested;
  if (text === '0') return [];
  if (!/^[\d\s,、;.]+$/.test(text)) return null;
  const spaced = /[\s,、;.]/.test(text) ? text.split(/[\s,、;.]+/).filter(Boolean) : count < 10 ? [...text] : [text];
  const numbers = spaced.map(Number);
  return numbers.every((n) => n >= 1 && n <= count) ? [...new Set(numbers)].sort((a, b) => a - b) : null;
}

/** The question as lines that stand by themselves; a case's material only where it is asked for. */
export function plainQuestion(
  card: QuestionCard,
  withMaterial: boolean,
  words: { readonly material: string; readonly note: string },
): string[] {
  const lines = [
    '',
    safeLine([card.position, ...card.heading.filter(Boolean)].join(' · ')) + (card.starred ? ' ★' : ''),
  ];
  if (withMaterial && card.material)
    lines.push(`${words.material} ${safeLine(card.caseTitle)}`.trim(), safeText(card.material));
  lines.push(safeText(card.stem));
  for (const option of card.options) lines.push(plainOption(option));
  if (card.note) lines.push(`${words.note} ${safeText(card.note)}`);
  return lines;
}

const plainOption = ({ label, text }: OptionCard): string => `  ${label}. ${safeLine(text)}`;

/** Verdict, key, explanation and when it comes back. */
export function plainVerdict(verdict: VerdictCard, glyph: string, words: { readonly key: string }): string[] {
  const lines = [`${glyph} ${safeLine(verdict.headline)}`, ...verdict.remarks.map((remark) => `  ${safeLine(remark)}`)];
  const key = verdict.key.map(safeLine);
  if (key.length === 1) lines.push(`${words.key} ${key[0]}`);
  else if (key.length > 1) lines.push(words.key, ...key.map((text) => `  ${text}`));
  if (verdict.explanation) lines.push(safeText(verdict.explanation));
  if (verdict.next) lines.push(verdict.next);
  return lines;
}
