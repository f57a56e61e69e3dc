import type { Widened } from './messages.ts';
import type { zhExam } from './zh-exam.ts';

const count = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

const minutes = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
};

export const enExam: Widened<typeof zhExam> = {
  minutes,
  points: (points) => `${points} ${points === '1' ? 'point' : 'points'}`,
  screen: {
    timeLeft: 'left',
    sectionLeft: 'section',
    itemLeft: 'question',
    pace: (answered, of, due) =>
      due === null || due < 1
        ? `${answered}/${of} answered`
        : `${answered}/${of} answered · by the clock you should be at ${due}`,
    unsure: '? unsure',
    flagged: '▲ flagged',
    complaints: {
      notComplete: 'Not all placed yet. Backspace takes the last one back; Tab leaves it for later.',
      locked: 'The time for this question is used up; its answer stands.',
      noSuchQuestion: (most) => `Questions are numbered 1 to ${most}.`,
      nothingToClear: 'There is no answer here yet.',
    },
    sheet: 'Answer sheet',
    legend: { answered: 'answered', blank: 'blank', unsure: 'unsure', flagged: 'flagged' },
    goTo: (digits) =>
      digits === '' ? 'Arrows or a number choose, Enter goes there.' : `Enter goes to question ${digits}.`,
    submitQuestion: 'Hand the paper in now? Nothing can be changed after that.',
    blanksLeft: (numbers, n) => `${count(n, 'question')} still blank: ${numbers}`,
    noBlanks: 'Every question is answered.',
    flagsLeft: (numbers, n) => `${count(n, 'question')} flagged: ${numbers}`,
    unsureLeft: (numbers, n) => `${count(n, 'question')} unsure: ${numbers}`,
    hints: {
      choose: 'letter answers  Tab sheet  ←→ move  Enter next',
      tick: 'letters tick  Tab sheet  ←→ move  Enter next',
      order: 'letters in order  Tab sheet  Backspace undoes one  ←→ move',
      blank: 'Enter next blank  Tab sheet  Esc stops typing',
      essay: 'Enter new line, twice goes on  Tab sheet  Esc stops typing',
      retype: 'Enter types on  ←→ move  Tab sheet',
      commands: '? unsure  f flag  Backspace clears  s star  n note  q leave',
      note: 'Enter saves  Esc drops',
      sheet: 'Enter goes there  s hand in  b next blank  f next flag  Esc back  q leave',
      submitting: 'y hand in  b first blank  Esc back to the sheet',
    },
  },
  cover: {
    each: (points) => `${count(Number(points), 'point')} a question`,
    section: (title, questions, points) =>
      `${title}: ${count(questions, 'question')}, ${count(Number(points), 'point')}`,
    total: (questions, points) => `${count(questions, 'question')}, ${count(Number(points), 'point')}`,
    time: (limit) => (limit === null ? 'No time limit' : count(limit, 'minute')),
    pass: (points) => `${count(Number(points), 'point')} to pass`,
    bandGap: ', ',
    bands: (bands) => `Bands: ${bands}`,
    band: (title, from) => `${title} from ${from}`,
    strict: 'Strict clock: it runs on while you are away, and past the deadline the paper is marked as it stood.',
    lenient:
      'The clock rests when you leave or the power fails; `quiz exam --resume` goes on. How long you were away is on record.',
    unfinished: (title) => `An exam is unfinished: ${title} (\`quiz exam --resume\` goes on).`,
    start: 'Enter starts  q not now',
    notStarted: 'Not started; nothing was recorded.',
    started: (title, deadline) => (deadline === null ? `${title}: begun.` : `${title}: begun, ends at ${deadline}.`),
    again: (at) => `The same paper as on ${at}.`,
  },
  resume: {
    goesOn: (title, left) => (left === null ? `Going on: ${title}.` : `Going on: ${title}, ${left} left.`),
    away: (away) => `Away for ${away}.`,
    changed: (numbers) => `Changed in the bank since: ${numbers}. Answers given are marked by the key of that time.`,
    missing: (numbers) => `No longer in the bank, and closed: ${numbers}. Answers given keep their marks.`,
    deleted: 'This question is no longer in the bank and cannot be answered; an answer given keeps its marks.',
    tooLate: 'The deadline has passed; the paper is marked as it stood.',
    which: 'Which one?',
  },
  left: (command) => `Everything is kept. To go on: ${command}`,
  timeUp: 'Time is up; the paper was handed in.',
  submitted: 'Handed in.',
  marking: (n) => `Short answers are marked by you against their key points (${n}); keywords found are ticked already.`,
  report: {
    title: (paper) => `Report · ${paper}`,
    marks: (marks, of) => `${marks} of ${count(Number(of), 'point')}`,
    passed: (by) => `Passed, ${by} above the mark`,
    failed: (by) => `Not passed, ${by} short`,
    band: (band) => `Band: ${band}`,
    time: (used, limit) => (limit === null ? `Time ${used}` : `Time ${used} of ${limit}`),
    timedOut: ' (time was up)',
    sections: 'Sections',
    topics: 'Topics',
    noTopic: '(no topic)',
    columns: { section: 'section', topic: 'topic', marks: 'marks', right: 'right', blank: 'blank' },
    lifted: (section, points) => `${section}: below the floor of this section; ${points} given back`,
    changes: (rightToWrong, wrongToRight, other) =>
      `Answers changed: right to wrong ${rightToWrong}, wrong to right ${wrongToRight}, other ${other}`,
    blanks: (numbers, n) => `Blank (${n}): ${numbers}`,
    wrong: (numbers, n) => `Short of full marks (${n}): ${numbers}`,
    lucky: (numbers, n) => `Unsure, and right (${n}): ${numbers}`,
    flagged: (numbers, n) => `Flagged (${n}): ${numbers}`,
    slow: (items) => `More than twice their share of time: ${items}`,
    slowItem: (number, spent, share) => `${number}: ${spent} (share ${share})`,
    seen: (marks, of, n) => `Seen before (${n}): ${marks} of ${of}`,
    unseen: (marks, of, n) => `Never seen (${n}): ${marks} of ${of}`,
    unseenHint: 'What was never seen is closer to the real exam.',
    today: (marks, of, numbers) =>
      `The bank changed ${numbers}; by today's key this is ${marks} of ${of}. The result stays as given.`,
    missing: (numbers) => `No longer in the bank: ${numbers}; they keep the marks given.`,
    menu: 'w missed  f flagged  a all  d drill the missed  q done',
    walk: '←→ move  s star  q back to the report',
    nothing: 'There are none.',
    next: (id) => `This report again: \`quiz exam --report ${id}\`; the same paper again: \`quiz exam --again ${id}\``,
  },
  certificate: {
    title: (certificate) => `Certificate: ${certificate}`,
    passed: (paper, marks) => `${paper} passed (${marks})`,
    failed: (paper, marks) => `${paper} not passed (${marks})`,
    notSat: (paper) => `${paper} not sat yet`,
    reached: 'All that it asks for is passed',
    still: (papers) => `${count(papers, 'paper')} still to be passed`,
  },
  plain: {
    help: 'Type the answer; an empty line skips; :b back, :g 12 goes to 12, :f flag, :? unsure, :c clear, :a sheet, :t time, :submit hand in, :q leave.',
    startQuestion: 'Enter starts, q leaves:',
    submitQuestion: 'Hand in? (y hands in, Enter goes to the first blank, a number goes there):',
    kept: (answer) => `Kept: ${answer}`,
    cleared: 'Cleared.',
    flagged: 'Flagged.',
    unflagged: 'Flag taken off.',
    unsure: 'Marked unsure.',
    sure: 'No longer unsure.',
    left: (left) => `${left} left.`,
    noLimit: 'No time limit.',
    inputEnded: 'End of input; everything is kept.',
  },
  errors: {
    bankElsewhere: 'The bank of this exam is not at hand: say where it is with --bank FILE. The exam is still kept.',
    notTogether: (flag, other) => `${flag} does not go with ${other}: that exam is settled already.`,
    notTogetherHint: (flag, allowed) => `What goes with ${flag}: ${allowed}`,
    short: (title) => `The bank cannot fill this paper: ${title}.`,
    lack: (section, wanted, available) => `“${section}” wants ${wanted}, and has ${available}`,
    noneUnfinished: 'No exam is unfinished.',
    noneUnfinishedHint: '`quiz exam --bank BANK` begins one; `quiz history list` shows those that were sat.',
    severalUnfinished: 'Several exams are unfinished; which one?',
    severalUnfinishedHint: (ids) => `Say it with --resume ID: ${ids}`,
    notAnExam: (id) => `${id} is no exam, or was not written by this program.`,
    notOver: (id) => `The exam ${id} is not handed in yet.`,
    notOverHint: 'Finish it first with `quiz exam --resume`.',
    alreadyOver: (id) => `The exam ${id} is handed in.`,
    alreadyOverHint: (id) =>
      `Its report: \`quiz exam --report ${id}\`; the same paper again: \`quiz exam --again ${id}\``,
  },
};
