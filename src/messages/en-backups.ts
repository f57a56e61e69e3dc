import type { Widened } from './messages.ts';
import type { zhBackups } from './zh-backups.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** What a backup was made for, by the word in its name. */
export const enReasons: Record<string, string> = {
  daily: 'daily',
  asked: 'by hand',
  'before-repair': 'before a repair',
  'before-merge': 'before a merge',
  'before-import': `before an import`,
  'before-restore': 'before a restore',
  'before-archive': 'before archiving',
  'before-sync': 'before a sync',
  'before-upgrade': 'before an upgrade',
};

export const enBackups: Widened<typeof zhBackups> = {
  reasons: enReasons,
  made: (path, size) => `Backed up to ${path} (${size}).`,
  madeAlready: (path, size) => `Nothing changed since the last backup: ${path} (${size}).`,
  goBack: (name) => `To come back to it: \`quiz history restore ${name}\``,
  nothing: 'There is no history yet, and nothing to back up.',
  nothingHint: 'Answer a few questions first: `quiz drill`.',
  none: 'No backup yet. One is made on each day with new answers; `quiz history backup` makes one now.',
  columns: { name: 'Name', when: 'When', why: 'Why', size: 'Size' },
  total: (n, size, folder) => `${n} in all, ${size}, in ${folder}`,
  restoreHint: 'Restore one of them: `quiz history restore NAME` (the beginning of a name will do)',
  dailyFailed: (reason) =>
    `The daily backup was not made (${reason}); the answers are kept. Try again with \`quiz history backup\`.`,
  unknown: (name) => `No backup is called ${name}, and there is no such file.`,
  several: (name, n) => `${n} backups begin with ${name}; type a little more of the name.`,
  listHint: '`quiz history backups` shows them all.',
  foreign: (path) => `${path} is no history of quiz.`,
  newer: (path) => `${path} was written by a newer quiz and cannot be restored by this one.`,
  newerHint: 'Upgrade quiz first, or restore another backup.',
  changedMeanwhile: 'Something was answered at this very moment, so nothing was restored.',
  changedMeanwhileHint: 'Close other quiz windows and run it once more.',
  plan: {
    from: (name, why) => `Restore ${name}${why === null ? '' : ` (${why})`}`,
    after: (events, span) => `Afterwards: ${count(events, 'event')}${span}`,
    span: (first, last) => (first === last ? `, ${first}` : `, ${first} to ${last}`),
    goes: (events, days) =>
      `Goes, being in the history now and not in the backup: ${count(events, 'event')} of ${days}`,
    keeps: (events, days) => `Stays, having come after the backup: ${count(events, 'event')} of ${days}`,
    goesNone: 'All that is in the history now is in the backup too: nothing goes.',
    keepLater: 'With --keep-later, what came after the backup stays as well.',
    comes: (events) => `Comes back, not being in the history now: ${count(events, 'event')}`,
    inArchive: (events) =>
      `${count(events, 'event')} of the backup ${events === 1 ? 'is in the archive and is' : 'are in the archive and are'} not doubled.`,
    conflicts: (ids) =>
      `${count(ids, 'id')} with different content on the two sides: both are kept; run \`quiz history verify\` afterwards.`,
    day: (day, events) => `${day} (${events})`,
    dayGap: ', ',
    moreDays: (days) => ` …, ${days} days in all`,
    damaged: (faults) =>
      `Mind: this backup is damaged itself (${count(faults, 'fault')}); run \`quiz history repair\` afterwards.`,
    damagedRead: (faults) =>
      `Mind: this backup is damaged itself (${count(faults, 'fault')}); what can be read is taken.`,
    nothing: 'The history has all that this would bring back: there is nothing to restore.',
  },
  ask: 'Restore it?',
  declined: 'Nothing was changed.',
  dryRun: 'This was a rehearsal: nothing was changed.',
  needsYes: 'Nothing was changed: nothing is restored unasked.',
  needsYesHint: 'Add --yes to restore it; --dry-run only shows what would be done.',
  restored: (events) => `Restored: ${count(events, 'event')} now.`,
  undo: (name) => `The history as it was before is backed up; to go back: \`quiz history restore ${name}\``,
  thenRepair: 'The history now has the damage that the backup had; next: `quiz history repair`.',
};
