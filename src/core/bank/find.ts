import { type Bank, type BankQuestion, questionsOf } from './bank.ts';

/** Where a text was found. */
export type Field = 'id' | 'stem' | 'option' | 'answer' | 'explanation' | 'material';

export interface Match {
  readonly question: BankQuestion;
  readonly field: Field;
  /** The text it was found in, and where in it. */
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

/** The initials of a text's characters in pinyin, one for each UTF-16 unit, so that places agree. */
export type Initials = (text: string) => string;

/**
 * Questions that say the text, in stem, options, answer, explanation or material; or whose characters begin like it in
 * pinyin (`kht` finds 客户投诉). Each question once, at the first field that has it.
 */
export function findInBanks(banks: readonly Bank[], wanted: string, initials: Initials | null): Match[] {
  const plain = foldedKeepingPlaces(wanted.trim());
  if (plain === '') return [];
  return banks.flatMap(questionsOf).flatMap((question): Match[] => {
    for (const [field, text] of fieldsOf(question)) {
      const found = placeIn(text, plain, initials);
      if (found !== null) return [{ question, field, text, at: found, length: plain.length }];
    }
    return [];
  });
}

function placeIn(text: string, wanted: string, initials: Initials | null): number | null {
  const at = foldedKeepingPlaces(text).indexOf(wanted);
  if (at >= 0) return at;
  const begins = initials ? initials(text).indexOf(wanted) : -1;
  return begins >= 0 ? begins : null;
}

/** Case and width aside, unit by unit: what is found stands where it was found. */
const foldedKeepingPlaces = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function fieldsOf({ question, parent }: BankQuestion): [Field, string][] {
  const options = 'options' in question ? question.options.map((text): [Field, string] => ['option', text]) : [];
  const answers: [Field, string][] =
    question.type === 'short'
      ? [['answer', question.answer], ...question.points.map(({ text }): [Field, string] => ['answer', text])]
      : question.type === 'blank'
        ? question.blanks.flatMap(({ accept }) => accept.map((text): [Field, string] => ['answer', text]))
        : [];
  return [
    ['stem', question.stem],
    ...options,
    ...answers,
    ['explanation', question.explanation],
    ['material', parent?.material ?? ''],
    ['id', question.id],
  ];
}
