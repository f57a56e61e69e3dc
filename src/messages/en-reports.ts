import { enCauses } from './en.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `1 h 2 min 5 s`; parts that are nothing at the front are left out. */
const duration = (hours: number, minutes: number, seconds: number): string => {
  if (hours > 0) return `${hours} h ${minutes} min ${seconds} s`;
  return minutes > 0 ? `${minutes} min ${seconds} s` : `${seconds} s`;
};

const types = {
  single: 'single choice',
  multiple: 'multiple choice',
  boolean: 'true or false',
  blank: 'fill in',
  ordering: 'ordering',
  short: 'short answer',
};
const modes = { drill: 'drill', exam: 'exam', practice: 'practice' };
const endings = { submitted: 'submitted', 'timed-out': 'time ran out', quit: 'left early' };

export const enReports = {
  results: {
    title: 'Results',
    period: (since: string | null, until: string | null, today: string) => {
      if (since !== null && until !== null) return `${since} to ${until}; what is due is as of ${today}.`;
      if (since !== null) return `Since ${since}; what is due is as of ${today}.`;
      if (until !== null) return `Until ${until}; what is due is as of ${today}.`;
      return `All answers up to ${today}.`;
    },
    onlyBanks: (ids: string) => `Banks: ${ids}`,
    nothingAnswered: 'Nothing was answered in this time.',
    headings: {
      total: 'In all',
      banks: 'By bank',
      due: 'What is to come',
      topics: 'By topic',
      types: 'By type',
      sessions: 'By session',
      hardest: 'Look at these again',
    },
    columns: {
      bank: 'Bank',
      topic: 'Topic',
      type: 'Type',
      started: 'Started',
      mode: 'Mode',
      ended: 'Ended',
      answered: 'Answers',
      questions: 'Questions',
      right: 'Right',
      share: 'Share right',
      guesses: 'Guesses',
      marks: 'Marks',
      time: 'Time',
      inBank: 'In the bank',
      dueToday: 'Due today',
      dueWithin7Days: 'Due within 7 days',
      fresh: 'New',
      putAway: 'Put away',
      question: 'Question',
      wrong: 'Wrong',
      lastAnswer: 'Last answer',
    },
    csvColumns: {
      kind: 'kind',
      bank: 'bank',
      name: 'name',
      title: 'title',
      answered: 'answers',
      questions: 'questions',
      right: 'right',
      share: 'share right',
      marks: 'marks',
      of: 'marks possible',
      seconds: 'seconds',
      guesses: 'guesses',
      inBank: 'in bank',
      dueToday: 'due today',
      dueWithin7Days: 'due within 7 days',
      fresh: 'new',
      putAway: 'put away',
      mode: 'mode',
      started: 'started',
      ended: 'ended',
      asked: 'asked',
      wrong: 'wrong',
      lastRight: 'last answer right',
    },
    types,
    noType: 'no longer in a bank',
    noTopic: 'no topic',
    modes,
    endings,
    unfinished: 'unfinished',
    right: 'right',
    wrong: 'wrong',
    duration,
    olderSessions: (n: number) =>
      `${count(n, 'older session')} not shown; \`--format csv\` and \`--format json\` have them all.`,
  },
  historyList: {
    none: 'No sessions yet. `quiz drill` starts one.',
    columns: {
      session: 'Session',
      started: 'Started',
      mode: 'Mode',
      ended: 'Ended',
      questions: 'Questions',
      right: 'Right',
      marks: 'Marks',
      time: 'Time',
      banks: 'Banks',
    },
    modes,
    endings,
    unfinished: 'unfinished',
    duration,
  },
  historyShow: {
    session: (id: string) => `Session ${id}`,
    facts: {
      started: 'Started',
      mode: 'Mode',
      ended: 'Ended',
      banks: 'Banks',
      questions: 'Questions',
      answered: 'Answers',
      right: 'Right',
      marks: 'Marks',
      time: 'Time',
    },
    columns: {
      at: 'Answered at',
      mark: 'Mark',
      item: 'Question',
      marks: 'Marks',
      rating: 'Recall',
      time: 'Time',
      remarks: 'Remarks',
      response: 'Answer',
    },
    remarks: {
      voided: 'taken back',
      replaced: 'changed later',
      guess: 'a guess',
      overrule: 'counted as right',
      expired: 'time ran out',
    },
    causes: enCauses,
    modes,
    endings,
    unfinished: 'unfinished',
    ratings: { again: 'again', hard: 'hard', good: 'good', easy: 'easy' },
    right: 'right',
    wrong: 'wrong',
    truth: { true: 'true', false: 'false' },
    notYet: 'once it is handed in',
    blank: '(no answer)',
    noAnswers: 'Nothing was answered in this session.',
    duration,
  },
  historyDiff: {
    rows: { started: 'started', marks: 'marks', right: 'right', time: 'time' },
    columns: { what: '', before: 'before', after: 'after', change: 'change' },
    gained: (count: number) => `Right now, not before: ${count}`,
    lost: (count: number) => `Right before, not now: ${count}`,
    stillWrong: (count: number) => `Right in neither: ${count}`,
    stillRight: (count: number) => `Right in both: ${count}`,
    onlyOne: (before: number, after: number) => `Asked only before: ${before}; only after: ${after}.`,
    duration,
  },
  bankList: {
    none: 'No bank was found. Put one into ./banks, or name a file: `quiz drill --bank FILE`.',
    columns: { bank: 'Bank', questions: 'Questions', papers: 'Papers', title: 'Title', from: 'Found in' },
    faulty: (faults: number) => `not loaded: ${count(faults, 'fault')}, see \`quiz bank check\``,
  },
  bankShow: {
    questions: (n: number) => count(n, 'question'),
    cases: (n: number) => count(n, 'case'),
    types,
    topics: 'Topics',
    noTopic: 'no topic',
    papers: 'Papers',
    minutes: (minutes: number) => count(minutes, 'minute'),
    pass: (points: string, total: string) => `${points} of ${total} points to pass`,
    total: (total: string) => (total === '1' ? '1 point' : `${total} points`),
    section: (n: number, points: string, total: string) => `${n} × ${points} = ${total}`,
    certificates: 'Certificates',
    need: (need: number, papers: number) => {
      if (need < papers) return `${need} of ${papers} papers to pass`;
      return papers === 1 ? 'this paper to pass' : `all ${papers} papers to pass`;
    },
    from: (points: string) => `from ${count(Number(points), 'point')}`,
  },
};
