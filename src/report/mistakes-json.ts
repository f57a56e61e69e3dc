import { RIGHT_DAYS, STABILITY_DAYS, type Standing } from '../core/analysis/leaving.ts';
import type { MistakeEntry, MistakeList } from '../core/analysis/mistake-list.ts';
import { type Day, formatDay } from '../core/day.ts';
import { jsonText } from './json-text.ts';

export const MISTAKES_FORMAT = 'quiz-mistakes';
export const MISTAKES_VERSION = 1;

/** One document for programs: no language, keys always in the same order, stabilities in days. */
export function renderMistakesJson({ filter, entries, inBook, left }: MistakeList, today: Day): string {
  const document = {
    format: MISTAKES_FORMAT,
    version: MISTAKES_VERSION,
    today: formatDay(today),
    rule: { rightDays: RIGHT_DAYS, stabilityDays: STABILITY_DAYS },
    filter: {
      banks: filter.banks,
      topics: filter.topics,
      types: filter.types,
      causes: filter.causes,
      since: dayOf(filter.since),
      limit: filter.limit,
      left: filter.left,
    },
    inBook,
    left,
    mistakes: entries.map(entryOf),
  };
  return `${jsonText(document)}\n`;
}

const dayOf = (day: Day | null): string | null => (day === null ? null : formatDay(day));

const entryOf = (entry: MistakeEntry) => ({
  item: entry.ref,
  type: entry.question?.question.type ?? null,
  topic: entry.question?.question.topic ?? null,
  stem: entry.question?.question.stem ?? null,
  answered: entry.answered,
  wrong: entry.wrong,
  unanswered: entry.fell.unanswered,
  firstWrongOn: dayOf(entry.firstWrongOn),
  lastWrongOn: dayOf(entry.lastWrongOn),
  fellFor: entry.fell.most,
  given: entry.given,
  causes: entry.causes,
  ...standingOf(entry.standing),
});

const standingOf = (standing: Standing) => ({
  inBook: standing.kind === 'in-book',
  leftOn: standing.kind === 'left' ? formatDay(standing.leftOn) : null,
  rightDays: standing.rightDays,
  stability: standing.stability,
  needs: standing.kind === 'left' ? null : standing.needs,
});
