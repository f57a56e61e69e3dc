import type { Bank, Topic } from '../../src/core/bank/bank.ts';
import type { Item, Question } from '../../src/core/bank/item.ts';
import { formatInstant, parseInstant } from '../../src/core/day.ts';
import { createScheduler, DEFAULT_RETENTION } from '../../src/core/drill/scheduler.ts';
import type { Answered, HistoryEvent, SessionEnded, SessionStarted, Voided } from '../../src/core/history/event.ts';

export const scheduler = createScheduler({ retention: DEFAULT_RETENTION });

const OPENS = parseInstant('2026-11-22T20:00:00.000+08:00')?.ms as number;

/** A time on the evening of 22 November 2026 in Beijing, so many minutes after eight. */
export const minute = (minutes: number): string => formatInstant({ ms: OPENS + minutes * 60_000, offset: 480 });

let written = 0;
const nextId = (): string => `e${String(++written).padStart(6, '0')}`;

export function anAnswer(fields: Partial<Answered> = {}): Answered {
  const right = fields.right ?? true;
  return {
    id: nextId(),
    at: minute(1),
    device: 'k3f9',
    type: 'answered',
    session: 's1',
    mode: 'drill',
    item: 'phone/hello',
    revision: 'r1',
    response: ['A'],
    right,
    marks: right ? 1 : 0,
    of: 1,
    rule: 'exact',
    guess: false,
    rating: right ? 'good' : 'again',
    ms: 5_000,
    ...fields,
  };
}

export function aStart(fields: Partial<SessionStarted> = {}): SessionStarted {
  const banks = [{ id: 'phone', revision: 'b1' }];
  const form = [{ item: 'phone/hello' }];
  const base = { id: 's1', at: minute(0), device: 'k3f9', type: 'session-started', mode: 'drill' } as const;
  return { ...base, banks, settings: {}, seed: '1', form, ...fields };
}

export function anEnd(fields: Partial<SessionEnded> = {}): SessionEnded {
  const base = { id: nextId(), at: minute(30), device: 'k3f9', type: 'session-ended' } as const;
  return { ...base, session: 's1', how: 'submitted', ...fields };
}

export function aVoid(target: string): Voided {
  return { id: nextId(), at: minute(40), device: 'k3f9', type: 'voided', target };
}

export function aQuestion(id: string, fields: Partial<Question> = {}): Question {
  const common = { id, topic: '', difficulty: 3, tags: [], explanation: '', source: '', revision: 'r1' };
  const choice = { options: ['yes', 'no'], shuffle: true };
  return { type: 'single', ...common, ...choice, stem: `What is ${id}?`, key: 'A', ...fields } as Question;
}

export function aBank(id: string, items: readonly Item[], topics: readonly Partial<Topic>[] = []): Bank {
  return {
    id,
    title: `Bank ${id}`,
    language: 'en',
    license: '',
    revision: 'b1',
    topics: topics.map((topic) => ({ path: 'a', title: 'A', notes: '', ...topic })),
    papers: [],
    certificates: [],
    items,
  };
}

/** An event of some later version. */
export const anUnknown = (): HistoryEvent => ({ id: nextId(), at: minute(2), device: 'k3f9', type: 'unknown' });
