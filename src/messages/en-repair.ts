import type { RepairCode } from '../core/history/repair-step.ts';
import type { Widened } from './messages.ts';
import type { zhRepair } from './zh-repair.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const enRepair: Widened<typeof zhRepair> = {
  sound: (events) => `The history is whole (${count(events, 'event')}): there is nothing to mend.`,
  soundFile: (path, events) => `${path}: whole, ${count(events, 'event')}.`,
  noHistory: 'There is no history yet, and nothing to mend.',
  planTitle: (path) => `${path} will be mended so:`,
  mended: (path, events) => `${path} is mended and holds ${count(events, 'event')}.`,
  step: (code: RepairCode, n, about) => {
    switch (code) {
      case 'UTF16':
        return 'turned from UTF-16 back into UTF-8';
      case 'BYTE_ORDER_MARK':
        return 'the byte order mark taken off';
      case 'CRLF':
        return `${count(n, 'line end')} turned from CRLF into LF`;
      case 'OTHER_LAYOUT':
        return 'laid out with one event a line again';
      case 'WRONG_HEADER':
        return 'the right first line put in';
      case 'HEADER_INSIDE':
        return `${count(n, 'first line')} taken out of the middle`;
      case 'NO_END_LINE':
        return 'the end mark put in';
      case 'END_INSIDE':
        return `${count(n, 'end mark')} taken out of the middle`;
      case 'CONFLICT_MARK':
        return `${count(n, 'conflict mark')} of git taken out, the events of both sides kept`;
      case 'NUL':
        return `${count(n, 'line')} of NUL bytes taken out`;
      case 'EMPTY_LINE':
        return `${count(n, 'line')} without content taken out`;
      case 'REWRITTEN':
        return `${count(n, 'event')} put on a line of ${n === 1 ? 'its' : 'their'} own, out of other text, broken lines or missing commas`;
      case 'REPEATED_ID':
        return `${count(n, 'repetition')} of events taken out`;
      case 'ID_CONFLICT':
        return `${count(n, 'event')} with the id of another and other content: both kept, the later under a new id and marked as taken back, so that nothing counts otherwise`;
      case 'FIELD_LEFT_OUT':
        return `${count(n, 'event')} kept without a field that is not what it should be (${about}), and put aside as written`;
      case 'NOT_AN_EVENT':
        return `${count(n, 'event')} without a needed field (${about}) put aside`;
      case 'TORN_TAIL':
        return `${about === '1' ? 'the last byte' : `the last ${about} bytes`}, cut short, put aside`;
      case 'UNREADABLE':
        return `${count(n, 'part')} that cannot be read put aside`;
    }
  },
  places: (lines, isMore) =>
    ` (${lines.length > 1 || lines[0]?.includes('–') ? 'lines' : 'line'} ${lines.join(', ')}${isMore ? ' …' : ''})`,
  kept: (events) =>
    events === 1 ? 'The one event that can be read stays.' : `All of the ${events} events that can be read stay.`,
  willPutAside: (size) =>
    `The ${size} that cannot be read will be kept beside it, byte for byte, in history.json.damaged-<time>.`,
  aside: (size, path) => `The ${size} that cannot be read are kept byte for byte in ${path}`,
  backup: (path) => `The file as it was before is backed up in ${path}`,
  goBack: (name) => `To go back: \`quiz history restore ${name}\``,
  inBackup: (name, events) =>
    `The backup ${name} holds ${events === 1 ? '1 event that is not in the history now; to bring it back' : `${events} events that are not in the history now; to bring them back`}: \`quiz history restore ${name} --keep-later\``,
  ask: 'Mend it now?',
  declined: 'Nothing was changed.',
  dryRun: 'This was a rehearsal: nothing was changed.',
  needsYes: 'Nothing was changed: nothing is mended unasked.',
  needsYesHint: 'Add --yes to mend it; --dry-run only shows what would be done.',
  whole: 'The history is whole now.',
  foreign: (path) => `${path} holds nothing of a history of quiz and cannot be mended.`,
  foreignHint:
    '`quiz history backups` lists the backups and `quiz history restore NAME` restores one; move a file away that does not belong there.',
};
