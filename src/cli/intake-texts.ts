import { withoutGuard } from '../core/intake/containers/table/guard.ts';
import { separatorOf, usualSeparator } from '../core/intake/containers/table/separator.ts';
import type { Source } from '../core/intake/intake.ts';
import type { Context } from './context.ts';
import { noColumns } from './intake-documents.ts';

/** Texts whose format says more than their words do; null for one that is to be understood as it stands. */
export async function readTextFormat(context: Context, file: string, text: string): Promise<Source[] | null> {
  if (/\.(?:csv|tsv)$/i.test(file)) return (await readTable(file, text)) ?? noColumns(context, file);
  if (/\.(?:md|markdown|mdx|mkd)$/i.test(file) || MARKDOWN.test(text)) {
    const { markdownSources } = await import('../core/intake/containers/markdown/markdown-sources.ts');
    return markdownSources(file, text);
  }
  return separatorOf(text) === null ? null : readTable(file, text, MOSTLY);
}

/** A list with boxes, or a table under its header. */
const MARKDOWN = /^[ \t]{0,40}[-*+][ ]\[[ xX]\][ ]|^[ ]{0,3}\|[^\n]{1,2000}\n[ ]{0,3}\|[ ]?:?-+:?[ ]?\|/m;
/** Share of rows with more than one cell, for a text that is not called a table. */
const MOSTLY = 0.75;

/** Null where the columns are not known, or where fewer rows than `share` have any. */
async function readTable(file: string, text: string, share = 0): Promise<Source[] | null> {
  const { csvRecords } = await import('../core/history/import/records.ts');
  const { tableSources } = await import('../core/intake/containers/table/table-sources.ts');
  const rows = [...csvRecords(text, separatorOf(text) ?? usualSeparator(text))]
    .filter(({ cells }) => !/^sep=/i.test(cells[0] ?? '') && cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: cells.map(withoutGuard) }));
  const divided = rows.filter(({ cells }) => cells.length > 1).length;
  return divided < rows.length * share ? null : tableSources(file, [{ name: '', rows }]);
}
