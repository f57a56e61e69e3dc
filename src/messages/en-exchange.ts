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
      `  ${events} of them dated in the future (the clock was wrong); ${events === 1 ? 'it stays behind the event before it' : 'they stay behind the event before them'}`,
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
  import: {
    more: doubts.more,
    file: (name: string, rows: number) => `${name}: ${count(rows, 'row')}`,
    scale: (scale: string) => `  Grades read as ${scale}`,
    scales: {
      '1-4': '1 to 4 (1 again, 2 hard, 3 good, 4 easy; if they are SM-2’s 0 to 5, say --scale 0-5)',
      '0-5': '0 to 5 of SM-2 (0, 1 and 2 are again, 3 hard, 4 good, 5 easy)',
      words: 'again, hard, good and easy',
      'right-wrong': 'right or wrong (right is good, wrong is again)',
    },
    unread: (names: string) => `  Columns not read: ${names}`,
    fresh: (reviews: number, questions: number, days: string, ratings: string) =>
      `  ${count(reviews, 'new review')} of ${count(questions, 'question')}, ${days}: ${ratings}`,
    ratings: { again: 'again', hard: 'hard', good: 'good', easy: 'easy' },
    days,
    already: (rows: number) => `  ${count(rows, 'row')} here already`,
    refused: (rows: number) => `  ${count(rows, 'row')} not imported:`,
    refusedRow: (place: string, why: string) => `    ${place} ${why}`,
    unknown: (questions: number) =>
      `  ${count(questions, 'question')} in no bank at hand; the reviews are kept all the same:`,
    unknownItem: (item: string, line: number, near: string) =>
      `    line ${line} ${item}${near ? ` (did you mean ${near}?)` : ''}`,
    listGap: ', ',
    names: ', ',
    reasons: {
      NO_ITEM: () => 'no item',
      UNKNOWN_ITEM: (cell: string, near: string) => `no item “${cell}”${near ? `; did you mean ${near}?` : ''}`,
      SEVERAL_ITEMS: (cell: string, names: string) => `“${cell}” is several items: ${names}`,
      NEEDS_BANK: (cell: string, near: string) =>
        `“${cell}” of which bank? Say it with --bank${near ? `; did you mean ${near}?` : ''}`,
      UNKNOWN_CARD: (cell: string) => `no item at hand has the card_id ${cell}; give the list of them with --map`,
      NO_DATE: () => 'no date',
      BAD_DATE: (cell: string) => `not a date: “${cell}”; write 2026-01-05 or 2026-01-05 20:03`,
      YEAR_LAST: (cell: string) => `month or day first in “${cell}”? Write the year first, as in 2026-01-05`,
      TOO_EARLY: (cell: string) => `before 1970: “${cell}”`,
      IN_FUTURE: (cell: string) => `in the future: “${cell}”`,
      NO_GRADE: () => 'no grade',
      BAD_GRADE: (cell: string) => `not a grade: “${cell}”`,
      BAD_MS: (cell: string) => `no number of milliseconds: “${cell}”`,
      MORE_CELLS: () => 'more cells than the header has; perhaps a comma without quotes',
      UNCLOSED_QUOTE: () => 'a quote that never closes; all that follows went into this row',
      NUL: () => 'NUL bytes',
    },
    noRows: '  The table has no rows.',
    nothingNew: 'Nothing new; the history is as it was.',
    nothingReadable: 'No row could be read; the history is as it was.',
    wouldImport: 'This is the plan, and nothing was written. Without --dry-run it is done.',
    imported: (reviews: number) =>
      `Imported: ${count(reviews, 'review')}. ${reviews === 1 ? 'It counts' : 'They count'} in the schedule, not in results or the book of mistakes.`,
    due: (before: number, after: number) => `Due today: ${before} before, ${after} now.`,
    dueWould: (before: number, after: number) => `Due today: ${before} now, ${after} after it.`,
    notByUndo: '`quiz undo` takes back what was answered here, not an import.',
    restoreHint:
      'An import is taken back with a backup: `quiz history backups` lists them, `quiz history restore NAME` restores one.',
    listed: (reviews: number, questions: number, days: string) =>
      `And ${count(reviews, 'imported review')} of ${count(questions, 'question')} (${days}), which ${reviews === 1 ? 'counts' : 'count'} in the schedule only.`,
    faults: {
      missing: (path: string) => `There is no file ${path}.`,
      missingHint: 'Check the path and try again.',
      tooLarge: (path: string) => `${path} is too large to be read.`,
      tooLargeHint: 'Split the table; each part may have up to 512 MB.',
      notUtf8: (path: string) => `${path} is not UTF-8.`,
      notUtf8Hint: 'Save it from the spreadsheet as “CSV UTF-8” and import that.',
      history: (path: string) => `${path} is a history, not a table.`,
      historyHint: 'Bring it in with `quiz history merge`.',
      empty: (path: string) => `${path} is empty.`,
      emptyHint: 'The first line names the columns, as in item,date,grade; each line below is a review.',
      noColumns: (path: string, columns: string) => `The first line of ${path} names no column for: ${columns}.`,
      noColumnsHint: (found: string) =>
        `Its columns: ${found}. Three are needed, such as item, date and grade; bank and ms may be there too.`,
      columns: { item: 'the item', date: 'the date', grade: 'the grade' },
      repeated: (path: string, names: string) => `${path} has two columns for the same: ${names}.`,
      repeatedHint: 'Take one of them out.',
      mixed: (examples: string) => `The grades are of two kinds: ${examples}.`,
      example: (text: string, line: number) => `“${text}” in line ${line}`,
      mixedHint:
        'Say which one counts with --scale (1-4, 0-5, words or right-wrong); rows of the other are listed, not imported.',
      undecided: (values: string) => `The grades ${values} could be of several scales, or of none.`,
      undecidedHint: 'Say which with --scale: 1-4, 0-5, or right-wrong (1 right, 0 wrong).',
      notAMap: (path: string) => `${path} is no list of card numbers.`,
      notAMapHint:
        'It has two columns, card_id and item, as `quiz history export --anki-revlog --map FILE` writes them.',
    },
  },
  export: {
    events: (events: number) => `${count(events, 'event')} exported.`,
    reviews: (reviews: number, questions: number) =>
      `${count(reviews, 'review')} of ${count(questions, 'question')} exported. Tell the FSRS tools your time zone, and that the next day starts at 4.`,
    moved: (item: string) =>
      `The card_id of ${item} is that of another item, so it was given the next; keep the list of --map with the file.`,
    headless: (questions: number) =>
      `Of ${count(questions, 'question')} the first review was before --since and is not in the file; the FSRS tools may pass over ${questions === 1 ? 'it' : 'them'}.`,
    onlyRevlog: (flag: string) => `${flag} goes with --anki-revlog.`,
    onlyRevlogHint: 'Without --anki-revlog the whole history is exported.',
    ownHistory: (path: string) => `${path} is the history itself, or a file of its archive, and cannot be exported to.`,
    ownHistoryHint: 'Choose another file.',
    notWrittenHint: 'The history is as it was. Make room or choose another file; without -o it is shown here.',
  },
  backup: (path: string) => `The history as it was before is kept in ${path}`,
  goBack: (name: string) => `To go back: \`quiz history restore ${name}\``,
  noBackup: 'There was no history before, so there is no backup.',
};
