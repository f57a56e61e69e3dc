import type { Cause } from '../../src/core/drill/cause.ts';
import type { Answered, CauseGiven } from '../../src/core/history/event.ts';
import { minute } from './results-history.ts';

let given = 0;

/** A cause for an answer, ten minutes before nine on the evening of 22 November 2026. */
export function aCause(target: Answered, cause: Cause, fields: Partial<CauseGiven> = {}): CauseGiven {
  const id = `f${String(++given).padStart(6, '0')}`;
  return { id, at: minute(50), device: 'k3f9', type: 'cause', target: target.id, item: target.item, cause, ...fields };
}
