import type { Widened } from './messages.ts';
import type { zhReview } from './zh-review.ts';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What going through the doubtful questions of an import says (`quiz bank import --review`). */
export const enReview: Widened<typeof zhReview> = {
  nothing: 'No question is doubtful: nothing to go through.',
  begin: (count) => `${plural(count, 'doubtful question')} to go through:`,
  noKey: '(none)',
  explanation: 'Explanation:',
  source: (place) => `Source ${place}`,
  copy: (place, doubt) => `its copy at ${place}: ${doubt}`,
  decided: {
    accepted: 'Accepted.',
    draft: 'A draft, without a key.',
    'left-out': 'No question: left out.',
    'key-changed': 'The key is now',
    edited: 'Edited.',
  },
  messages: {
    first: 'This is the first question.',
    last: 'This is the last question.',
    'no-such-option': 'There is no such option.',
    'no-choice': 'This one has no options; o opens it in an editor.',
  },
  hints: {
    accept: 'Enter ok',
    options: 'A B… key',
    truth: 'T/F key',
    draft: '0 draft',
    leaveOut: 'x drop',
    edit: 'o edit',
    back: '← back',
    skip: '→ skip',
    quit: 'q leave',
  },
  plain: {
    keys: 'Enter accept  letters or true/false key  0 draft  :x no question  :b back  :s skip  :q leave',
    prompt: 'What now:',
    notUnderstood: (line) => `“${line}” is not understood.`,
    inputEnded: 'End of input; what was not looked at stays as it was read.',
    edit: 'There is no editing line by line: accept it, and use quiz bank edit once the bank is written.',
  },
  onlyOne: (path) => `The file should hold exactly one question; this edit was not taken and stays in ${path}`,
  draftKept: (path) => `The question is what it was; the half-done edit is in ${path}`,
  summary: (count) => `${plural(count, 'question')} gone through: `,
  counts: {
    accepted: (count) => `${count} accepted`,
    keyChanged: (count) => `${plural(count, 'key')} changed`,
    edited: (count) => `${count} edited`,
    drafts: (count) => plural(count, 'draft'),
    leftOut: (count) => `${count} left out`,
    open: (count) => `${count} undecided`,
  },
  listGap: ', ',
  headings: {
    accepted: 'Accepted as read:',
    keyChanged: 'Keys changed:',
    edited: 'Edited:',
    drafts: 'Kept as drafts:',
    leftOut: 'No questions, and not in the bank:',
  },
  none: 'none',
  more: (count) => `… and ${count} more; --json has them all.`,
  otherDoubts:
    'Every question is settled; what the report says besides is not about single questions, so the exit code is still 1.',
  rescued:
    'The bank could not be written where it was meant to be; everything that was decided is in the file named above.',
  noInput: 'Standard input cannot be the document and the answers of a review.',
  noInputHint: 'Keep the document in a file and add --review to that.',
};
