import { formatInstant } from '../../src/core/day.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import { historyOf } from '../../src/store/history-entries.ts';

/** Noon of the day that tests of histories take place on. */
export const NOON = { ms: Date.UTC(2026, 10, 22, 4), offset: 480 };
const MINUTE = 60_000;

/** An answer, some minutes from noon. */
export function anAnswer(id: string, minutes = 0, more: object = {}): Entry {
  const at = { ms: NOON.ms + minutes * MINUTE, offset: NOON.offset };
  const fields = { session: 's', mode: 'drill', item: `demo/${id}`, right: true, rating: 'good', ms: 4000, ...more };
  return { id, at, text: JSON.stringify({ id, at: formatInstant(at), device: 'k3f9', type: 'answered', ...fields }) };
}

export const historyText = (...entries: readonly Entry[]): string => historyOf(entries).toString('utf8');

export const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);
