import type { ItemDiff, Outcome, SessionDiff, SideOfDiff } from '../core/analysis/diff.ts';
import { formatPoints } from '../core/grading/mark.ts';
import { oneLine } from './one-line.ts';
import { clockTimeOf, type DurationWords, durationOf, percentOf } from './quantities.ts';
import { alignedTable, toLeft, toRight, type WidthOf } from './table.ts';

export interface HistoryDiffWords {
  readonly rows: Readonly<Record<'started' | 'marks' | 'right' | 'time', string>>;
  readonly columns: Readonly<Record<'what' | 'before' | 'after' | 'change', string>>;
  readonly gained: (count: number) => string;
  readonly lost: (count: number) => string;
  readonly stillWrong: (count: number) => string;
  readonly stillRight: (count: number) => string;
  readonly onlyOne: (before: number, after: number) => string;
  readonly duration: DurationWords;
}

interface Row {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

/** Two sittings in two columns, then which questions were won and lost. */
export function renderHistoryDiff(diff: SessionDiff, words: HistoryDiffWords, widthOf: WidthOf): string {
  const { columns } = words;
  const table = alignedTable(
    [...factRows(diff, words), ...sectionRows(diff)],
    [
      toLeft<Row>(columns.what, ({ what }) => what),
      toRight<Row>(columns.before, ({ before }) => before),
      toRight<Row>(columns.after, ({ after }) => after),
      toRight<Row>(columns.change, ({ change }) => change),
    ],
    widthOf,
  );
  const { onlyBefore, onlyAfter } = diff;
  const others = onlyBefore.length + onlyAfter.length > 0 ? [words.onlyOne(onlyBefore.length, onlyAfter.length)] : [];
  return [table, ...itemLines(diff.items, words), ...others, ''].join('\n');
}

function factRows({ before, after }: SessionDiff, words: HistoryDiffWords): Row[] {
  const row = (what: string, of: (side: SideOfDiff) => string, change = ''): Row => ({
    what,
    before: of(before),
    after: of(after),
    change,
  });
  return [
    row(words.rows.started, ({ session }) => oneLine(clockTimeOf(session.startedAt))),
    row(
      words.rows.marks,
      ({ marks, of }) => `${formatPoints(marks)}/${formatPoints(of)}`,
      before.of === after.of ? signed(after.marks - before.marks) : '',
    ),
    row(words.rows.right, ({ session }) => percentOf(session.shareRight)),
    row(words.rows.time, ({ session }) => durationOf(session.ms, words.duration)),
  ];
}

const sectionRows = ({ sections }: SessionDiff): Row[] =>
  sections.map(({ title, before, after }) => ({
    what: oneLine(title),
    before: `${formatPoints(before.marks)}/${formatPoints(before.of)}`,
    after: `${formatPoints(after.marks)}/${formatPoints(after.of)}`,
    change: before.of === after.of ? signed(after.marks - before.marks) : '',
  }));

const signed = (hundredths: number): string => `${hundredths > 0 ? '+' : ''}${formatPoints(hundredths)}`;

function itemLines(items: readonly ItemDiff[], words: HistoryDiffWords): string[] {
  const isRight = (outcome: Outcome): boolean => outcome === 'right';
  const some = (fits: (item: ItemDiff) => boolean): readonly ItemDiff[] => items.filter(fits);
  const gained = some(({ before, after }) => !isRight(before) && isRight(after));
  const lost = some(({ before, after }) => isRight(before) && !isRight(after));
  const wrong = some(({ before, after }) => !isRight(before) && !isRight(after));
  const kept = items.length - gained.length - lost.length - wrong.length;
  const named = (glyph: string, listed: readonly ItemDiff[]): string[] =>
    listed.map(({ ref }) => `  ${glyph} ${oneLine(ref)}`);
  return [
    words.gained(gained.length),
    ...named('✔', gained),
    words.lost(lost.length),
    ...named('✘', lost),
    words.stillWrong(wrong.length),
    words.stillRight(kept),
  ];
}
