import { resolve } from 'node:path';
import type { Source } from '../core/intake/intake.ts';
import { type DocumentBytes, LARGEST_DOCUMENT_BYTES, readDocumentFile, tooLarge } from '../store/document-file.ts';
import { decodeText } from '../store/text-source.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { readDocument } from './intake-documents.ts';
import { readMarked } from './intake-kinds.ts';
import { readTextFormat } from './intake-texts.ts';
import type { Io } from './io.ts';

/** The documents to import, in the order given; `-` is standard input. */
export async function readSources(context: Context, files: readonly string[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    const read = file === '-' ? await wholeInput(context.io) : readDocumentFile(resolve(context.io.cwd, file));
    if (read.kind === 'refused') throw refusal(context, file, read.why, read.megabytes);
    sources.push(...(await sourcesIn(context, file, read.bytes)));
  }
  return sources;
}

async function sourcesIn(context: Context, file: string, bytes: Uint8Array): Promise<Source[]> {
  const document = await readDocument(context, file, bytes);
  if (document) return document;
  const read = decodeText(bytes);
  if (read.kind === 'refused') throw refusal(context, file, read.why, read.megabytes);
  const marked = await readMarked(context, file, read.text);
  if (marked) return [marked];
  return (await readTextFormat(context, file, read.text)) ?? [{ kind: 'text', file, text: read.text }];
}

function refusal({ words }: Context, file: string, why: string, megabytes: number): UserError {
  const { intake: said } = words;
  return new UserError('NOT_A_DOCUMENT', EXIT.data, said.refused[why]?.(file, megabytes) ?? file, said.refusedHint);
}

/** Read no further than what is refused anyway. */
async function wholeInput(io: Io): Promise<DocumentBytes> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of io.input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes);
    length += bytes.length;
    if (length > LARGEST_DOCUMENT_BYTES) return tooLarge(length);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}
