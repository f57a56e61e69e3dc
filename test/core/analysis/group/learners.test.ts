import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LearnerFile, uniteFiles } from '../../../../src/core/analysis/group/learners.ts';
import { namesOf } from '../../../../src/core/analysis/group/names.ts';
import type { HistoryEvent } from '../../../../src/core/history/event.ts';
import { anAnswer, anEnd } from '../../../support/results-history.ts';

const file = (path: string, events: readonly HistoryEvent[], name: string | null = null): LearnerFile => ({
  name,
  path,
  events,
});

const idsOf = (events: readonly HistoryEvent[]): string[] => events.map(({ id }) => id).sort();

const [one, two, three, four] = [anAnswer(), anAnswer(), anAnswer(), anAnswer()] as const;

describe('files become learners', () => {
  test('each its own, in the order given', () => {
    const { learners, remarks } = uniteFiles([file('b', [one]), file('a', [two])]);
    expect(learners.map(({ paths }) => paths)).toEqual([['b'], ['a']]);
    expect(remarks).toEqual([]);
  });

  test('two that hold the same answers are one, with each event once', () => {
    const { learners, remarks } = uniteFiles([
      file('old', [one, two]),
      file('other', [four]),
      file('new', [one, two, three]),
    ]);
    expect(learners.map(({ paths, events }) => [paths, events.length])).toEqual([
      [['old', 'new'], 3],
      [['other'], 1],
    ]);
    expect(remarks).toEqual([{ kind: 'same-answers', paths: ['old', 'new'], answers: 2 }]);
  });

  test('that share anything but an answer are two, and what they share counts once', () => {
    const end = anEnd();
    const { learners, remarks } = uniteFiles([file('a', [one, end]), file('b', [two, end])]);
    expect(learners.map(({ events }) => events)).toEqual([[one, end], [two]]);
    expect(remarks).toEqual([]);
  });

  test('that meet only in a third are one too', () => {
    const { learners } = uniteFiles([file('a', [one]), file('b', [two]), file('both', [one, two])]);
    expect(learners.map(({ paths, events }) => [paths, events.length])).toEqual([[['a', 'b', 'both'], 2]]);
  });

  test('of one name are one learner, and that is said', () => {
    const { learners, remarks } = uniteFiles([file('desk', [one], 'Li'), file('phone', [two], 'Li')]);
    expect(learners).toMatchObject([{ name: 'Li', paths: ['desk', 'phone'], events: [one, two] }]);
    expect(remarks).toEqual([{ kind: 'same-name', name: 'Li', paths: ['desk', 'phone'] }]);
  });

  test('of two names stay two, and what both hold counts for the first', () => {
    const { learners, remarks } = uniteFiles([file('a', [one, two], 'Li'), file('b', [one, three], 'Wang')]);
    expect(learners.map(({ name, events }) => [name, idsOf(events)])).toEqual([
      ['Li', idsOf([one, two])],
      ['Wang', [three.id]],
    ]);
    expect(remarks).toEqual([{ kind: 'two-learners', paths: ['a', 'b'], answers: 1 }]);
  });

  test('a name given to one of the files is the name of all', () => {
    const { learners } = uniteFiles([file('a', [one]), file('b', [one, two], 'Li')]);
    expect(learners.map(({ name }) => name)).toEqual(['Li']);
  });

  test('one id with two contents is said, and counts as it was read first', () => {
    const changed = { ...one, right: false };
    const { learners, remarks } = uniteFiles([file('a', [one]), file('b', [changed, two])]);
    expect(learners[0]?.events).toEqual([one, two]);
    expect(remarks).toContainEqual({ kind: 'contradiction', path: 'b', events: 1 });
  });

  test('machines are known by the answers alone, the one with the most first', () => {
    const at = (device: string) => anAnswer({ device });
    const odd = { ...anAnswer(), device: 7 as unknown as string };
    const events = [anEnd({ device: 'idle' }), at('desk'), at('phone'), at('phone'), odd];
    expect(uniteFiles([file('a', events)]).learners[0]?.devices).toEqual(['phone', 'desk']);
  });
});

describe('uniting', () => {
  const pool = Array.from({ length: 12 }, (_, n) => anAnswer({ device: `d${n % 3}` }));
  const someEvents = fc.subarray(pool).chain((events) => fc.shuffledSubarray(events, { minLength: events.length }));
  const someFiles = fc
    .array(someEvents, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((events, n) => file(`f${n}`, events)));

  /** Learners as sets of files and of events, whatever order they come in. */
  const partition = (files: readonly LearnerFile[]) =>
    uniteFiles(files)
      .learners.map(({ paths, events, devices }) => ({
        paths: [...new Set(paths)].sort(),
        ids: idsOf(events),
        devices,
      }))
      .sort((a, b) => ((a.paths[0] as string) < (b.paths[0] as string) ? -1 : 1));

  test('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(
        someFiles.chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        ),
        ([files, turned]) => {
          expect(partition(turned)).toEqual(partition(files));
        },
      ),
    );
  });

  test('a file with itself changes nothing', () => {
    fc.assert(
      fc.property(someFiles, fc.nat(), (files, pick) => {
        const again = files[pick % files.length] as LearnerFile;
        fc.pre(again.events.length > 0);
        expect(partition([...files, again])).toEqual(partition(files));
      }),
    );
  });

  test('loses no event and doubles none', () => {
    fc.assert(
      fc.property(someFiles, (files) => {
        const all = new Set(files.flatMap(({ events }) => idsOf(events)));
        const counted = uniteFiles(files).learners.flatMap(({ events }) => idsOf(events));
        expect(counted.sort()).toEqual([...all].sort());
      }),
    );
  });
});

describe('names', () => {
  const named = (...people: [name: string | null, device: string | null, path: string][]): string[] =>
    namesOf(
      people.map(([name, device, path]) => ({ name, devices: device === null ? [] : [device], paths: [path] })),
      (text) => text.trim(),
    );

  test('are given, else the machine, else the file', () => {
    expect(named(['Li', 'k3f9', 'a.json'], [null, 'p2x8', 'b.json'], [null, null, 'c/d.json'])).toEqual([
      'Li',
      'p2x8',
      'd.json',
    ]);
  });

  test('that collide are told apart by the file, then by the path', () => {
    expect(named([null, 'pc', 'li.json'], [null, 'pc', 'wang.json'])).toEqual(['pc (li.json)', 'pc (wang.json)']);
    expect(named(['pc', 'x', 'li.json'], [null, 'pc', 'wang.json'])).toEqual(['pc (li.json)', 'pc (wang.json)']);
    expect(named([null, 'pc', 'li/history.json'], [null, 'pc', 'wang/history.json'])).toEqual([
      'pc (li/history.json)',
      'pc (wang/history.json)',
    ]);
  });

  test('are all different, whatever they are', () => {
    const word = fc.constantFrom('a', 'a ', ' a', 'b', 'a (x)', '', 'a #2');
    const person = fc.record({
      name: fc.option(word),
      devices: fc.array(word, { maxLength: 2 }),
      paths: fc.tuple(fc.constantFrom('x', 'd/x', 'e/x', 'a', '')),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const names = namesOf(people, (text) => text.trim());
        expect(new Set(names).size).toBe(people.length);
        expect(names).not.toContain('');
      }),
    );
  });
});
