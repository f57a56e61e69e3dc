import type { AnswerRow, SessionRow, SessionStory } from '../core/analysis/sessions.ts';
import { jsonText } from './json-text.ts';

/** Sessions for programs. Of a sheet that is not handed in, what it came to is null. */
export const renderHistoryListJson = (rows: readonly SessionRow[]): string =>
  `${jsonText({ sessions: rows.map(sessionFields) })}\n`;

export function renderHistoryShowJson({ session, answers }: SessionStory): string {
  const shown = answers.map((row) => (session.isOpen ? sealedAnswer(row) : row));
  return `${jsonText({ session: sessionFields(session), answers: shown })}\n`;
}

const sessionFields = (row: SessionRow) =>
  row.isOpen ? { ...row, right: null, shareRight: null, markHundredths: null } : row;

const sealedAnswer = (row: AnswerRow) => ({ ...row, right: null, marks: null, rating: null });
