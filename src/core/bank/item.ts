/** The option letter of the bank, `A` for the first option whatever place it is shown in. */
export type Letter = string;

export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const letterAt = (index: number): Letter => LETTERS[index] as Letter;
export const indexOfLetter = (letter: Letter): number => LETTERS.indexOf(letter);

/**
 * A bank's items after reading: every shorthand of the file format resolved, every reference checked.
 * Texts are Markdown-light and may hold anything a bank author typed; the screen makes them harmless.
 */
export type Item = Question | Case;

/** What is asked, answered, graded and scheduled on its own. */
export type Question = Single | Multiple | Truth | Blank | Ordering | Short;
export type QuestionType = Question['type'];
export type ItemType = Item['type'];

/** As `--type` names them. */
export const ITEM_TYPES: readonly ItemType[] = ['single', 'multiple', 'boolean', 'blank', 'ordering', 'short', 'case'];

interface Common {
  /** `trait-perishable`; a case's sub-question is `case-id#n`, n from 1. */
  readonly id: string;
  /** Dotted path of the topic; empty for none. */
  readonly topic: string;
  /** 1 to 5. */
  readonly difficulty: number;
  readonly tags: readonly string[];
  readonly stem: string;
  readonly explanation: string;
  readonly source: string;
  /** A hash of what matters to an answer: stem, options, key. */
  readonly revision: string;
  /** Rules of item writing that do not hold for it, each with the reason why. */
  readonly allow?: Readonly<Record<string, string>>;
}

interface Choice extends Common {
  readonly options: readonly string[];
  /** False where the author forbade it. */
  readonly shuffle: boolean;
}

export interface Single extends Choice {
  readonly type: 'single';
  readonly key: Letter;
}

export interface Multiple extends Choice {
  readonly type: 'multiple';
  /** In the order of the alphabet. */
  readonly key: readonly Letter[];
}

export interface Truth extends Common {
  readonly type: 'boolean';
  readonly key: boolean;
}

export interface Blank extends Common {
  readonly type: 'blank';
  readonly blanks: readonly BlankKey[];
  /** Groups of blank numbers (from 1) whose texts may stand in any order. */
  readonly anyOrder: readonly (readonly number[])[];
}

export interface BlankKey {
  /** Accepted texts; the first is the one that is shown. */
  readonly accept: readonly string[];
  /** Only the very text counts. */
  readonly exact: boolean;
  /** A unit that may be typed or left out; empty for none. */
  readonly unit: string;
  readonly points: number;
}

export interface Ordering extends Choice {
  readonly type: 'ordering';
  /** All letters, first to last. */
  readonly key: readonly Letter[];
}

export interface Short extends Common {
  readonly type: 'short';
  /** The model answer. */
  readonly answer: string;
  readonly points: readonly KeyPoint[];
}

export interface KeyPoint {
  readonly text: string;
  readonly keywords: readonly string[];
  readonly points: number;
}

export interface Case extends Omit<Common, 'stem'> {
  readonly type: 'case';
  readonly title: string;
  readonly material: string;
  readonly items: readonly Question[];
}

/** What an item asks: the parts of a case, or the one question that it is. */
export const questionsIn = (item: Item): readonly Question[] => (item.type === 'case' ? item.items : [item]);
