import { jsonText } from './json-text.ts';
import { clockTimeOf, sizeOf } from './quantities.ts';
import { alignedTable, toLeft, toRight, type WidthOf } from './table.ts';

export interface BackupRow {
  /** What `quiz history restore` takes. */
  readonly name: string;
  readonly file: string;
  /** ISO time on the clock that it was made under. */
  readonly at: string;
  readonly reason: string;
  readonly bytes: number;
}

export interface BackupListWords {
  readonly none: string;
  readonly columns: Readonly<Record<'name' | 'when' | 'why' | 'size', string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly total: (count: number, size: string, folder: string) => string;
  readonly restoreHint: string;
}

/** The newest first. */
export function renderBackupList(
  rows: readonly BackupRow[],
  folder: string,
  words: BackupListWords,
  widthOf: WidthOf,
): string {
  if (rows.length === 0) return `${words.none}\n`;
  const { columns, reasons } = words;
  const table = alignedTable(
    rows,
    [
      toLeft(columns.when, ({ at }) => clockTimeOf(at)),
      toLeft(columns.why, ({ reason }) => reasons[reason] ?? reason),
      toRight(columns.size, ({ bytes }) => sizeOf(bytes)),
      // The longest comes last: where a screen is narrow, it alone is broken.
      toLeft(columns.name, ({ name }) => name),
    ],
    widthOf,
  );
  const size = sizeOf(rows.reduce((sum, { bytes }) => sum + bytes, 0));
  return `${table}\n${words.total(rows.length, size, folder)}\n${words.restoreHint}\n`;
}

export function renderBackupListJson(rows: readonly BackupRow[], folder: string): string {
  const backups = rows.map(({ name, file, at, reason, bytes }) => ({ name, file, at, reason, bytes }));
  return `${jsonText({ folder, backups })}\n`;
}
