import type { AskWords } from '../ask/cards.ts';

/** A page ready to be shown: texts as they stand in the bank, options in the bank's own order. */
export type StudyCard = StudyNotes | StudyQuestion;

interface PageCard {
  /** From 0. */
  readonly page: number;
  readonly of: number;
  /** What the header says behind the position. */
  readonly heading: readonly string[];
  readonly topic: string;
  /** The first page of the next topic and of the one before; null where there is none. */
  readonly nextTopic: number | null;
  readonly previousTopic: number | null;
}

/** The notes of a topic. */
export interface StudyNotes extends PageCard {
  readonly kind: 'notes';
  readonly title: string;
  readonly notes: string;
}

/** A question with its answer. */
export interface StudyQuestion extends PageCard {
  readonly kind: 'question';
  readonly starred: boolean;
  readonly note: string;
  readonly caseTitle: string;
  readonly material: string;
  /** The page before it on the screen was of the same case: the material need not be read again. */
  readonly materialSeen: boolean;
  readonly stem: string;
  /** The stem with its blanks written in; any other stem as it is. */
  readonly answeredStem: string;
  readonly options: readonly StudyOption[];
  /** The key, a line each. */
  readonly key: readonly string[];
  /** Other texts that blanks accept, a line each. */
  readonly accepted: readonly string[];
  /** Key points of a short answer, with their points. */
  readonly keyPoints: readonly string[];
  readonly explanation: string;
}

export interface StudyOption {
  readonly label: string;
  readonly text: string;
  readonly right: boolean;
  /** From 1, in a question that asks for an order; null in any other. */
  readonly place: number | null;
}

/** `37/260`. */
export const positionOf = ({ page, of }: Pick<StudyCard, 'page' | 'of'>): string => `${page + 1}/${of}`;

/** Words of the pages. */
export interface StudyWords
  extends Pick<AskWords, 'material' | 'note' | 'noteHere' | 'key' | 'moreAbove' | 'moreBelow' | 'tooNarrow'> {
  readonly noteHint: string;
  readonly keyPoints: string;
  readonly resumed: (position: string, topic: string) => string;
  readonly messages: Readonly<Record<StudyComplaint, string>>;
  readonly hints: Readonly<
    Record<
      'next' | 'finish' | 'reveal' | 'skip' | 'back' | 'hidingOn' | 'hidingOff' | 'topics' | 'marks' | 'quit',
      string
    >
  >;
}

/** Why a key did nothing. */
export type StudyComplaint = 'first-page' | 'first-topic' | 'last-topic' | 'questions-only';
