import type { Source } from '../core/intake/intake.ts';
import { DocumentFault } from '../store/documents/document-fault.ts';
import { shapeOf } from '../store/documents/sniff.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';

/**
 * The sources in a document that is more than text: of Word, of Excel, a web page. What it is is told by its bytes, not
 * by its name. Null for bytes that may be text. The readers are loaded when the first such file comes.
 */
export async function readDocument(context: Context, file: string, bytes: Uint8Array): Promise<Source[] | null> {
  try {
    if (shapeOf(bytes) === 'zip') return await readOffice(context, file, bytes);
    const { archivedPage } = await import('../store/documents/mht.ts');
    const { pageText } = await import('../store/documents/page-text.ts');
    const page = archivedPage(bytes) ?? pageText(bytes);
    return page === null ? null : await readPage(file, page);
  } catch (error) {
    throw error instanceof DocumentFault ? refusal(context, file, error.code) : error;
  }
}

async function readOffice(context: Context, file: string, bytes: Uint8Array): Promise<Source[]> {
  const { officePackage } = await import('../store/documents/office-package.ts');
  if (officePackage(bytes).kind === 'docx') {
    const { docxDocument } = await import('../store/documents/docx.ts');
    const { documentSources } = await import('../core/intake/containers/document-sources.ts');
    return documentSources(file, docxDocument(bytes));
  }
  const { workbookSheets } = await import('../store/documents/xlsx.ts');
  const { tableSources } = await import('../core/intake/containers/table/table-sources.ts');
  return tableSources(file, workbookSheets(bytes)) ?? noColumns(context, file);
}

async function readPage(file: string, page: string): Promise<Source[]> {
  const { htmlTree } = await import('../store/documents/markup.ts');
  const { htmlBlocks } = await import('../core/intake/containers/html/html-blocks.ts');
  const { documentSources } = await import('../core/intake/containers/document-sources.ts');
  return documentSources(file, htmlBlocks(htmlTree(page)));
}

/** Stops at a table that does not say what its columns are. */
export function noColumns(context: Context, file: string): never {
  throw refusal(context, file, 'no-columns');
}

function refusal({ words }: Context, file: string, code: DocumentFault['code'] | 'no-columns'): UserError {
  const { refusedDocument: said } = words.intake;
  return new UserError('NOT_A_DOCUMENT', EXIT.data, said[code].message(file), said[code].hint);
}
