import type { SpottedEvent } from './finding.ts';

/** What a history holds, in numbers. An event that stands twice is one. */
export interface Census {
  readonly events: number;
  readonly sessions: number;
  readonly answers: number;
  /** Questions that were answered. */
  readonly items: number;
  /** As recorded; null where there is no event. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Events by the device that wrote them, the busiest first. */
  readonly devices: readonly { readonly device: string; readonly events: number }[];
}

export function censusOf(spotted: readonly SpottedEvent[]): Census {
  const ids = new Set<string>();
  const items = new Set<string>();
  const devices = new Map<string, number>();
  let sessions = 0;
  let answers = 0;
  let first = spotted[0];
  let last = first;
  for (const each of spotted) {
    const { event, at } = each;
    if (ids.has(event.id)) continue;
    ids.add(event.id);
    if (event.type === 'session-started') sessions++;
    if (event.type === 'answered') {
      answers++;
      items.add(event.item);
    }
    const device = typeof event.device === 'string' ? event.device : '';
    devices.set(device, (devices.get(device) ?? 0) + 1);
    if (first && at.ms < first.at.ms) first = each;
    if (last && at.ms >= last.at.ms) last = each;
  }
  return {
    events: ids.size,
    sessions,
    answers,
    items: items.size,
    firstAt: first?.event.at ?? null,
    lastAt: last?.event.at ?? null,
    devices: Array.from(devices, ([device, events]) => ({ device, events })).sort(
      (a, b) => b.events - a.events || (a.device < b.device ? -1 : 1),
    ),
  };
}
