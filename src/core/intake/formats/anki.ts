import type { SourceText } from '../source-text.ts';
import { type Cloze, clozeOf } from './anki-cloze.ts';
import { noteBody } from './anki-note.ts';
import { htmlText } from './html-text.ts';
import { idInRef, type MarkedDoubt, markedDraft } from './marked-draft.ts';
import { type FormatReading, ReadingNotes } from './reading.ts';
import { type Row, separatedRows } from './separated.ts';

/** What the lines at the beginning, `#key:value`, say of the notes. Columns count from 0. */
interface AnkiHead {
  readonly separator: string;
  readonly html: boolean;
  readonly columns: readonly string[];
  readonly special: Readonly<Partial<Record<'guid' | 'notetype' | 'deck' | 'tags', number>>>;
  readonly deck: string;
  /** Lines that it takes. */
  readonly length: number;
}

/** Notes as Anki exports them to a text: a note is a row, and its first fields are front and back. */
export function readAnki({ file, text }: SourceText): FormatReading {
  const notes = new ReadingNotes(file);
  const head = headOf(text);
  const body = text.split('\n').slice(head.length).join('\n');
  for (const row of separatedRows(body, head.separator, head.length + 1))
    if (row.fields[0]?.startsWith('#') && row.fields.length === 1) notes.skip(row.line, row.fields[0], 'comment');
    else readNote(row, head, notes);
  return notes;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', comma: ',', semicolon: ';', space: ' ', pipe: '|', colon: ':' },
};

function headOf(text: string): AnkiHead {
  const said = new Map<string, string>();
  let length = 0;
  for (const row of text.split('\n')) {
    const line = /^#\s*([a-z ]{2,20}):(.*)$/i.exec(row);
    if (!line) break;
    said.set((line[1] ?? '').trim().toLowerCase(), line[2] ?? '');
    length++;
  }
  const name = (said.get('separator') ?? 'tab').trim();
  const separator = SEPARATORS[name.toLowerCase()] ?? (name.length === 1 ? name : '\t');
  const special: Partial<Record<'guid' | 'notetype' | 'deck' | 'tags', number>> = {};
  for (const key of ['guid', 'notetype', 'deck', 'tags'] as const) {
    const column = Number(said.get(`${key} column`));
    if (column >= 1) special[key] = column - 1;
  }
  return {
    separator,
    html: /^\s*true\s*$/i.test(said.get('html') ?? ''),
    columns: said.has('columns') ? (said.get('columns') ?? '').split(separator).map((each) => each.trim()) : [],
    special,
    deck: said.get('deck')?.trim() ?? '',
    length,
  };
}

function readNote(row: Row, head: AnkiHead, notes: ReadingNotes): void {
  let media = 0;
  const say = (field: string): string => {
    const sounds = /\[sound:[^\]\n]{1,200}\]/g;
    media += field.match(sounds)?.length ?? 0;
    const without = field.replace(sounds, '');
    if (!head.html) return without.trim();
    const read = htmlText(without, { keepLines: true });
    media += read.media;
    return read.text.trim();
  };
  const special = Object.values(head.special);
  const fields = row.fields.flatMap((field, index) =>
    special.includes(index) ? [] : [{ name: head.columns[index] ?? '', text: say(field) }],
  );
  const [front, back, ...others] = fields;
  if (!front || front.text === '')
    return notes.miss(row.line, row.fields.join(' '), media > 0 ? 'only-media' : 'no-stem');
  const at = (key: keyof AnkiHead['special']): string => row.fields[head.special[key] ?? -1] ?? '';
  const cloze: Cloze | null = clozeOf(front.text);
  const body = cloze
    ? { ...cloze, type: 'blank' as const, explanation: back?.text ?? '' }
    : noteBody(front.text, back?.text ?? '', at('tags'));
  // Further fields are said with their names, so that none is lost.
  const more = others.flatMap(({ name, text }) => (text === '' ? [] : [name === '' ? text : `${name}: ${text}`]));
  const doubts: MarkedDoubt[] = media > 0 ? [{ code: 'PART_LEFT_OUT', params: { what: 'media', count: media } }] : [];
  notes.drafts.push(
    markedDraft({
      ...{ file: notes.file, line: row.line, endLine: row.endLine, doubts, id: idInRef(at('guid')) },
      ...body,
      explanation: [body.explanation, ...more].filter(Boolean).join('\n'),
      topic: (at('deck') || head.deck).replaceAll('::', '/'),
    }),
  );
}
