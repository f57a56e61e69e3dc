import { type Day, studyDayOf } from '../day.ts';
import type { Entry } from './entry.ts';

/** What a set of events would add to a history. */
export interface Gain {
  readonly events: number;
  readonly answers: number;
  readonly sessions: number;
  /** Reviews that were made in another program. */
  readonly imported: number;
  /** Study days of the first and the last, as far as their clocks were right; null for none. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly devices: readonly string[];
  /** Dated after tomorrow: the clock was wrong. They stay behind the line that they stood behind. */
  readonly future: number;
}

export function gainOf(entries: readonly Entry[], today: Day): Gain {
  const types = new Map<unknown, number>();
  const devices = new Set<string>();
  let [from, to, future] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const { at, text } of entries) {
    const { type, device } = JSON.parse(text) as { readonly type: unknown; readonly device?: unknown };
    types.set(type, (types.get(type) ?? 0) + 1);
    if (typeof device === 'string') devices.add(device);
    const on = studyDayOf(at);
    if (on > today + 1) future++;
    else [from, to] = [Math.min(from, on), Math.max(to, on)];
  }
  const isDated = from <= to;
  return {
    events: entries.length,
    answers: types.get('answered') ?? 0,
    sessions: types.get('session-started') ?? 0,
    imported: types.get('imported') ?? 0,
    from: isDated ? from : null,
    to: isDated ? to : null,
    devices: [...devices].sort(),
    future,
  };
}
