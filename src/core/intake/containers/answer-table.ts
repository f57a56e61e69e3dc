import { columnOf } from './table/columns.ts';

/**
 * A table of nothing but answers, as a list that names each number beside its key: numbers over keys in pairs of rows,
 * or a column for each. One line for each row; the first is the head of the list, unless the line `above` is one, or the row of another such table. Null
 * for another table.
 */
export function answerTable(rows: readonly (readonly string[])[], above: string): string[] | null {
  const [head, ...lines] = inRows(rows) ?? inColumns(rows) ?? [];
  if (head === undefined) return null;
  const isHeaded = /^.{0,12}(?:答案|answers?|key).{0,6}$/i.test(above.trim()) || ROW_OF_KEYS.test(above.trim());
  return [isHeaded ? '' : head, ...lines].map((line) => line.replace(/\n/g, ' '));
}

/** Of a table before this one, which goes on with its list. */
const ROW_OF_KEYS = /^\d{1,3}\.\S{1,12}(?:\t\d{1,3}\.\S{1,12})*$/;

const HEAD = '参考答案';

function inRows(rows: readonly (readonly string[])[]): string[] | null {
  const lines: string[] = [];
  let isFilled = false;
  for (let at = 0; at < rows.length; at += 2) {
    const [label = '', ...numbers] = rows[at] ?? [];
    const [named = '', ...keys] = rows[at + 1] ?? [];
    const isPair = /^(?:题[ ]?号|序[ ]?号|No\.?|Number|)$/i.test(label.trim()) && columnOf(named)?.kind === 'answer';
    const shown = numbers.flatMap((number, index): [string, string][] => {
      const key = (keys[index] ?? '').trim();
      return number.trim() === '' && key === '' ? [] : [[number.trim(), key]];
    });
    if (!isPair || shown.length === 0 || !shown.every(([number]) => /^\d{1,3}$/.test(number))) return null;
    lines.push(at === 0 ? HEAD : '', shown.map(([number, key]) => `${number}.${key}`).join('\t'));
    isFilled ||= shown.some(([, key]) => key !== '');
  }
  if (lines.length === 0) return null;
  // A sheet for whoever sits the paper to write on.
  return isFilled ? lines : lines.map(() => '');
}

function inColumns(rows: readonly (readonly string[])[]): string[] | null {
  const [names = [], ...others] = rows;
  const kinds = names.map((name) => columnOf(name)?.kind ?? null);
  const isList = kinds.includes('number') && kinds.includes('answer') && !kinds.includes('stem');
  if (!isList || others.length === 0 || kinds.some((kind) => !KINDS.has(kind ?? ''))) return null;
  const lines = others.map((row) =>
    kinds
      .map((kind, index) => {
        const cell = (row[index] ?? '').trim();
        if (cell === '') return '';
        return kind === 'number' ? `\t${cell}.` : kind === 'explanation' ? ` 解析:${cell}` : cell;
      })
      .join('')
      .trim(),
  );
  return [HEAD, ...lines];
}

const KINDS = new Set(['number', 'answer', 'explanation']);
