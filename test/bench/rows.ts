import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { STEM_MARK } from './data/bank-text.ts';
import {
  archivedDrillOf,
  drillOf,
  EVENTS,
  firstLetter,
  firstQuestion,
  ITEMS,
  longDrillOf,
  openDrill,
  warmUp,
} from './drills.ts';
import { arrowsOn, openSheet } from './exams.ts';
import type { Fixture } from './fixture.ts';
import { median, type Pair, pairsOf, ratioOf } from './pairs.ts';
import { nodeRun, runTask } from './processes.ts';

/** Megabytes of a long document: a collection of years. */
const PAPERS_MB = 2;

/** One thing that may cost only so much beside another. */
export interface Row {
  readonly name: string;
  readonly what: string;
  readonly besides: string;
  /** A ratio; for a row without anything beside it, milliseconds. */
  readonly most: number;
  readonly unit: 'ratio' | 'ms';
  /** What the figures come to in the words of the trade. */
  readonly remark?: (pairs: readonly Pair[]) => string;
  measure(fixture: Fixture, isQuick: boolean): Promise<readonly Pair[]>;
}

export const rows: readonly Row[] = [
  {
    name: 'version',
    what: 'quiz --version',
    besides: 'node -e 0',
    most: 1.35,
    unit: 'ratio',
    measure: ({ program }, isQuick) =>
      pairsOf(
        isQuick ? 7 : 21,
        () => nodeRun([program, '--version']),
        () => nodeRun(['-e', '0']),
      ),
  },
  {
    name: 'help',
    what: 'quiz --help',
    besides: 'node -e 0',
    most: 2,
    unit: 'ratio',
    measure: ({ program }, isQuick) =>
      pairsOf(
        isQuick ? 7 : 21,
        () => nodeRun([program, '--help']),
        () => nodeRun(['-e', '0']),
      ),
  },
  ...(
    [
      ['first-warm', '100,000 events', drillOf],
      ['first-warm-archived', '95,000 of them archived', archivedDrillOf],
      ['first-warm-1m', '1,000,000 events', longDrillOf],
    ] as const
  ).map(
    ([name, what, drillIn]): Row => ({
      name,
      what: `first question, caches warm, ${what}`,
      besides: 'node in the same terminal',
      most: 3,
      unit: 'ratio',
      measure: async (fixture, isQuick) => {
        const drill = await drillIn(fixture);
        await warmUp(drill);
        return pairsOf(isQuick ? 7 : 21, () => firstQuestion(drill), firstLetter);
      },
    }),
  ),
  ...(
    [
      ['first-cold', '100,000 events', drillOf],
      ['first-cold-archived', '95,000 of them archived', archivedDrillOf],
    ] as const
  ).map(
    ([name, what, drillIn]): Row => ({
      name,
      what: `first question, no cache, ${what}`,
      besides: 'node in the same terminal',
      most: 6.5,
      unit: 'ratio',
      measure: async (fixture, isQuick) => {
        const drill = await drillIn(fixture);
        const withoutCache = (): Promise<number> => {
          rmSync(join(drill.home, 'cache'), { recursive: true, force: true });
          return firstQuestion(drill);
        };
        return pairsOf(isQuick ? 5 : 15, withoutCache, firstLetter);
      },
    }),
  ),
  ...[1_000, 1_000_000].map(
    (events): Row => ({
      name: `answer-${events === 1_000 ? '1k' : '1m'}`,
      what: `an answer kept, ${events.toLocaleString('en')} events`,
      besides: 'write + fsync of the same bytes',
      most: 1.5,
      unit: 'ratio',
      measure: async (fixture, isQuick) =>
        runTask<Pair[]>(
          'append',
          await fixture.history(events, ITEMS),
          fixture.scratch(`answer-${events}`),
          isQuick ? 200 : 1000,
        ),
    }),
  ),
  {
    name: 'bank-warm',
    what: 'warm load of 10,000 items',
    besides: 'yaml.parse of the same file',
    most: 1 / 15,
    unit: 'ratio',
    measure: async (fixture, isQuick) => {
      const bank = await fixture.bank(10_000);
      const cache = fixture.scratch('bank-cache');
      await runTask('load', bank, cache);
      return pairsOf(
        isQuick ? 2 : 5,
        () => runTask('load', bank, cache),
        () => runTask('parse', bank),
      );
    },
  },
  {
    name: 'intake',
    what: `exam papers of ${PAPERS_MB} MB understood`,
    besides: '',
    most: 8_000,
    unit: 'ms',
    remark: (pairs) => `${((PAPERS_MB * 1000) / median(pairs.map(({ ours }) => ours))).toFixed(2)} MB/s`,
    measure: async (fixture, isQuick) => {
      const papers = await fixture.examText(PAPERS_MB);
      return pairsOf(
        isQuick ? 2 : 5,
        () => runTask('intake', papers),
        () => 0,
      );
    },
  },
  {
    name: 'intake-growth',
    what: `the same, twice as long: ${PAPERS_MB} MB`,
    besides: `${PAPERS_MB / 2} MB`,
    most: 2.6,
    unit: 'ratio',
    remark: (pairs) => `grows with exponent ${Math.log2(ratioOf(pairs)).toFixed(2)}`,
    measure: async (fixture, isQuick) => {
      const [whole, half] = [await fixture.examText(PAPERS_MB), await fixture.examText(PAPERS_MB / 2)];
      return pairsOf(
        isQuick ? 2 : 5,
        () => runTask('intake', whole),
        () => runTask('intake', half),
      );
    },
  },
  {
    name: 'fold',
    what: 'history of 100,000 events folded',
    besides: 'ts-fsrs next over its reviews',
    most: 1 / 8,
    unit: 'ratio',
    measure: async (fixture, isQuick) => {
      const home = await fixture.home('fold', EVENTS, ITEMS);
      return pairsOf(
        isQuick ? 2 : 5,
        () => runTask('fold', home),
        () => runTask('next', home),
      );
    },
  },
  {
    name: 'key',
    what: 'key press to screen, four options',
    besides: '',
    most: 10,
    unit: 'ms',
    measure: async (fixture, isQuick) => {
      const drill = await drillOf(fixture);
      await warmUp(drill);
      const terminal = openDrill(drill, '--type', 'single');
      await terminal.shows(STEM_MARK);
      return arrowsOn(terminal, isQuick ? 30 : 100);
    },
  },
  {
    name: 'sheet-key',
    what: 'key press to screen, answer sheet of 200',
    besides: '',
    most: 10,
    unit: 'ms',
    measure: async (fixture, isQuick) => arrowsOn(await openSheet(fixture), isQuick ? 30 : 100),
  },
];
