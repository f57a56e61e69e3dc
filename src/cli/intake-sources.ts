import { resolve } from 'node:path';
import type { Source } from '../core/intake/intake.ts';
import { decodeText, LARGEST_TEXT_BYTES, readTextFile, type TextRead } from '../store/text-source.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { readMarked } from './intake-kinds.ts';
import type { Io } from './io.ts';

/** The documents to import, in the order given; `-` is standard input. */
export async function readSources(context: Context, files: readonly string[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    const read = file === '-' ? decodeText(await wholeInput(context.io)) : readTextFile(resolve(context.io.cwd, file));
    const text = textOf(context, file, read);
    sources.push((await readMarked(context, file, text)) ?? { kind: 'text', file, text });
  }
  return sources;
}

function textOf({ words }: Context, file: string, read: TextRead): string {
  if (read.kind === 'text') return read.text;
  const { intake: said } = words;
  const message = said.refused[read.why]?.(file, read.megabytes) ?? file;
  throw new UserError('NOT_A_DOCUMENT', EXIT.data, message, said.refusedHint);
}

/** Read no further than what is refused anyway. */
async function wholeInput(io: Io): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of io.input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes);
    length += bytes.length;
    if (length > LARGEST_TEXT_BYTES) break;
  }
  return Buffer.concat(chunks);
}
