import type { Letter, QuestionType } from '../../core/bank/item.ts';
import type { Cause } from '../../core/drill/cause.ts';

/** A question ready to be shown: texts as they stand in the bank, options in the order of this sitting. */
export interface QuestionCard {
  /** `3/20`. */
  readonly position: string;
  readonly type: QuestionType;
  /** What the header says: type, topic, why it is asked. */
  readonly heading: readonly string[];
  readonly starred: boolean;
  readonly note: string;
  readonly caseTitle: string;
  readonly material: string;
  readonly stem: string;
  /** In the order shown; empty for typed answers. */
  readonly options: readonly OptionCard[];
  /** How many texts are to be typed; 0 for choices, 1 for a short answer. */
  readonly fields: number;
  /** Key points of a short answer, with their points. */
  readonly keyPoints: readonly string[];
}

export interface OptionCard {
  /** The bank's own letter. */
  readonly letter: Letter;
  /** The letter it stands under in this sitting. */
  readonly label: Letter;
  readonly text: string;
}

/** What became of an answer. */
export interface VerdictCard {
  readonly outcome: 'right' | 'partial' | 'wrong';
  /** `对` with what else there is to say in a few words: marks, guess, time. */
  readonly headline: string;
  /** The key, a line each. */
  readonly key: readonly string[];
  /** The bank's letters of the right options; the options are marked on the screen. */
  readonly rightLetters: readonly Letter[];
  readonly chosenLetters: readonly Letter[];
  /** How each typed text was taken, a line each. */
  readonly remarks: readonly string[];
  readonly explanation: string;
  /** When it comes back. */
  readonly next: string;
  /** One line that stays on the screen when the question is done. */
  readonly collapsed: string;
  /** What more may be said of the answer. */
  readonly may: {
    readonly guess: boolean;
    readonly easy: boolean;
    readonly overrule: boolean;
    readonly cause: boolean;
  };
}

/** Words of the question screen. */
export interface AskWords {
  readonly true: string;
  readonly false: string;
  readonly typeHere: (field: number, of: number) => string;
  readonly essayHere: string;
  readonly tickPoints: string;
  readonly note: string;
  readonly noteHere: string;
  readonly key: string;
  readonly guessing: string;
  readonly nothingPicked: string;
  readonly notComplete: string;
  readonly notRight: string;
  readonly notWrong: string;
  readonly causeOfRight: string;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly material: string;
  readonly moreAbove: (lines: number) => string;
  readonly moreBelow: (lines: number) => string;
  readonly timeLeft: string;
  readonly timeUp: string;
  readonly tooNarrow: string;
  readonly hints: {
    readonly choose: string;
    readonly tick: string;
    readonly order: string;
    readonly type: string;
    readonly essay: string;
    readonly points: string;
    /** The same of an answer that was given before, and what can be done once it is marked. */
    readonly marking: string;
    readonly marked: string;
    readonly note: string;
    readonly judged: string;
    readonly guess: string;
    readonly easy: string;
    readonly overrule: string;
    /** The causes in a word, where there is no room for them. */
    readonly why: string;
    readonly commands: string;
    readonly after: string;
    /** For whom the bank is at hand; only where there is room. */
    readonly edit: string;
  };
}
