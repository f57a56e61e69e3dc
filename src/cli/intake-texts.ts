import { withoutGuard } from '../core/intake/containers/table/guard.ts';
import { separatorOf, usualSeparator } from '../core/intake/containers/table/separator.ts';
import type { Source } from '../core/intake/intake.ts';
import type { Context } from './context.ts';
import { noColumns } from './intake-documents.ts';

/** Texts whose format says more than their words do; null for one that is to be understood as it stands. */
export async function readTextFormat(context: Context, file: string, text: string): Promise<Source[] | null> {
  const separator = separatorOf(text);
  const isTable = /\.(?:csv|tsv)$/i.test(file);
  if (separator === null && !isTable) return (await readMarkdown(file, text)) ?? null;
  const { csvRecords } = await import('../core/history/import/records.ts');
  const { tableSources } = await import('../core/intake/containers/table/table-sources.ts');
  const rows = [...csvRecords(text, separator ?? usualSeparator(text))]
    .filter(({ cells }) => !/^sep=/i.test(cells[0] ?? ''))
    .map(({ line, cells }) => ({ line, cells: cells.map(withoutGuard) }));
  const sources = tableSources(file, [{ name: '', rows }]);
  return sources ?? (isTable ? noColumns(context, file) : null);
}

async function readMarkdown(file: string, text: string): Promise<Source[] | null> {
  if (!/\.(?:md|markdown|mdx|mkd)$/i.test(file) && !/^\s*[-*+][ ]\[[ xX]\][ ]/m.test(text)) return null;
  const { markdownSources } = await import('../core/intake/containers/markdown/markdown-sources.ts');
  return markdownSources(file, text);
}
