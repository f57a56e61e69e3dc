import { enCauses } from './en.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const enMistakes = {
  head: (inBook: number, left: number, isLeftListed: boolean) => {
    if (left === 0) return `${count(inBook, 'question')} in the book of mistakes.`;
    return `${count(inBook, 'question')} in the book of mistakes, ${left} left it${isLeftListed ? '' : ' (--all shows them too)'}.`;
  },
  none: 'No mistakes.',
  noneMatches: 'No mistake matches.',
  cut: (listed: number, of: number) => `The first ${listed} of ${of}.`,
  times: (wrong: number, answered: number) => `${wrong}/${answered} wrong`,
  lastWrong: (day: string) => `last ${day}`,
  chose: (times: number, letter: string, text: string) => `${times} × ${letter} ${text}`,
  leftOut: (times: number, letter: string, text: string) => `${times} × without ${letter} ${text}`,
  said: (times: number, value: boolean) => `${times} × “${value}”`,
  lettersGiven: (times: number, letters: string) => `${times} × ${letters}`,
  typed: (times: number, text: string) => `${times} × “${text}”`,
  unanswered: (times: number) => `${times} × no answer`,
  causes: enCauses,
  and: ', ',
  causeTimes: (cause: string, times: number) => (times > 1 ? `${cause} ×${times}` : cause),
  missing: (days: number, stability: { readonly now: string | null; readonly wanted: string } | null) => {
    const memory =
      stability && `a stability of ${stability.wanted} days${stability.now === null ? '' : ` (now ${stability.now})`}`;
    return `Missing: ${[days > 0 ? `right on ${count(days, 'more day')}` : '', memory].filter(Boolean).join(', ')}`;
  },
  left: (day: string) => `left the book on ${day}`,
  noBank: 'in no bank at hand',
  rule: (days: number, stability: number) =>
    `The rule: a wrong answer, or none, puts a question into the book. It leaves after a right answer on ${days} different study days since the last wrong one (guesses do not count), once its memory is stable for ${stability} days; a new wrong answer brings it back.`,
  causeHint: 'To say why: `quiz mistakes cause ITEM unknown|confused|misread|careless`',
  nothingWrong: (item: string) => `The book has no “${item}”.`,
  near: (items: string) => `Did you mean ${items}? \`quiz mistakes --all\` shows them all.`,
  notOne: (item: string, n: number) => `${count(n, 'question')} of the book have “${item}” in their ids.`,
  several: (items: string) => `Write one out, such as ${items}`,
  listAll: '`quiz mistakes --all` shows them all.',
  causeKept: (item: string, day: string, cause: string) =>
    `Kept: the wrong answer to ${item} on ${day} was “${cause}”.`,
};
