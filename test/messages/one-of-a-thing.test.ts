import { expect, test } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { enArchive } from '../../src/messages/en-archive.ts';
import { enBackups } from '../../src/messages/en-backups.ts';
import { enExam } from '../../src/messages/en-exam.ts';
import { enExchange } from '../../src/messages/en-exchange.ts';
import { enFindings } from '../../src/messages/en-findings.ts';
import { enGroup } from '../../src/messages/en-group.ts';
import { enIntake } from '../../src/messages/en-intake.ts';
import { enRepair } from '../../src/messages/en-repair.ts';
import { enReports } from '../../src/messages/en-reports.ts';
import { enVerify } from '../../src/messages/en-verify.ts';

const finding = (code: keyof typeof enFindings, fields: object): string => {
  const text = enFindings[code] as (fields: object) => { message: string };
  return text(fields).message;
};

/** Each said of one thing, and of two. */
const said: readonly (readonly [(n: number) => string, string, string])[] = [
  [enArchive.already, '1 of them is in', '2 of them are in'],
  [enArchive.staying.open, '1 stays:', '2 stay:'],
  [enArchive.staying.straddling, '1 stays: its session', '2 stay: their session'],
  [enArchive.staying.future, 'is placed by it', 'is placed by them'],
  [enArchive.staying.disputed, '1 stays:', '2 stay:'],
  [enArchive.lagging, '1 event stands in both', '2 events stand in both'],
  [enBackups.plan.inArchive, '1 event of the backup is in', '2 events of the backup are in'],
  [(n) => enExam.cover.section('One', 3, String(n)), '3 questions, 1 point', '3 questions, 2 points'],
  [(n) => enExam.cover.total(3, String(n)), '3 questions, 1 point', '3 questions, 2 points'],
  [enExam.cover.time, '1 minute', '2 minutes'],
  [(n) => enExam.cover.pass(String(n)), '1 point to pass', '2 points to pass'],
  [(n) => enExam.report.marks('0', String(n)), '0 of 1 point', '0 of 2 points'],
  [enExchange.merge.future, 'it stays behind', 'they stay behind'],
  [enExchange.import.imported, 'It counts in the schedule', 'They count in the schedule'],
  [(n) => enExchange.import.listed(n, 3, 'today'), 'which counts in', 'which count in'],
  [enExchange.export.headless, 'pass over it', 'pass over them'],
  [
    (n) => enGroup.torn('x', n),
    'the last byte was cut short and is not',
    'the last 2 bytes were cut short and are not',
  ],
  [(n) => enIntake.doubt.BLANK_COUNT({ blanks: n, answers: n }), '1 blank, 1 answer', '2 blanks, 2 answers'],
  [enRepair.kept, 'The one event that can be read stays', 'All of the 2 events that can be read stay'],
  [(n) => enRepair.step('TORN_TAIL', 1, String(n)), 'the last byte, cut', 'the last 2 bytes, cut'],
  [(n) => enRepair.inBackup('x', n), '1 event that is not in', '2 events that are not in'],
  [(n) => enReports.results.imported(n, 3), 'it counts in', 'they count in'],
  [(n) => enReports.bankShow.pass('1', String(n)), '1 of 1 point to', '1 of 2 points to'],
  [
    (n) => enVerify.what({ code: 'TORN_TAIL', about: String(n) } as never),
    'the last byte was',
    'the last 2 bytes were',
  ],
  [(n) => enVerify.odd('UNKNOWN_TYPE', n, 'x'), 'kept as it is', 'kept as they are'],
  [(n) => en.history.torn(n, 'x'), 'The last byte of the history was cut', 'The last 2 bytes of the history were cut'],
  [(n) => finding('MORE_FAULTS', { count: n }), 'And 1 more fault.', 'And 2 more faults.'],
  [(n) => finding('BLANK_COUNT', { blanks: n, answers: 3 }), 'has 1 blank,', 'has 2 blanks,'],
  [(n) => finding('PAPER_SHORT', { count: n, has: 0, fitting: 0 }), 'Asks for 1 item;', 'Asks for 2 items;'],
];

test.each(said)('English has a word for one and a word for several (%#)', (text, one, several) => {
  expect(text(1)).toContain(one);
  expect(text(2)).toContain(several);
});
