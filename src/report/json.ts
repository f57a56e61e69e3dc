import type { DueCount } from '../core/analysis/due.ts';
import type { ResultsSummary } from '../core/analysis/summary.ts';
import type { Tally } from '../core/analysis/tally.ts';
import { type Day, formatDay } from '../core/day.ts';
import { jsonText } from './json-text.ts';

export const RESULTS_FORMAT = 'quiz-results';
export const RESULTS_VERSION = 1;

/** One document for programs: no language, keys always in the same order, marks in points, times as recorded. */
export function renderJson(summary: ResultsSummary): string {
  const { filter, total } = summary;
  const document = {
    format: RESULTS_FORMAT,
    version: RESULTS_VERSION,
    today: formatDay(summary.today),
    filter: { banks: filter.banks, since: dayOf(filter.since), until: dayOf(filter.until) },
    total: { ...tallyOf(total), due: dueOf(total.due) },
    banks: summary.banks.map((row) => ({
      bank: row.bank,
      title: row.title,
      ...tallyOf(row),
      due: row.due && dueOf(row.due),
    })),
    topics: summary.topics.map((row) => ({ bank: row.bank, topic: row.path, title: row.title, ...tallyOf(row) })),
    types: summary.types.map((row) => ({ type: row.type, ...tallyOf(row) })),
    sessions: summary.sessions.map((row) => ({
      session: row.id,
      mode: row.mode,
      banks: row.banks,
      startedAt: row.startedAt,
      ended: row.ended,
      asked: row.asked,
      ...tallyOf(row),
    })),
    hardest: summary.hardest.map((question) => ({
      item: question.ref,
      stem: question.stem,
      answered: question.answered,
      wrong: question.wrong,
      lastRight: question.lastRight,
    })),
    imported: { reviews: summary.imported.reviews, questions: summary.imported.questions },
  };
  return `${jsonText(document)}\n`;
}

const dayOf = (day: Day | null): string | null => (day === null ? null : formatDay(day));

const tallyOf = (tally: Tally) => ({
  answered: tally.answered,
  questions: tally.questions,
  right: tally.right,
  shareRight: tally.shareRight,
  guesses: tally.guesses,
  marks: tally.markHundredths / 100,
  of: tally.ofHundredths / 100,
  durationMs: tally.ms,
});

const dueOf = (due: DueCount) => ({
  questions: due.questions,
  today: due.today,
  within7Days: due.within7Days,
  new: due.fresh,
  putAway: due.putAway,
});
