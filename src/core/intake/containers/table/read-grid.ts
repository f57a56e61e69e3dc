import { withLanguagesParted } from '../../bilingual.ts';
import type { Draft } from '../../draft.ts';
import { foldWidth } from '../../fold.ts';
import type { Section } from '../../found.ts';
import { declaredIn } from '../../lexer/declared.ts';
import { typeNamedIn } from '../../lexer/type-words.ts';
import type { Noted } from '../../report.ts';
import { columnOf } from './columns.ts';
import { type GridRow, isHeader, type Layout } from './grid.ts';
import { rowDraft } from './row-draft.ts';
import { continued, fieldsOf, type RowFields } from './row-fields.ts';

/** What became of the rows of a table. */
export interface GridReading {
  readonly drafts: readonly Draft[];
  /** Rows that are no question and no title. */
  readonly unread: readonly Noted[];
}

/** `title` names the table: a sheet called 判断题 holds such questions. */
export function readGrid(file: string, rows: readonly GridRow[], layout: Layout, title = ''): GridReading {
  const drafts: Draft[] = [];
  const unread: Noted[] = [];
  let section = sectionOf(title, 0);
  let open: RowFields | null = null;
  let columns = layout.columns;
  const isTruth = holdsTruths(rows.slice(layout.from), columns);
  const close = (): void => {
    if (open) drafts.push(rowDraft(file, isTruth ? spelled(open) : open, section));
    open = null;
  };
  for (const row of rows.slice(layout.from)) {
    const filled = row.cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 0) continue;
    if (row.cells.some(({ length }) => length > LONGEST_CELL)) {
      unread.push({ file, line: row.line, text: filled.join(' | ').slice(0, 80), why: 'too-long' });
      continue;
    }
    const named = row.cells.map(columnOf);
    const fields: RowFields = fieldsOf(row, columns);
    if (filled.length > 1 && isHeader(named)) {
      close();
      columns = named;
    } else if (filled.length === 1 && (sectionOf(filled[0] ?? '', 1) !== null || isTitle(filled[0] ?? ''))) {
      close();
      section = sectionOf(filled[0] ?? '', (section?.index ?? 0) + 1) ?? section;
    } else if (fields.stem !== '' && isWorded(fields.stem)) {
      close();
      open = fields;
    } else if (
      open &&
      fields.stem === '' &&
      // `合计:13题 制表:…` in the column of the numbers is no part of the question above.
      (fields.number === '' || /^\d+$/.test(fields.number)) &&
      (fields.option.length > 0 || fields.options !== '' || fields.answer !== '')
    )
      open = continued(open, fields);
    else if (fields.stem !== '' || fields.option.length > 0 || fields.options !== '')
      unread.push({ file, line: row.line, text: filled.join(' | ').slice(0, 80), why: 'no-stem' });
  }
  close();
  return { drafts: withLanguagesParted(drafts), unread };
}

/** Excel holds no more in a cell. Longer ones come of a quote that is never closed, and no question is as long. */
const LONGEST_CELL = 32_767;

/** A column of ones and zeros beside no options says what is true and what is false. */
function holdsTruths(rows: readonly GridRow[], columns: Layout['columns']): boolean {
  const at = columns.findIndex((column) => column?.kind === 'answer');
  if (at < 0 || columns.some((column) => column?.kind === 'option' || column?.kind === 'options')) return false;
  const keys = rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  return keys.length > 1 && keys.every((key) => /^(?:[01√×对错是否TFYN]|正确|错误|true|false|yes|no)$/i.test(key));
}

const spelled = (fields: RowFields): RowFields => ({
  ...fields,
  answer: fields.answer.replace(/^1$/, '√').replace(/^0$/, '×'),
});

/** Says something, and is not the sum of a column. */
const isWorded = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) && !/^\s*(?:合计|总计|小计|total)\s*$/i.test(text);

/** `一、单选题(每题2分)` in a row of its own, or the name of a sheet. */
function sectionOf(title: string, index: number): Section | null {
  const text = foldWidth(title);
  const type = text.length <= 60 ? typeNamedIn(text) : null;
  // A question alone in its row may speak of choices; a head does not ask.
  if (
    type === null ||
    /[?？]|[(（]\s*[)）]|_{2}/.test(text) ||
    (text.length > 12 && !/题|questions?|choice|blank/i.test(text))
  )
    return null;
  return { index, title: title.trim(), type, declared: declaredIn(text), number: null, at: 0 };
}

/** `第二章 ……`, `以下为……`: a merged row that heads the ones below. */
const isTitle = (text: string): boolean =>
  /^(?:第[一二三四五六七八九十百\d]+[章节部分单元]|[一二三四五六七八九十]+、)/.test(text.trim()) && text.length <= 40;
