import { type CardInput, createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { contextOf } from '../../../src/cli/context.ts';
import { ioOf } from '../../../src/cli/io.ts';
import { openedHistory } from '../../../src/cli/opened-history.ts';
import { parseInstant, studyDayOf } from '../../../src/core/day.ts';
import { createScheduler } from '../../../src/core/drill/scheduler.ts';
import type { Answered } from '../../../src/core/history/event.ts';
import { foldHistory, type MarkEvent, withoutVoided } from '../../../src/core/history/fold.ts';
import { withDetails } from '../../../src/messages/details.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { MORNING } from '../data/history-text.ts';

/** Milliseconds of the fold alone: the reviews, read beforehand, to what is remembered of each item. */
export async function foldOnce(home: string): Promise<number> {
  const context = contextOf(ioOf(process, parseInstant(MORNING)), withDetails(messagesFor('en')), { home });
  const { reviews, marks } = openedHistory(context).readReviews();
  const voids = marks.flatMap((mark): MarkEvent[] =>
    mark.type === 'voided' ? [{ type: 'voided', id: mark.id, target: mark.target, ms: 0, offset: 0 }] : [],
  );
  const today = studyDayOf(context.io.now());
  const start = performance.now();
  const { memories } = foldHistory(reviews, voids, createScheduler({ retention: 0.9 }), today);
  const took = performance.now() - start;
  if (memories.size === 0) throw new Error('Nothing was folded.');
  return took;
}

const GRADES = { again: 1, hard: 2, good: 3, easy: 4 } as const;

/** The same reviews, read beforehand, through the package's own `next` and nothing else. */
export async function nextOnce(home: string): Promise<number> {
  const context = contextOf(ioOf(process, parseInstant(MORNING)), withDetails(messagesFor('en')), { home });
  const { events } = openedHistory(context).readAll();
  const reviews = withoutVoided(events)
    .filter((event): event is Answered => event.type === 'answered')
    .map(({ item, at, rating }) => ({ item, at: new Date(at), grade: GRADES[rating] satisfies Grade }));
  const scheduler = fsrs();
  const cards = new Map<string, CardInput>();
  const start = performance.now();
  for (const { item, at, grade } of reviews)
    cards.set(item, scheduler.next(cards.get(item) ?? createEmptyCard(at), at, grade).card);
  return performance.now() - start;
}
