const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const days = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);

const doubts = {
  unreadable: (place: string, reason: string) => `  ${place} cannot be read: ${reason}`,
  torn: (place: string) => `  ${place} the file has no end; its last events may be missing`,
  more: (n: number) => `  … and ${n} more (--json shows them all)`,
};

export const enExchange = {
  merge: {
    ...doubts,
    file: (name: string, events: number) => `${name}: ${count(events, 'event')}`,
    fresh: (events: number, parts: string) => `  ${events} new: ${parts}`,
    parts: ({ answers, sessions, imported }: { answers: number; sessions: number; imported: number }) =>
      [
        answers > 0 ? count(answers, 'answer') : '',
        sessions > 0 ? count(sessions, 'session') : '',
        imported > 0 ? count(imported, 'imported review') : '',
      ]
        .filter(Boolean)
        .join(', ') || 'no answers',
    days,
    devices: (names: string) => `from ${names}`,
    future: (events: number) =>
      `  ${events} of them dated in the future (the clock was wrong); they stay behind the event before them`,
    already: (events: number) => `  ${events} here already`,
    conflicts: (n: number) =>
      `  ${count(n, 'event')} with the same id and other content; both are kept, the one that stands first counts:`,
    conflict: (id: string) => `    ${id}`,
    difference: (field: string, here: string | null, there: string | null) =>
      `      ${field}: ${here ?? 'nothing'} here, ${there ?? 'nothing'} in the file`,
    listGap: ', ',
    nothingNew: 'Nothing new; the history is as it was.',
    placedAnew: 'Nothing new; events dated in the future (the clock was wrong) now stand where the files have them.',
    wouldMerge: 'This is the plan, and nothing was written. Without --dry-run it is done.',
    merged: (events: number, answers: number) =>
      `Merged: ${count(events, 'event')} more, ${count(answers, 'answer')} among them.`,
    due: (before: number, after: number) => `Due today: ${before} before, ${after} now.`,
    dueWould: (before: number, after: number) => `Due today: ${before} now, ${after} after it.`,
    missing: (path: string) => `There is no file ${path}.`,
    missingHint: 'Nothing was merged. Check the path and try again.',
    foreign: (path: string) => `${path} is no history of answers.`,
    foreignHint:
      'Nothing was merged. What can be merged: a history.json, a backup (.json.gz), a file of the archive; a table is brought in by `quiz history import`.',
    tooLarge: (path: string) => `${path} is too large to be read.`,
    tooLargeHint: 'Nothing was merged. No history is larger than 512 MB; perhaps it is another file.',
  },
  backup: (path: string) => `The history as it was before is kept in ${path}`,
  goBack: (name: string) => `To go back: \`quiz history restore ${name}\``,
  noBackup: 'There was no history before, so there is no backup.',
};
