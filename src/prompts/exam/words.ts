import type { AskWords } from '../ask/cards.ts';

/** Words of the exam's screens. */
export interface ExamWords {
  readonly ask: AskWords;
  readonly timeLeft: string;
  readonly sectionLeft: string;
  readonly itemLeft: string;
  /** Questions answered, of all, and how many should be by now; null without a limit. */
  readonly pace: (answered: number, of: number, due: number | null) => string;
  readonly unsure: string;
  readonly flagged: string;
  readonly complaints: {
    readonly notComplete: string;
    readonly locked: string;
    readonly noSuchQuestion: (number: number) => string;
    readonly nothingToClear: string;
  };
  readonly sheet: string;
  readonly legend: {
    readonly answered: string;
    readonly blank: string;
    readonly unsure: string;
    readonly flagged: string;
  };
  readonly goTo: (digits: string) => string;
  readonly submitQuestion: string;
  readonly blanksLeft: (numbers: string, count: number) => string;
  readonly noBlanks: string;
  readonly flagsLeft: (numbers: string, count: number) => string;
  readonly unsureLeft: (numbers: string, count: number) => string;
  readonly hints: {
    readonly choose: string;
    readonly tick: string;
    readonly order: string;
    readonly blank: string;
    readonly essay: string;
    readonly retype: string;
    readonly commands: string;
    readonly note: string;
    readonly sheet: string;
    readonly submitting: string;
  };
}
