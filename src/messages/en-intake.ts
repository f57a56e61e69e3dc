import type { Widened } from './messages.ts';
import type { zhIntake } from './zh-intake.ts';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const FORMATS: Readonly<Record<string, string>> = {
  bold: 'bold',
  color: 'in colour',
  highlight: 'on a ground of their own',
  underline: 'underlined',
  checked: 'ticked',
  class: 'marked as correct by the page',
};

/** What `quiz bank import` says. */
const several = (n: unknown, one: string): string => `${n} ${Number(n) === 1 ? one : `${one}s`}`;

export const enIntake: Widened<typeof zhIntake> = {
  questions: (count, files) => `${plural(count, 'question')} read from ${plural(files, 'file')}.`,
  ofType: (type, count) => `${type} ${count}`,
  listGap: ', ',
  withoutKey: (count) => `${plural(count, 'question')} without a key: kept as drafts, to study and not to be asked.`,
  duplicates: (count) => `${plural(count, 'question')} folded into a cleaner copy.`,
  section: (title, found, declared) =>
    declared === null ? `${title}: ${found} read` : `${title}: ${declared} declared, ${found} read`,
  fits: 'fits',
  misfits: 'does not fit',
  leftOut: (count) => `${plural(count, 'line')} of site chrome, headers and footers left out:`,
  unread: (count) => `${plural(count, 'place')} that looked like a question and became none:`,
  unmatched: (place, numbers) => `${place} the list of answers has ${numbers}, which no question has`,
  doubts: (count) => `${plural(count, 'thing')} to look at:`,
  more: (count) => `… and ${count} more; --json has them all.`,
  why: {
    empty: 'The file is empty',
    'no-structure': 'No numbers with options, no answer labels and no blanks make questions here',
    prose: 'This is running text without questions',
  },
  none: (file, why) => `${file}: 0 questions. ${why}.`,
  sure: 'No doubts.',
  paragraphs:
    'Lines of documents and pages are their paragraphs (of tables, rows); --explain shows the source of a question.',
  topics: (count) => `${count} ${count === 1 ? 'topic' : 'topics'}:`,
  noTopics: 'No heading was found that could be a topic.',
  topic: (title, path, characters) =>
    characters === 0 ? `${title} (${path})` : `${title} (${path}, notes of ${characters} characters)`,
  written: (path, items) => `Wrote ${path}, ${plural(items, 'item')}.`,
  thenCheck: (path) => `Next: quiz bank check ${path}`,
  notWritten: 'Nothing was written. To keep it as a bank, add --id NAME -o FILE.yaml.',
  asInSource: 'as in the source, to be looked at',
  needsId: 'A bank needs a name.',
  needsIdHint: 'Add --id, for example --id my-exam: small letters, digits and hyphens.',
  badId: (id) => `A bank cannot be called "${id}".`,
  badIdHint: 'Use small letters, digits and hyphens, for example my-exam.',
  exists: (path) => `${path} is there already and was left alone.`,
  existsHint: 'Choose another name, or add --force to replace it.',
  refused: {
    'not-a-file': (path) => `${path} is not a file.`,
    'too-large': (path, megabytes) => `${path} has ${megabytes} MB, which is too large.`,
    binary: (path) => `${path} is not text.`,
  },
  refusedHint: 'It reads docx, xlsx, csv, html, Markdown and text: texts of up to 16 MB, the others of up to 64 MB.',
  refusedDocument: {
    broken: {
      message: (path) => `${path} is damaged, or was not downloaded whole.`,
      hint: 'Download it again; or open it in Word, save a copy and import that.',
    },
    bomb: {
      message: (path) => `${path} grows beyond all measure when it is unpacked, and was not read.`,
      hint: 'That is not like a paper. If it is one, copy its text into a text file and import that.',
    },
    doctype: {
      message: (path) => `${path} declares a document type, which office files do not, and was not read.`,
      hint: 'Open it in Word, save a copy and import that.',
    },
    locked: {
      message: (path) => `${path} is locked with a password.`,
      hint: 'Open it in Word or Excel with the password, and save it as docx or xlsx without one.',
    },
    'old-office': {
      message: (path) => `${path} is in the format of Office before 2007 (doc, xls, ppt).`,
      hint: 'Open it in Word, Excel or LibreOffice, save it as docx or xlsx and import that.',
    },
    'other-office': {
      message: (path) => `${path} is rich text, OpenDocument or slides, which cannot be read directly.`,
      hint: 'Open it in Word or LibreOffice, save it as docx or xlsx and import that.',
    },
    pdf: {
      message: (path) => `${path} is a PDF, which cannot be read directly.`,
      hint: 'Select and copy its text into a text file and import that; or open it in Word and save it as docx.',
    },
    picture: {
      message: (path) => `${path} is a picture: the words in it cannot be read.`,
      hint: 'Turn it into text with a program for that (OCR), then import the text.',
    },
    archive: {
      message: (path) => `${path} is an archive, or the file of another program, and neither docx nor xlsx.`,
      hint: 'Unpack it and import the documents in it.',
    },
    'no-columns': {
      message: (path) => `The table in ${path} has no header that says which column is the question and which the key.`,
      hint: 'Write names into the first row, for example: type, question, option A, option B, option C, option D, answer, explanation, points.',
    },
  },
  noQuestion: (number, of) => `There is no question ${number}; there are ${of}.`,
  noQuestionHint: 'Questions are counted from 1, in the order of the files.',
  explain: {
    source: (place) => `Source (${place}):`,
    made: 'Read as:',
    rules: 'Because:',
    doubts: 'Doubts:',
    noKey: '(no key)',
    key: 'key',
    explanation: 'explanation',
    section: 'section',
    points: 'points',
    confidence: 'confidence',
  },
  rules: {
    number: 'the number follows on the one before',
    row: 'a row of a table is a question, read by the names of the columns',
    'answer-column': 'the key stands in the column for it',
    lines: 'read line by line: stem, options, answer',
    material: 'a passage stands before it',
    'options-labels': 'the letters of the options are in order',
    'options-glued': 'letters run into the text before were parted by their order',
    'options-jumped': 'one letter was lost and taken for granted',
    'options-circled': 'circled numbers as options',
    'options-unlabelled': 'lines without letters as options',
    'answer-label': 'an answer label',
    'answer-list': 'the list of answers at the end',
    'key-in-stem': 'the key stands in brackets of the stem',
    'key-in-explanation': 'the explanation names the key',
    'only-key': 'only the right option is printed: a blank',
    'blanks-filled-in': 'the blanks are filled in',
    'answer-unlabelled': 'the answer follows the question without a label',
  },
  doubt: {
    NO_KEY: () => 'no key',
    KEY_CONFLICT: ({ first, second }) => `the stem says ${first}, the answer line ${second}`,
    KEY_NOT_AN_OPTION: ({ letters }) => `the key ${letters} is no option`,
    KEY_UNCLEAR: () => 'the key cannot be made out',
    KEY_FROM_EXPLANATION: () => 'the key was read from the explanation',
    KEYS_BY_FORMAT: ({ by = '' }) =>
      `no key is written in the file: options that are ${FORMATS[by] ?? 'set off'} are taken as right, here and below`,
    TRUTH_AS_LETTER: ({ letter }) => `the key ${letter} was taken for ${letter === 'A' ? 'true' : 'false'}`,
    OPTION_MISSING: ({ letter = '' }) => `the letter of an option is missing ${letter}`.trim(),
    OPTIONS_UNLABELLED: () => 'options without letters, counted by line',
    OPTIONS_RUN_TOGETHER: () => 'options that ran together were parted',
    ONLY_KEY_PRINTED: () => 'only the right option is printed: made a blank',
    NO_OPTIONS: () => 'no options found',
    BLANK_COUNT: ({ blanks, answers }) => `${several(blanks, 'blank')}, ${several(answers, 'answer')}`,
    TRUNCATED: () => 'cut off here',
    SUSPECT_CHARACTER: ({ character, name }) => `${character} (${name}) may stand for a lost character`,
    SPAM: ({ text }) => `an advertisement in the sentence: "${text}"`,
    TYPE_GUESSED: () => 'another type than its section says, judged by its content',
    NUMBER_SKIPPED: () => 'a number was skipped',
    NUMBER_LOST: () => 'no number; parted by what stands around it',
    NUMBER_DAMAGED: () => 'a damaged number',
    DUPLICATE: ({ line }) => `the same as the question at line ${line}`,
    DUPLICATE_KEYS_DIFFER: ({ line, first, second }) =>
      `the same as the question at line ${line}, with another key: ${first} / ${second}`,
    LOOSE_TEXT: ({ text }) => `text behind the options that belongs to nothing: ${text}`,
  },
};
