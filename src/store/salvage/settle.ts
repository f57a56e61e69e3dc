import { createHash } from 'node:crypto';
import type { Entry } from '../../core/history/entry.ts';
import type { RepairStep } from '../../core/history/repair-step.ts';
import { saysTheSame } from '../../core/history/unite.ts';
import { eventLine, type WrittenEvent } from '../event-line.ts';

/** An event that was found, and the line where it began. */
export interface Placed {
  readonly entry: Entry;
  readonly line: number;
}

/**
 * Each id once. The same event that stands twice is kept once. Of two contents under one id nobody can know which is
 * right: the first keeps the id; the other is kept under an id of its own and taken back with `voided`, so that it
 * counts no more than it did before. That id comes from the content: who repairs the same again finds it there.
 * `elsewhere` has the events of files that are read before this one, by id.
 */
export function settleIds(
  found: readonly Placed[],
  elsewhere: ReadonlyMap<string, string>,
): { readonly entries: readonly Entry[]; readonly steps: readonly RepairStep[] } {
  const entries: Entry[] = [];
  const steps: RepairStep[] = [];
  const texts = new Map<string, string>();
  const add = (entry: Entry): 'added' | 'repeated' | 'conflicting' => {
    const known = texts.get(entry.id);
    const other = known ?? elsewhere.get(entry.id);
    if (other !== undefined && !saysTheSame(other, entry.text)) return 'conflicting';
    if (known !== undefined) return 'repeated';
    texts.set(entry.id, entry.text);
    entries.push(entry);
    return 'added';
  };
  for (const { entry, line } of found) {
    const outcome = add(entry);
    if (outcome === 'repeated') steps.push({ code: 'REPEATED_ID', line, about: entry.id });
    if (outcome !== 'conflicting') continue;
    steps.push({ code: 'ID_CONFLICT', line, about: entry.id });
    for (const kept of takenBack(entry)) add(kept);
  }
  return { entries, steps };
}

function takenBack({ id, at, text }: Entry): [Entry, Entry] {
  const event = JSON.parse(text) as WrittenEvent;
  const ownId = idFrom(id, text);
  const voided = {
    id: idFrom(id, `voided ${text}`),
    at: event.at,
    device: typeof event.device === 'string' ? event.device : '',
    type: 'voided',
    target: ownId,
  };
  return [
    { id: ownId, at, text: eventLine({ ...event, id: ownId }).slice(0, -2) },
    { id: voided.id, at, text: eventLine(voided).slice(0, -2) },
  ];
}

/** A UUIDv7 with the time of this one, where it is one, and all else from the text. */
function idFrom(id: string, text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const time = /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(id) ? id.slice(0, 14) : `${hex.slice(0, 8)}-${hex.slice(8, 12)}-`;
  return `${time}7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}
