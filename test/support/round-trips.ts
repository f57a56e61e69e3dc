import { type Bank, type BankQuestion, questionsOf } from '../../src/core/bank/bank.ts';
import { splitAtBlanks } from '../../src/core/bank/blanks.ts';
import { compileBank } from '../../src/core/bank/compile.ts';
import type { Question } from '../../src/core/bank/item.ts';
import { csvRecords } from '../../src/core/history/import/records.ts';
import { bankDocument } from '../../src/core/intake/bank-document.ts';
import { withoutGuard } from '../../src/core/intake/containers/table/guard.ts';
import { tableSources } from '../../src/core/intake/containers/table/table-sources.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { readAiken } from '../../src/core/intake/formats/aiken.ts';
import { readAnki } from '../../src/core/intake/formats/anki.ts';
import { readGift } from '../../src/core/intake/formats/gift/gift.ts';
import { readMoodle } from '../../src/core/intake/formats/moodle/moodle.ts';
import type { Source } from '../../src/core/intake/intake.ts';
import { readText } from '../../src/core/intake/read-text.ts';
import { zhReports } from '../../src/messages/zh-reports.ts';
import { type BankFormatWords, bankFormats, visibleBankRows } from '../../src/report/bank-formats/formats.ts';
import { xlsxOf } from '../../src/store/documents/write-xlsx.ts';
import { workbookSheets } from '../../src/store/documents/xlsx.ts';
import { readXml } from '../../src/store/xml-tree.ts';

/** Formats that are read again by a reader of their own. */
export const READ_AGAIN = ['gift', 'aiken', 'moodle-xml', 'anki', 'text', 'csv', 'xlsx'] as const;
export type ReadAgain = (typeof READ_AGAIN)[number];

const draftsIn = (sources: readonly Source[] | null): readonly Draft[] =>
  (sources ?? []).flatMap((source) => (source.kind === 'items' ? source.drafts : []));
const workbookDrafts = (bytes: Uint8Array): readonly Draft[] => draftsIn(tableSources('b', workbookSheets(bytes)));

const readers: Readonly<Record<Exclude<ReadAgain, 'xlsx'>, (text: string) => readonly Draft[]>> = {
  gift: (text) => readGift({ file: 'b', text }).drafts,
  aiken: (text) => readAiken({ file: 'b', text }).drafts,
  anki: (text) => readAnki({ file: 'b', text }).drafts,
  csv: (text) =>
    draftsIn(
      tableSources('b', [
        {
          name: '',
          rows: [...csvRecords(text, ',')].map(({ line, cells }) => ({ line, cells: cells.map(withoutGuard) })),
        },
      ]),
    ),
  text: (text) => readText({ file: 'b', text }).drafts,
  'moodle-xml': (text) => {
    const read = readXml(text);
    if (read.kind !== 'xml') throw new Error(read.reason);
    return readMoodle('b', read.root).drafts;
  },
};

/** What a question says, in the terms in which every format can be compared. */
export interface Said {
  readonly type: Question['type'];
  readonly stem: string;
  readonly options: readonly string[];
  readonly key: unknown;
  readonly explanation: string;
}

/** A bank through a format and back: what went out, and what came in. */
export function roundTrip(
  bank: Bank,
  format: ReadAgain,
  inWords: BankFormatWords = zhReports.bankFormats,
): { out: Said[]; back: Said[]; left: readonly string[] } {
  const { text, left } = format === 'xlsx' ? { text: '', left: [] } : bankFormats[format](bank, inWords);
  const drafts =
    format === 'xlsx'
      ? workbookDrafts(xlsxOf(bank.title, visibleBankRows(bank, inWords)))
      : readers[format](text.replace(/^\ufeff/, '').replace(/\r\n?|\u2028|\u2029|\f|\v/g, '\n'));
  const document = bankDocument({ id: 'b', title: 'b', language: 'zh-CN' }, drafts);
  const returned = compileBank(document, '', (each) => each);
  const kept = questionsOf(bank).filter(({ question }) => !left.includes(question.id));
  return {
    out: kept.map((asked) => saidIn(asked, format)),
    back: questionsOf(returned).map((asked) => saidIn(asked, format)),
    left,
  };
}

/** Aiken has no explanations; a text has the title of a case as the first line of its material; lines of a cell are joined. */
function saidIn({ question, parent }: BankQuestion, format: ReadAgain): Said {
  const material = parent === null ? '' : format === 'text' ? `${parent.title}\n${parent.material}` : parent.material;
  const whole = said(question, material);
  if (format === 'csv' || format === 'xlsx') return JSON.parse(JSON.stringify(whole).replace(/\\n|\s/g, '')) as Said;
  return format === 'aiken' ? { ...whole, stem: oneLine(whole.stem), explanation: '' } : whole;
}

/** Space of lines, the look of blanks and letters in braces are not kept by the formats; a material is part of the stem. */
function said(question: Question, material: string): Said {
  const whole = [material, question.stem].filter(Boolean).join('\n');
  return {
    type: question.type,
    stem: lines(question.type === 'blank' ? splitAtBlanks(whole).join('____') : whole),
    options: question.type === 'ordering' ? [] : optionsOf(question),
    key: keyOf(question),
    explanation: lines(question.explanation.replace(/\{([A-Z])\}/g, '$1')),
  };
}

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .join('\n');
const oneLine = (text: string): string => lines(text).replace(/\n/g, ' ');

const optionsOf = (question: Question): string[] => ('options' in question ? question.options.map(oneLine) : []);

function keyOf(question: Question): unknown {
  switch (question.type) {
    case 'blank':
      return question.blanks.map(({ accept }) => accept.map(oneLine));
    case 'short':
      return lines(question.answer);
    case 'ordering':
      return question.key.map((letter) => optionsOf(question)[letter.charCodeAt(0) - 65]);
    default:
      return question.key;
  }
}
