import type { ImportedSum } from '../core/analysis/imported.ts';
import type { AnswerRow, SessionRow, SessionStory } from '../core/analysis/sessions.ts';
import { formatDay } from '../core/day.ts';
import { jsonText } from './json-text.ts';

/** Sessions for programs. Of a sheet that is not handed in, what it came to is null. */
export function renderHistoryListJson(
  rows: readonly SessionRow[],
  { reviews, questions, from, to }: ImportedSum,
): string {
  const days = { from: from === null ? null : formatDay(from), to: to === null ? null : formatDay(to) };
  return `${jsonText({ sessions: rows.map(sessionFields), imported: { reviews, questions, ...days } })}\n`;
}

export function renderHistoryShowJson({ session, answers }: SessionStory): string {
  const shown = answers.map((row) => (session.isOpen ? sealedAnswer(row) : row));
  return `${jsonText({ session: sessionFields(session), answers: shown })}\n`;
}

const sessionFields = (row: SessionRow) =>
  row.isOpen ? { ...row, right: null, shareRight: null, markHundredths: null } : row;

const sealedAnswer = (row: AnswerRow) => ({ ...row, right: null, marks: null, rating: null });
