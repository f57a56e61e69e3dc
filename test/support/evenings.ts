import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseInstant } from '../../src/core/day.ts';
import { eventLine, type WrittenEvent } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';

/** The events of a drill at nine of an evening in November 2026: the questions q1, q2 … of a bank, right or wrong in turn. */
export function anEvening(day: string, device: string, rights: readonly boolean[], bank = 'many'): WrittenEvent[] {
  const ms = parseInstant(`2026-11-${day}T21:00:00+08:00`)?.ms ?? 0;
  /** No two machines draw the same. */
  const idAt = (at: number): string => {
    const time = at.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${Buffer.from(`${device}  `).toString('hex').slice(0, 12)}`;
  };
  const base = (second: number, type: string) => {
    const at = `2026-11-${day}T21:00:${String(second).padStart(2, '0')}.000+08:00`;
    return { id: idAt(ms + second * 1000), at, device, type };
  };
  const start = { ...base(0, 'session-started'), mode: 'drill', banks: [{ id: bank, revision: 'r' }] };
  const form = rights.map((_, n) => ({ item: `${bank}/q${n + 1}` }));
  const answers = rights.map((right, n) => ({
    ...base(n + 1, 'answered'),
    ...{ session: start.id, mode: 'drill', item: `${bank}/q${n + 1}`, revision: 'r', response: [right ? 'A' : 'B'] },
    ...{ right, marks: right ? 1 : 0, of: 1, rule: 'exact', guess: false, rating: right ? 'good' : 'again', ms: 4000 },
  }));
  const end = { ...base(rights.length + 1, 'session-ended'), session: start.id, how: 'submitted' };
  return [{ ...start, settings: {}, seed: '1', form } as WrittenEvent, ...answers, end];
}

/** Writes a history of these events. */
export function writeEvents(path: string, events: readonly WrittenEvent[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, HEADER + events.map(eventLine).join('') + END);
}
