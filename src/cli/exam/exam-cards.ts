import type { BankQuestion } from '../../core/bank/bank.ts';
import type { Letter } from '../../core/bank/item.ts';
import { answerAt } from '../../core/exam/sheet.ts';
import { formatPoints, hundredthsOf, type Response } from '../../core/grading/mark.ts';
import type { Answered } from '../../core/history/event.ts';
import { noResponse, responseOf } from '../../core/session/answering.ts';
import type { Messages } from '../../messages/messages.ts';
import type { QuestionCard, VerdictCard } from '../../prompts/ask/cards.ts';
import type { Place } from '../../prompts/exam/state.ts';
import { type Judged, shownCard, shownVerdict } from '../cards.ts';
import type { Journal } from '../journal.ts';
import type { ExamSitting } from './exam-sitting.ts';

/** A question of the exam as the screen and the plain lines show it; one that the bank lacks by now says so. */
export function examCard(sitting: ExamSitting, index: number, journal: Journal, words: Messages): QuestionCard {
  const item = sitting.itemAt(index);
  const section = sitting.opening.form.sections[item.section];
  const about = {
    position: `${index + 1}/${sitting.items.length}`,
    heading: [section?.title ?? '', words.exam.points(formatPoints(item.of))],
    starred: journal.progress.starred.has(item.ref),
    note: journal.progress.notes.get(item.ref) ?? '',
  };
  const question = sitting.questionAt(index);
  if (question) return shownCard(question, orderFor(question, item.order), words, about);
  const stem = words.exam.resume.deleted;
  return { ...about, type: 'single', caseTitle: '', material: '', stem, options: [], fields: 0, keyPoints: [] };
}

/** The order of the sitting, fitted to the options that the question has by now. */
function orderFor({ question }: BankQuestion, order: readonly Letter[] | null): readonly Letter[] | null {
  if (!('options' in question)) return null;
  const letters = question.options.map((_, index) => String.fromCharCode(65 + index));
  const known = (order ?? letters).filter((letter) => letters.includes(letter));
  return [...known, ...letters.filter((letter) => !known.includes(letter))];
}

/** What is kept of a question on the sheet. */
export function placeOf(sitting: ExamSitting, index: number, journal: Journal): Place {
  const { ref } = sitting.itemAt(index);
  const answer = answerAt(sitting.sheet, ref);
  return {
    saved: answer ? responseTo(sitting, index, answer) : null,
    unsure: answer?.guess ?? false,
    flagged: sitting.sheet.entries.get(ref)?.flagged ?? false,
    starred: journal.progress.starred.has(ref),
    note: journal.progress.notes.get(ref) ?? '',
  };
}

function responseTo(sitting: ExamSitting, index: number, answer: Answered): Response {
  const question = sitting.questionAt(index)?.question;
  // An answer to a question that is gone, or of another kind by now, stands all the same, but cannot be shown.
  return (question && responseOf(question, answer)) ?? { kind: 'letters', letters: [] };
}

/** What became of the answer, once the paper is handed in; null for a question that the bank lacks. */
export function examVerdict(
  sitting: ExamSitting,
  index: number,
  card: QuestionCard,
  words: Messages,
): VerdictCard | null {
  const item = sitting.itemAt(index);
  const question = sitting.questionAt(index);
  if (!question) return null;
  const answer = answerAt(sitting.sheet, item.ref);
  const response = (answer && responseOf(question.question, answer)) ?? noResponse(question.question);
  const marks = answer ? hundredthsOf(answer.marks) : 0;
  const right = answer?.right ?? false;
  const attempt = {
    question,
    order: item.order,
    response,
    guess: answer?.guess ?? false,
    easy: false,
    overrule: answer?.overrule ?? false,
  };
  const judged: Judged = {
    event: { right, response: answer?.response ?? [] },
    attempt,
    cause: null,
    mark: { hundredths: marks, of: item.of, ...(answer?.steps ? { steps: answer.steps } : {}) },
  };
  const earned = words.exam.report.marks(formatPoints(marks), formatPoints(item.of));
  const may = { guess: false, easy: false, overrule: false, cause: false };
  return { ...shownVerdict(judged, card, earned, words), may };
}
