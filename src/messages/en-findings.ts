import { enWriting } from './en-writing.ts';
import type { FindingWords } from './messages.ts';

const near = (name: unknown): string => (name ? `Did you mean ${name}?` : '');

const several = (n: unknown, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};
const kinds = (expected: unknown): string =>
  String(expected)
    .split('/')
    .map((kind) => KINDS[kind] ?? kind)
    .join(' or ');

/** What is wrong with a bank, and what would be right. */
export const enFindings: FindingWords = {
  FILE_UNREADABLE: ({ reason }) => ({
    message: `The file cannot be read (${reason}).`,
    hint: 'Check the path and the permissions.',
  }),
  FILE_TOO_LARGE: ({ megabytes, most }) => ({
    message: `The file has ${megabytes} MB.`,
    hint: `A bank has ${most} MB at most; split it.`,
  }),
  NOT_UTF8: () => ({ message: 'The file is not UTF-8.', hint: 'Save it as UTF-8.' }),
  YAML_SYNTAX: ({ reason }) => ({
    message: `Not valid YAML: ${reason}.`,
    hint: 'Check indentation, quotes, and the space after colons; quote a text with {A} or a comma inside { … }.',
  }),
  YAML_TAG: ({ tag }) => ({
    message: `The tag ${tag} is not followed.`,
    hint: 'Remove the tag and write the value itself.',
  }),
  YAML_ALIASES: () => ({
    message: 'Anchors and aliases unfold into too much.',
    hint: 'Write the values out, without & and *.',
  }),
  YAML_SEVERAL: () => ({
    message: 'Several YAML documents in one file.',
    hint: 'One bank per file: remove the extra ---.',
  }),
  DUPLICATE_KEY: ({ key }) => ({ message: `“${key}” stands here twice.`, hint: 'Keep one.' }),
  TOO_DEEP: () => ({
    message: 'Nested too deeply.',
    hint: 'No bank has so many levels; check indentation and brackets.',
  }),
  TOO_MANY_VALUES: () => ({
    message: 'More lines or values than can be looked through.',
    hint: 'Split the file; a bank has some twenty thousand questions at most.',
  }),
  MORE_FAULTS: ({ count }) => ({
    message: `And ${several(count, 'more fault')}.`,
    hint: 'Mend these first, then look again.',
  }),
  NOT_A_BANK: () => ({
    message: 'This is not a bank.',
    hint: 'A bank begins with format: quiz-bank/1 and has id, title and items.',
  }),
  WRONG_FORMAT: () => ({ message: 'Unknown format.', hint: 'Write format: quiz-bank/1.' }),
  MISSING_FIELD: ({ field }) => ({ message: `${field} is missing.`, hint: `Add ${field}.` }),
  UNKNOWN_FIELD: ({ field, near: name }) => ({
    message: `There is no field ${field}.`,
    hint: near(name) || 'Check the spelling; `quiz bank schema` lists all fields.',
  }),
  WRONG_TYPE: ({ expected }) => ({ message: 'A value of the wrong kind.', hint: `Wanted: ${kinds(expected)}.` }),
  NOT_ALLOWED: ({ allowed }) => ({ message: 'Not an allowed value.', hint: `Allowed: ${allowed}.` }),
  BAD_ID: () => ({
    message: 'The name has characters that names cannot have.',
    hint: 'Use a-z, 0-9 and -, beginning with a letter or digit, 200 characters at most.',
  }),
  OUT_OF_RANGE: ({ least, most }) => ({
    message: 'The number is out of range.',
    hint: least === undefined ? `At most ${most}.` : `At least ${least}.`,
  }),
  EMPTY_TEXT: () => ({ message: 'The text is empty.', hint: 'Write something, or remove the field.' }),
  TOO_LONG: ({ most }) => ({ message: 'The text is too long.', hint: `At most ${most} characters; split it.` }),
  TOO_FEW: ({ bound }) => ({ message: 'Too few.', hint: `At least ${bound}.` }),
  TOO_MANY: ({ bound }) => ({ message: 'Too many.', hint: `At most ${bound}.` }),
  BAD_DURATION: () => ({ message: 'Not a duration.', hint: 'Write 30s or 2m.' }),
  MISSING_ID: () => ({
    message: 'The item has no id.',
    hint: 'Give it an id that will not change; progress hangs on it.',
  }),
  DUPLICATE_ID: ({ id, first }) => ({
    message: `The id “${id}” is that of item ${first} too.`,
    hint: 'Choose another id.',
  }),
  UNKNOWN_TOPIC: ({ topic, near: name }) => ({
    message: `There is no topic “${topic}”.`,
    hint: near(name) || 'Add it to topics first.',
  }),
  NO_KEY: () => ({ message: 'There is no key.', hint: 'Add answer.' }),
  BAD_KEY: () => ({ message: 'The key is not made of option letters.', hint: 'Write B, ABD or [A, B, D].' }),
  KEY_NOT_AN_OPTION: ({ letters, last }) => ({
    message: `The key ${letters} is not among the options.`,
    hint: `The options end at ${last}.`,
  }),
  KEY_COUNT: ({ type, count }) => ({
    message: type === 'single' ? `A single-choice item with ${count} keys.` : 'The key repeats a letter.',
    hint: type === 'single' ? 'Keep one, or make the type multiple.' : 'Write each letter once.',
  }),
  SAME_OPTIONS: ({ first, second }) => ({
    message: `The options ${first} and ${second} are the same.`,
    hint: 'Change one of them.',
  }),
  BAD_TRUTH: () => ({
    message: 'The key is neither true nor false.',
    hint: 'Write true or false (对, 错, √ and × are fine).',
  }),
  ORDER_INCOMPLETE: ({ count, given }) => ({
    message: `The order ${given} does not name each of the ${count} options once.`,
    hint: `Write all ${count} letters, first to last.`,
  }),
  BLANK_COUNT: ({ blanks, answers }) => ({
    message: `The stem has ${several(blanks, 'blank')}, the answer ${answers}.`,
    hint: 'Write a blank as ____ and give each one an answer.',
  }),
  BAD_GROUP: ({ answers }) => ({
    message: 'Wrong numbers in any-order.',
    hint: `Use numbers from 1 to ${answers}, each once.`,
  }),
  NO_POINTS: () => ({
    message: 'A short answer without key points.',
    hint: 'Add points, each with text and keywords.',
  }),
  PAPER_SHORT: ({ count, has, fitting }) => ({
    message:
      Number(fitting) > Number(has)
        ? `Asks for ${several(count, 'item')}; of the ${fitting} that fit, what comes before leaves ${has}.`
        : `Asks for ${several(count, 'item')}; ${has} ${has === 1 ? 'fits' : 'fit'}.`,
    hint: 'Lower count, or add items.',
  }),
  SECTION_EMPTY: () => ({ message: 'How many items?', hint: 'Give count, or list ids under items.' }),
  UNKNOWN_ITEM: ({ id, near: name }) => ({ message: `There is no item “${id}”.`, hint: near(name) || 'Check the id.' }),
  PASS_TOO_HIGH: ({ pass, total }) => ({
    message: `The pass mark ${pass} is above the total of ${total}.`,
    hint: `At most ${total}.`,
  }),
  UNKNOWN_PAPER: ({ paper, near: name }) => ({
    message: `There is no paper “${paper}”.`,
    hint: near(name) || 'If it stands in another bank, say which with bank.',
  }),
  PAPER_TWICE: ({ paper, first }) => ({
    message: `The paper “${paper}” is number ${first} too.`,
    hint: 'Name each paper once.',
  }),
  NO_PASS_MARK: ({ paper }) => ({
    message: `The paper “${paper}” has no pass mark, so nothing says when it is passed.`,
    hint: 'Write pass here or in the paper.',
  }),
  NEED_TOO_HIGH: ({ need, papers }) => ({
    message: `Asks for ${need} passed papers and lists ${papers}.`,
    hint: `At most ${papers}; leave need out to ask for all.`,
  }),
  UNKNOWN_RULE: ({ rule }) => ({
    message: `There is no rule ${rule}.`,
    hint: 'The README lists the rules of item writing.',
  }),
  NO_REASON: ({ rule }) => ({
    message: `The rule ${rule} is silenced without a reason.`,
    hint: `Write allow: [${rule}: why].`,
  }),
  ...enWriting,
};
