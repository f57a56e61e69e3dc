import type { Instant } from '../core/day.ts';
import { examOf } from '../core/exam/opening.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import type { FoldEvent } from '../core/history/fold.ts';
import { ELSEWHERE, importedReview } from '../core/history/imported.ts';
import { readable } from '../core/history/readable.ts';
import { studiedPageIn } from '../core/study/place.ts';

/** What the fold needs of an event of that instant; one of another kind, or that another program wrote otherwise, counts for nothing. */
export function foldable(written: HistoryEvent, { ms, offset }: Instant): FoldEvent {
  const event = readable(written);
  const { id } = event;
  switch (event.type) {
    case 'answered': {
      const { session, mode, item, rating } = event;
      return { type: event.type, id, ms, offset, session, mode, item, rating };
    }
    case 'imported': {
      const review = importedReview(event);
      if (!review) return { type: 'other', id, ms, offset };
      return { type: 'answered', id, ms, offset, ...ELSEWHERE, item: review.item, rating: review.rating };
    }
    case 'voided':
      return { type: event.type, id, ms, offset, target: event.target };
    case 'starred':
    case 'suspended':
      return { type: event.type, id, ms, offset, item: event.item, on: event.on };
    case 'noted':
      return { type: event.type, id, ms, offset, item: event.item, text: event.text };
    case 'cause':
      return { type: event.type, id, ms, offset, target: event.target, cause: event.cause };
    case 'session-started': {
      if (event.mode === 'drill') return { type: 'drill-started', id, ms, offset };
      const exam = examOf(event)?.form.paper.title;
      return exam === undefined ? { type: 'other', id, ms, offset } : { type: event.type, id, ms, offset, exam };
    }
    case 'session-ended':
      return { type: event.type, id, ms, offset, session: event.session };
    case 'studied': {
      const page = studiedPageIn(event);
      return page ? { type: event.type, id, ms, offset, ...page } : { type: 'other', id, ms, offset };
    }
    default:
      return { type: 'other', id, ms, offset };
  }
}
