import { formatOf, type TextFormat } from '../core/intake/formats/detect.ts';
import type { FormatReading } from '../core/intake/formats/reading.ts';
import type { ItemSource } from '../core/intake/intake.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';

type Reader = (context: Context, file: string, text: string) => Promise<ItemSource>;

/** Formats that mark what is a question, each with its reader, which is loaded when the first such file comes. */
const READERS: Readonly<Record<TextFormat, Reader>> = {
  async gift(_, file, text) {
    const { readGift } = await import('../core/intake/formats/gift/gift.ts');
    return sourceOf(file, text, readGift({ file, text }));
  },
  async aiken(_, file, text) {
    const { readAiken } = await import('../core/intake/formats/aiken.ts');
    return sourceOf(file, text, readAiken({ file, text }));
  },
  async anki(_, file, text) {
    const { readAnki } = await import('../core/intake/formats/anki.ts');
    return sourceOf(file, text, readAnki({ file, text }));
  },
  async 'moodle-xml'(context, file, text) {
    const { readXml } = await import('../store/xml-tree.ts');
    const { readMoodle } = await import('../core/intake/formats/moodle/moodle.ts');
    const read = readXml(text);
    if (read.kind === 'faulty') throw refused(context, file, read.why, read.line, read.reason);
    return sourceOf(file, text, readMoodle(file, read.root));
  },
  async bank(context, file, text) {
    const { readBankItems } = await import('../store/bank-items.ts');
    const { readBank } = await import('../core/intake/formats/bank.ts');
    const read = readBankItems(text);
    if (read.kind === 'broken') throw refused(context, file, 'broken-bank', read.line, read.reason);
    const { leftOut, ...rest } = readBank(file, read.items);
    const besides = read.besides.map((name) => ({ file, line: 1, text: name, why: 'papers' }));
    return { ...sourceOf(file, text, { ...rest, leftOut: [...leftOut, ...besides] }), topics: read.topics };
  },
};

/** The questions of a text in one of those formats; null for a text that has to be understood. */
export async function readMarked(context: Context, file: string, text: string): Promise<ItemSource | null> {
  const format = formatOf(file, text);
  return format && READERS[format](context, file, text);
}

const sourceOf = (file: string, text: string, { drafts, leftOut, unread }: FormatReading): ItemSource => ({
  ...{ kind: 'items', file, text, drafts, leftOut, unread },
});

function refused({ words }: Context, file: string, why: string, line: number, reason: string): UserError {
  const { intake: said } = words;
  const message = said.refused[why]?.(file, 0) ?? file;
  return new UserError('NOT_A_DOCUMENT', EXIT.data, message, said.markupHint(line, reason));
}
