import type { Letter } from '../../bank/item.ts';
import type { Answered, HistoryEvent } from '../../history/event.ts';

/**
 * Passes on what the results of a group are made of, without the rest, and with each text that comes again kept once:
 * many histories are in the memory together. An event that says nothing of results becomes null.
 */
export function essentials(): (event: HistoryEvent) => HistoryEvent | null {
  const texts = new Map<string, string>();
  const orders = new Map<string, readonly Letter[]>();
  const once = <T>(text: T): T => {
    if (typeof text !== 'string') return text;
    const known = texts.get(text);
    if (known !== undefined) return known as T & string;
    texts.set(text, text);
    return text;
  };
  const lettersOnce = <T>(value: T): T => {
    if (!isLetters(value)) return value;
    const key = value.join('');
    const known = orders.get(key) ?? value;
    orders.set(key, known);
    return known as T & readonly Letter[];
  };
  const answer = (event: Answered): Answered => ({
    type: event.type,
    id: event.id,
    at: event.at,
    device: once(event.device),
    session: once(event.session),
    mode: once(event.mode),
    item: once(event.item),
    revision: once(event.revision),
    response: lettersOnce(event.response),
    right: event.right,
    marks: event.marks,
    of: event.of,
    rule: once(event.rule),
    guess: event.guess,
    rating: once(event.rating),
    ms: event.ms,
    ...(isLetters(event.order) ? { order: lettersOnce(event.order) } : {}),
    ...(event.overrule === true ? { overrule: true } : {}),
  });
  return (event) => {
    switch (event.type) {
      case 'answered':
        return answer(event);
      case 'voided':
      case 'session-ended':
        return event;
      case 'session-started':
        // Whether a practice is judged at its end stands in its beginning; of drills and exams the mode says all.
        return event.mode === 'practice' ? event : null;
      default:
        return null;
    }
  };
}

/** The bank's letters; another program may have written anything there. */
export const isLetters = (value: unknown): value is readonly Letter[] =>
  Array.isArray(value) && value.length <= 26 && value.every((part) => typeof part === 'string' && /^[A-Z]$/.test(part));
