import type { BankQuestion } from '../core/bank/bank.ts';
import { shownBlank } from '../core/bank/blanks.ts';
import type { Letter, Question } from '../core/bank/item.ts';
import { formatDay } from '../core/day.ts';
import type { Queued } from '../core/drill/queue.ts';
import { ratingWithCause } from '../core/drill/rating.ts';
import { formatPoints, type Mark } from '../core/grading/mark.ts';
import { type AnsweredEvent, type Attempt, isUnanswered } from '../core/session/answering.ts';
import { relabel } from '../core/session/letter-reference.ts';
import { presentOptions } from '../core/session/presentation.ts';
import type { Ask } from '../core/session/session.ts';
import type { Messages } from '../messages/messages.ts';
import type { QuestionCard, VerdictCard } from '../prompts/ask/cards.ts';
import type { DrillSitting, Kept } from './drill-sitting.ts';
import type { Journal } from './journal.ts';

/** The question to be asked, as the screen and the plain lines show it. */
export function questionCard(
  ask: Ask & Queued,
  sitting: DrillSitting,
  journal: Journal,
  words: Messages,
): QuestionCard {
  const { question, bank, ref } = ask.question;
  const order = sitting.orderOf(ask, ask.question);
  const topic = bank.topics.find(({ path }) => path === question.topic)?.title ?? '';
  const because = ask.repeat > 0 ? words.because.repeat : words.because[ask.because];
  return shownCard(ask.question, order, words, {
    position: `${Math.min(sitting.size, sitting.seen + (ask.repeat > 0 ? 0 : 1))}/${sitting.size}`,
    heading: [words.types[question.type], topic, because],
    starred: journal.progress.starred.has(ref),
    note: journal.progress.notes.get(ref) ?? '',
  });
}

/** A question with its options in the order of a sitting, whichever sitting it is. */
export function shownCard(
  { question, parent }: BankQuestion,
  order: readonly Letter[] | null,
  words: Messages,
  about: Pick<QuestionCard, 'position' | 'heading' | 'starred' | 'note'>,
): QuestionCard {
  return {
    ...about,
    type: question.type,
    caseTitle: parent?.title ?? '',
    material: parent?.material ?? '',
    stem: order ? relabel(question.stem, order) : question.stem,
    options: optionCards(question, order, words),
    fields: question.type === 'blank' ? question.blanks.length : question.type === 'short' ? 1 : 0,
    keyPoints: question.type === 'short' ? question.points.map(({ text, points }) => `${text} (${points})`) : [],
  };
}

export function optionCards(
  question: Question,
  order: readonly Letter[] | null,
  words: Messages,
): QuestionCard['options'] {
  if (question.type === 'boolean')
    return [
      { letter: 'A', label: 'A', text: words.ask.true },
      { letter: 'B', label: 'B', text: words.ask.false },
    ];
  return order ? presentOptions(question, order) : [];
}

/** What became of an answer, with the letters as they were shown, and when the question comes back. */
export function verdictCard(kept: Kept, card: QuestionCard, journal: Journal, words: Messages): VerdictCard {
  return shownVerdict(kept, card, nextTime(kept, journal, words), words);
}

/** The same without a word about the schedule, or with another one. */
export function shownVerdict(kept: Judged, card: QuestionCard, next: string, words: Messages): VerdictCard {
  const { event, attempt, mark } = kept;
  const { question } = attempt.question;
  const explanation = attempt.order ? relabel(question.explanation, attempt.order) : question.explanation;
  const typed = question.type === 'blank' || question.type === 'short';
  const outcome = event.right ? 'right' : mark.hundredths > 0 ? 'partial' : 'wrong';
  const key = keyLines(question, card.options, words);
  return {
    outcome,
    headline: headlineOf(kept, words),
    key: event.right && question.type !== 'short' && question.type !== 'blank' ? [] : key,
    rightLetters: rightLetters(question),
    chosenLetters: chosenLetters(kept),
    remarks: remarksOf(kept, words),
    explanation,
    next,
    collapsed: [collapsedStem(question.stem), key[0] ?? '', next].filter(Boolean).join(' · '),
    may: {
      guess: event.right,
      easy: event.right,
      overrule: typed && (!event.right || attempt.overrule),
      cause: !event.right,
    },
  };
}

/** An answer with its mark: what a verdict is drawn from. */
export interface Judged {
  readonly event: Pick<AnsweredEvent, 'right' | 'response' | 'expired'>;
  readonly attempt: Pick<Attempt, 'question' | 'order' | 'response' | 'guess' | 'easy' | 'overrule'>;
  readonly mark: Pick<Mark, 'hundredths' | 'of' | 'steps'>;
  readonly cause: Kept['cause'];
}

function headlineOf({ event, mark, attempt, cause }: Judged, words: Messages): string {
  const { verdict } = words;
  const said = [
    attempt.guess && event.right ? verdict.guess : '',
    attempt.easy ? verdict.easy : '',
    attempt.overrule ? verdict.overrule : '',
    cause ? words.ask.causes[cause.cause] : '',
  ];
  const base = event.expired
    ? verdict.expired
    : event.right
      ? verdict.right
      : isUnanswered(event)
        ? verdict.unanswered
        : mark.hundredths > 0
          ? verdict.partial(formatPoints(mark.hundredths), formatPoints(mark.of))
          : verdict.wrong;
  return [base, ...said.filter(Boolean)].join(' · ');
}

/** The key in a line or several, with the labels under which options are shown. */
export function keyLines(question: Question, options: QuestionCard['options'], words: Messages): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return options
        .filter(({ letter }) => rightLetters(question).includes(letter))
        .map(({ label, text }) => `${label} ${text}`);
    case 'boolean':
      return [question.key ? words.ask.true : words.ask.false];
    case 'ordering': {
      const shown = question.key.map((letter) => options.find((option) => option.letter === letter));
      return [
        shown.map((option) => option?.label ?? '').join(' → '),
        ...shown.map((option, index) => `${index + 1}. ${option?.text ?? ''}`),
      ];
    }
    case 'blank':
      return question.blanks.map(
        (blank, index, all) => `${all.length > 1 ? `(${index + 1}) ` : ''}${shownBlank(blank)}`,
      );
    case 'short':
      // Only a draft has none.
      return question.answer === '' ? [words.study.noKey] : question.answer.split('\n');
  }
}

export function rightLetters(question: Question): readonly Letter[] {
  switch (question.type) {
    case 'single':
      return [question.key];
    case 'multiple':
      return question.key;
    case 'boolean':
      return [question.key ? 'A' : 'B'];
    default:
      return [];
  }
}

function chosenLetters({ attempt: { response } }: Judged): readonly Letter[] {
  if (response.kind === 'letters') return response.letters;
  if (response.kind === 'truth' && response.value !== null) return [response.value ? 'A' : 'B'];
  return [];
}

/** How each typed text was taken; said for what was accepted loosely and for what was not accepted. */
function remarksOf({ attempt: { response, overrule, question }, mark }: Judged, words: Messages): string[] {
  const { verdict } = words;
  if (response.kind === 'essay' && question.question.type === 'short')
    return [
      ...response.text.split('\n').map((line) => `› ${line}`),
      verdict.pointsCovered(response.covered.length, question.question.points.length),
      ...question.question.points.map(
        ({ text }, index) => `${response.covered.includes(index + 1) ? '✔' : '✘'} ${text}`,
      ),
    ];
  if (response.kind !== 'texts' || overrule) return [];
  return response.texts.flatMap((text, index) => {
    const how = mark.steps?.[index] ?? null;
    if (how === 'exact') return [];
    return [how === null ? verdict.notAccepted(text) : verdict.acceptedAs(text, words.steps[how])];
  });
}

/** A wrong answer comes back at once; the day after that is said where its cause changed what it does to the memory. */
function nextTime({ event, cause, attempt }: Kept, journal: Journal, words: Messages): string {
  const { verdict } = words;
  const isLapse = ratingWithCause(event.rating, cause?.cause) === 'again';
  const memory = journal.progress.memories.get(event.item);
  // Only a drill asks a missed question again.
  const again = !event.right && attempt.mode === 'drill';
  if (!memory || (again && isLapse)) return again ? verdict.comesBackToday : '';
  const due = journal.scheduler.dueOn(memory, event.item);
  const comesBack = again ? verdict.comesBackTodayThen : verdict.comesBack;
  return comesBack(Math.max(1, due - journal.today), formatDay(Math.max(due, journal.today + 1)));
}

const collapsedStem = (stem: string): string => stem.replace(/\s+/g, ' ').slice(0, 200);
