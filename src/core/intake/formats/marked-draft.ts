import { blankCount } from '../../bank/blanks.ts';
import { LETTERS } from '../../bank/item.ts';
import type { Doubt, DoubtCode, Draft, DraftAnswer, DraftType } from '../draft.ts';
import { confidenceOf, damageIn } from '../settle.ts';

/** A question as a format marks it; what it does not say is left away. */
export interface Marked {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly type: DraftType;
  readonly stem: string;
  readonly options?: readonly string[];
  readonly answer: DraftAnswer;
  readonly accepted?: readonly (readonly string[])[];
  readonly material?: string;
  readonly explanation?: string;
  readonly points?: number | null;
  readonly topic?: string;
  readonly id?: string | null;
  readonly doubts?: readonly MarkedDoubt[];
}

export interface MarkedDoubt {
  readonly code: DoubtCode;
  readonly params?: Doubt['params'];
}

/** A draft of what is marked, with the doubts that any reader would have: no key, no such option, damaged characters. */
export function markedDraft(marked: Marked): Draft {
  const { file, line, endLine, type, answer, material = '', explanation = '', id = null, accepted } = marked;
  const stem = marked.stem.trim();
  const options = (marked.options ?? []).map((text, index) => ({ id: LETTERS[index] ?? `${index + 1}`, text }));
  const doubts: Doubt[] = [...(marked.doubts ?? []), ...keyDoubts(marked)].map(
    ({ code, params = {} }): Doubt => ({ code, line, params }),
  );
  doubts.push(...damageIn({ stem, options, explanation, material }, line));
  return {
    type,
    number: null,
    stem,
    material,
    options,
    answer,
    explanation: explanation.trim(),
    points: marked.points ?? null,
    section: null,
    difficulty: null,
    topic: marked.topic ?? '',
    source: { file, line, endLine },
    confidence: confidenceOf(doubts),
    doubts,
    rules: ['marked'],
    ...(id === null ? {} : { id }),
    ...(accepted?.some(({ length }) => length > 1) ? { accepted } : {}),
  };
}

function keyDoubts({ type, stem, answer, options = [], doubts = [] }: Marked): MarkedDoubt[] {
  const asksLetters = type === 'single' || type === 'multiple' || type === 'ordering';
  if (asksLetters && options.length < 2) return [{ code: 'NO_OPTIONS' }];
  if (answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0))
    return doubts.some(({ code }) => code.startsWith('KEY_')) ? [] : [{ code: 'NO_KEY' }];
  if (type === 'blank' && Array.isArray(answer)) {
    const blanks = blankCount(stem);
    return blanks === 0 || blanks === answer.length
      ? []
      : [{ code: 'BLANK_COUNT', params: { blanks, answers: answer.length } }];
  }
  const strays = asksLetters
    ? [...String(answer)].filter((letter) => LETTERS.indexOf(letter) >= options.length).join('')
    : '';
  return strays === '' ? [] : [{ code: 'KEY_NOT_AN_OPTION', params: { letters: strays } }];
}

/** The id of an item in what our own exports call a question, `bank/item`; null for parts of cases and any other name. */
export const idInRef = (name: string): string | null =>
  /^[a-z0-9][a-z0-9-]*\/([a-z0-9][a-z0-9-]*)$/.exec(name.trim())?.[1] ?? null;
