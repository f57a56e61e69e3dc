import { enReports } from './en-reports.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const { duration, noTopic, onlyBanks } = enReports.results;

export const enGroup = {
  report: {
    title: 'The group',
    period: (since: string | null, until: string | null, today: string) => {
      if (since !== null && until !== null) return `Answers from ${since} to ${until}.`;
      if (since !== null) return `Answers since ${since}.`;
      return `All answers up to ${until ?? today}.`;
    },
    onlyBanks,
    nothingAnswered: 'Nobody answered anything in this time.',
    headings: {
      learners: 'Learners',
      topics: 'Topics, the weakest first',
      items: 'Questions, the hardest first',
      neverRight: 'Questions that nobody ever got right',
      suspects: 'Questions with a negative discrimination: look at their keys',
      method: 'Where these numbers come from',
    },
    columns: {
      number: 'No.',
      learner: 'Learner',
      file: 'File',
      answered: 'Answers',
      right: 'Right',
      share: 'Share right',
      marks: 'Marks',
      time: 'Time',
      lastDay: 'Last day',
      studyDays: 'Study days',
      bank: 'Bank',
      topic: 'Topic',
      learners: 'Learners',
      meanShare: 'Mean share right',
      question: 'Question',
      firstRight: 'Right at first',
      facility: 'Facility (95 %)',
      discrimination: 'Discrimination',
      mostChosen: 'Wrong answer most gave',
      unchosen: 'Wrong options nobody chose',
    },
    csvColumns: {
      kind: 'kind',
      learner: 'learner',
      bank: 'bank',
      name: 'name',
      title: 'title',
      learners: 'learners',
      answered: 'answers',
      questions: 'questions',
      right: 'right',
      share: 'share right',
      low: 'interval from',
      high: 'interval to',
      marks: 'marks',
      of: 'marks possible',
      seconds: 'seconds',
      lastDay: 'last day',
      studyDays: 'study days',
      files: 'files',
      discrimination: 'discrimination',
      discriminationNote: 'why no discrimination',
      discriminationLearners: 'learners in discrimination',
      mostChosen: 'wrong answer most gave',
      mostChosenText: 'its text',
      mostChosenBy: 'learners who gave it',
      unchosen: 'wrong options nobody chose',
      everRight: 'learners ever right',
      otherVersions: 'answered another version',
    },
    all: 'All',
    noTopic,
    and: '; ',
    more: (n: number) =>
      `${count(n, 'more question')} not shown; \`--format csv\` and \`--format json\` have them all.`,
    duration,
    chose: (times: number, letter: string, text: string) => `${times} chose ${letter} ${text}`,
    leftOut: (times: number, letter: string, text: string) => `${times} left out ${letter} ${text}`,
    said: (times: number, value: boolean) => `${times} said “${value}”`,
    lettersGiven: (times: number, letters: string) => `${times} gave ${letters}`,
    typed: (times: number, text: string) => `${times} wrote “${text}”`,
    method: (leastLearners: number, leastRest: number) => [
      'Answers and shares count every answer; of an exam’s answers to one question the last, and none that was taken back or belongs to an exam that was not handed in.',
      'The mean share of a topic is the mean of the learners’ shares, so nobody weighs more for having answered more. The order minds how much there is to go by: one miss by one learner puts no topic first.',
      'Questions go by the first answer of each learner in this time. Behind the facility, the share of right ones, stands its 95 % Wilson score interval (E. B. Wilson, 1927).',
      `Discrimination is the correlation of a question, right or wrong, with the learner’s share of right first answers to the other questions of its bank (corrected point-biserial). It takes ${leastLearners} learners with at least ${leastRest} other questions each; “–” where it cannot be told. With few learners it is rough, and below zero by chance at times.`,
      'Wrong options nobody chose are in no answer of this time. Letters are the bank’s own, whatever order the options were shown in.',
    ],
  },
  needsHistory: '`--by person` has to know whose histories.',
  needsHistoryHint:
    "List them with --history, for example: quiz export --history 'Li Hua=li.json' wang.json --by person",
  needsPerson: (n: number) => `--history names ${n} files and not what to make of them.`,
  needsPersonHint: 'Add --by person for one table over all learners; for one learner, name one file.',
  badFile: (value: string) => `--history cannot be “${value}”.`,
  badFileHint: 'Write FILE, or NAME=FILE.',
  notThere: (path: string) => `There is no file ${path}.`,
  notThereHint: "Check the path. A name stands before the first equals sign, as in 'Li Hua=li.json'.",
  notReadable: (path: string, reason: string) => `Cannot read ${path}: ${reason}.`,
  notReadableHint: 'Check its permissions, or leave it out; --history takes the history files themselves, no folder.',
  notRegular: 'it is no regular file',
  notHistory: (path: string) => `${path} is no history of quiz.`,
  notHistoryHint: 'Leave it out. A learner’s history is called history.json and lies in the learner’s quiz folder.',
  lostLine: (path: string, line: number, reason: string) =>
    `${path}: line ${line} is damaged and not counted: ${reason}`,
  lostMore: (path: string, more: number) => `${path}: ${count(more, 'more damaged line')} not counted.`,
  oddLines: (path: string, n: number, line: number, reason: string) =>
    n === 1
      ? `${path}: line ${line} is not as it should be, and was read all the same: ${reason}`
      : `${path}: ${n} lines are not as they should be, and were read all the same; the first is line ${line}: ${reason}`,
  torn: (path: string, bytes: number) =>
    bytes === 0
      ? `${path}: the end mark is missing, every event is there; the file was left as it is.`
      : `${path}: ${bytes === 1 ? 'the last byte was cut short and is' : `the last ${bytes} bytes were cut short and are`} not counted; the file was left as it is.`,
  emptyFile: (path: string) => `${path} is an empty file.`,
  newer: (path: string) => `${path} was written by a newer quiz; what this one does not know is not counted.`,
  twice: (path: string) => `${path} is named twice and counts once.`,
  sameAnswers: (one: string, other: string, answers: number) =>
    `${one} and ${other} hold ${count(answers, 'answer')} alike: counted as one learner, each once. If they are two people, give each a name.`,
  sameName: (name: string, paths: string) => `${name} has several files, counted as one learner: ${paths}`,
  twoLearners: (one: string, other: string, answers: number) =>
    `${one} and ${other} were given two names and hold ${count(answers, 'answer')} alike, counted for the first only.`,
  contradiction: (path: string, events: number) =>
    `${path}: ${count(events, 'event')} of an id that was read before with another content; what was read first counts.`,
  isHistory: (path: string) => `${path} is a history; the report was not written over it.`,
  isHistoryHint: 'Choose another file with -o.',
  listGap: ', ',
};
