import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { Journal } from '../../src/cli/journal.ts';
import type { NewEvent } from '../../src/core/history/event.ts';
import { withDetails } from '../../src/messages/details.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { homeAt } from '../../src/store/home.ts';

const directory = () => mkdtempSync(join(tmpdir(), 'quiz-journal-'));
const contextIn = (home: string, now = '2026-11-22T13:00:00Z'): Context =>
  ({
    io: { now: () => ({ ms: Date.parse(now), offset: 480 }) },
    words: withDetails(messagesFor('en')),
    home: homeAt(home, {}, '/'),
    notice: () => {},
  }) as unknown as Context;
const journalIn = (home: string, now?: string): Journal => new Journal(contextIn(home, now), 0.9);
const star = (item: string): NewEvent => ({ type: 'starred', item, on: true });
const starsIn = (home: string): string[] => [...journalIn(home).progress.starred].sort();

test.each([
  ['the whole file', (journal: Journal) => journal.file.readAll()],
  ['the end of it', (journal: Journal) => journal.file.readRecent(1000)],
])('what another process wrote is in the next fold, though this one read %s after its own', (_, read) => {
  const home = directory();
  journalIn(home).append([star('b/first')]);
  const ours = journalIn(home);
  journalIn(home).append([star('b/theirs')]);
  read(ours);
  ours.close();
  expect(starsIn(home)).toEqual(['b/first', 'b/theirs']);
});

test('and so it is where this one then wrote itself', () => {
  const home = directory();
  journalIn(home).append([star('b/first')]);
  const ours = journalIn(home);
  journalIn(home).append([star('b/theirs')]);
  ours.file.readAll();
  ours.append([star('b/ours')]);
  ours.close();
  expect(starsIn(home)).toEqual(['b/first', 'b/ours', 'b/theirs']);
});

test('what is written under a clock that was set back stands where folding the file again puts it', () => {
  const home = directory();
  const note = (text: string): NewEvent => ({ type: 'noted', item: 'b/i', text });
  journalIn(home, '2026-11-22T13:00:00Z').append([note('later')]);
  const first = journalIn(home, '2026-11-22T13:00:00Z');
  first.close();
  const back = journalIn(home, '2026-11-22T12:59:59Z');
  back.append([note('earlier')]);
  back.close();
  expect(journalIn(home).recheck()).toEqual([]);
  expect(journalIn(home).progress.notes.get('b/i')).toBe('later');
});

test('an answer amended in one write with its voiding is folded once, also where the whole file is folded for it', () => {
  const home = directory();
  const answer = (rating: 'good' | 'hard') =>
    ({ type: 'answered', session: 's', mode: 'drill', item: 'b/i', right: true, rating }) as unknown as NewEvent;
  const [first] = journalIn(home).append([answer('good')]);
  const other = journalIn(home);
  other.append([{ type: 'voided', target: first?.id ?? '' }, answer('hard')]);
  expect(other.progress.memories.get('b/i')).toMatchObject({ repetitions: 1 });
  expect(journalIn(home).progress.memories).toEqual(other.progress.memories);
});

test('an answer that was changed when its exam was taken up another day is one review, by the last of them', () => {
  const home = directory();
  const answer = (session: string, rating: 'again' | 'good') =>
    ({ type: 'answered', session, mode: 'exam', item: 'b/i', right: true, rating }) as unknown as NewEvent;
  const started = { type: 'session-started', mode: 'exam', banks: [], settings: {}, seed: '', form: [] } as const;
  const first = journalIn(home);
  const session = first.append([started])[0]?.id ?? '';
  first.append([answer(session, 'again')]);
  first.close();
  const later = journalIn(home, '2026-11-25T13:00:00Z');
  later.takeUp(session, ['b/i']);
  later.append([answer(session, 'good')]);
  expect(later.progress.memories.get('b/i')).toMatchObject({ repetitions: 1, lapses: 0 });
  later.close();
  expect(journalIn(home, '2026-11-25T13:00:00Z').progress.memories).toEqual(later.progress.memories);
});
