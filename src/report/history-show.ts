import type { AnswerRow, SessionRow, SessionStory } from '../core/analysis/sessions.ts';
import type { Cause } from '../core/drill/cause.ts';
import type { Rating } from '../core/drill/rating.ts';
import { hundredthsOf } from '../core/grading/mark.ts';
import type { Ending, Mode } from '../core/history/event.ts';
import { oneLine, shortened } from './one-line.ts';
import { clockTimeOf, type DurationWords, durationOf, marksOf, percentOf, questionsOf } from './quantities.ts';
import { alignedTable, type TableColumn, toLeft, toRight, type WidthOf } from './table.ts';

export interface HistoryShowWords {
  readonly session: (id: string) => string;
  readonly facts: Readonly<
    Record<'started' | 'mode' | 'ended' | 'banks' | 'questions' | 'answered' | 'right' | 'marks' | 'time', string>
  >;
  readonly columns: Readonly<
    Record<'at' | 'mark' | 'item' | 'marks' | 'rating' | 'time' | 'remarks' | 'response', string>
  >;
  readonly remarks: Readonly<Record<'voided' | 'replaced' | 'guess' | 'overrule' | 'expired', string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly unfinished: string;
  readonly ratings: Readonly<Record<Rating, string>>;
  readonly right: string;
  readonly wrong: string;
  readonly truth: Readonly<Record<'true' | 'false', string>>;
  /** What a sheet came to is not said before it is handed in. */
  readonly notYet: string;
  /** Nothing was chosen or typed. */
  readonly blank: string;
  readonly noAnswers: string;
  readonly duration: DurationWords;
}

/** A typed text is shown up to here; the history has it all. */
const RESPONSE_LENGTH = 60;

/** What a session came to, then each answer on a line of its own, in order. */
export function renderHistoryShow(story: SessionStory, words: HistoryShowWords, widthOf: WidthOf): string {
  const facts = alignedFacts(story.session, words, widthOf);
  const answers = story.answers.length === 0 ? `${words.noAnswers}\n` : answerTable(story, words, widthOf);
  return `${words.session(oneLine(story.session.id))}\n\n${facts}\n${answers}`;
}

function alignedFacts(session: SessionRow, words: HistoryShowWords, widthOf: WidthOf): string {
  const facts: Record<keyof HistoryShowWords['facts'], string> = {
    started: oneLine(clockTimeOf(session.startedAt)),
    mode: words.modes[session.mode],
    ended: session.ended === null ? words.unfinished : words.endings[session.ended],
    banks: oneLine(session.banks.join(', ')),
    questions: questionsOf(session.questions, session.asked),
    answered: String(session.answered),
    right: session.isOpen ? words.notYet : `${session.right} (${percentOf(session.shareRight)})`,
    marks: session.isOpen ? words.notYet : marksOf(session.markHundredths, session.ofHundredths),
    time: durationOf(session.ms, words.duration),
  };
  const lines = Object.entries(facts).map(([key, fact]) => ({ label: words.facts[key as keyof typeof facts], fact }));
  const widest = Math.max(...lines.map(({ label }) => widthOf(label)));
  return lines.map(({ label, fact }) => `${label}${' '.repeat(widest - widthOf(label))}  ${fact}\n`).join('');
}

function answerTable({ session, answers }: SessionStory, words: HistoryShowWords, widthOf: WidthOf): string {
  const { columns } = words;
  const judged = (column: TableColumn<AnswerRow>): TableColumn<AnswerRow>[] => (session.isOpen ? [] : [column]);
  return alignedTable(
    answers,
    [
      toLeft(columns.at, (row) => oneLine(clockTimeOf(row.at))),
      ...judged(toLeft(columns.mark, (row) => (row.right ? words.right : words.wrong))),
      toLeft(columns.item, (row) => oneLine(row.item)),
      ...judged(toRight(columns.marks, (row) => marksOf(hundredthsOf(row.marks), hundredthsOf(row.of)))),
      ...judged(toLeft(columns.rating, (row) => words.ratings[row.rating])),
      toRight(columns.time, (row) => durationOf(row.ms, words.duration)),
      toLeft(columns.remarks, (row) => remarksOf(row, words)),
      toLeft(columns.response, (row) => shortened(responseOf(row.response, words), RESPONSE_LENGTH)),
    ],
    widthOf,
  );
}

const REMARKS = ['voided', 'replaced', 'expired', 'guess', 'overrule'] as const;

const remarksOf = (row: AnswerRow, words: HistoryShowWords): string =>
  [
    ...REMARKS.filter((remark) => row[remark]).map((remark) => words.remarks[remark]),
    ...(row.cause ? [words.causes[row.cause]] : []),
  ].join(', ');

/** `ABD` for letters, a word for true and false, typed texts with a stroke between them. */
function responseOf(response: AnswerRow['response'], words: HistoryShowWords): string {
  const texts = response.map((part) => (typeof part === 'boolean' ? words.truth[`${part}`] : part));
  if (texts.every((text) => text.trim() === '')) return words.blank;
  return texts.join(texts.every((text) => /^[A-Z]$/.test(text)) ? '' : ' / ');
}
