import { type Item, indexOfLetter, type Question, questionsIn } from '../bank/item.ts';

/** What of an item's texts matters beside other items on the same form. */
export interface Profile {
  /** Stems, and the material of a case, folded. */
  readonly text: string;
  /** Every three characters in a row. */
  readonly grams: ReadonlySet<string>;
  /** Folded; none for a case, whose parts have options of their own. */
  readonly options: ReadonlySet<string>;
  /** Texts that answer the item and are long enough to be known again in another stem. */
  readonly keys: readonly string[];
}

/** A shorter key is a word like any other: 客户 stands in every second stem. */
const KEY_LENGTH = 4;
export const GRAM_LENGTH = 3;

export function profileOf(item: Item): Profile {
  const questions = questionsIn(item);
  const material = item.type === 'case' ? item.material : '';
  const text = foldHard([material, ...questions.map(({ stem }) => stem)].join('\n'));
  const keys = questions.flatMap(keyTexts).map(foldHard);
  return {
    text,
    grams: gramsOf(text),
    options: new Set('options' in item ? item.options.map(foldHard) : []),
    keys: keys.filter((key) => key.length >= KEY_LENGTH),
  };
}

/** Texts any of which, read elsewhere, answers the question. A key of several options is not given away by one of them. */
function keyTexts(question: Question): readonly string[] {
  switch (question.type) {
    case 'single':
      return [question.options[indexOfLetter(question.key)] as string];
    case 'blank':
      return question.blanks.flatMap(({ accept }) => accept);
    default:
      return [];
  }
}

/** Letters and digits alone: width, case, spaces and punctuation are no difference between two stems. */
const foldHard = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (let at = 0; at + GRAM_LENGTH <= text.length; at++) grams.add(text.slice(at, at + GRAM_LENGTH));
  if (grams.size === 0 && text !== '') grams.add(text);
  return grams;
}
