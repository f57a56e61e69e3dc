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
const contextIn = (home: string): Context =>
  ({
    io: { now: () => ({ ms: Date.parse('2026-11-22T13:00:00Z'), offset: 480 }) },
    words: withDetails(messagesFor('en')),
    home: homeAt(home, {}, '/'),
    notice: () => {},
  }) as unknown as Context;
const journalIn = (home: string): Journal => new Journal(contextIn(home), 0.9);
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
