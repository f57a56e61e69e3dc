import type { Widened } from './messages.ts';
import type { zhStudy } from './zh-study.ts';

export const enStudy: Widened<typeof zhStudy> = {
  notes: 'notes',
  noKey: '(a draft: no key yet)',
  keyPoints: 'Key points:',
  alsoAccepted: (blank, of, texts) => `${of > 1 ? `(${blank}) ` : ''}also accepted: ${texts}`,
  pages: (pages) => `${pages === 1 ? '1 page' : `${pages} pages`} to read; nothing is scored.`,
  resumed: (position, topic) => `Where you left off: page ${position}${topic ? ` · ${topic}` : ''}`,
  left: (position, topic) => `Read up to page ${position}${topic ? ` · ${topic}` : ''}; the next time goes on there.`,
  done: (pages) => `Done, all ${pages === 1 ? 'of 1 page' : `${pages} pages`}. The next time begins anew.`,
  messages: {
    'first-page': 'This is the first page.',
    'first-topic': 'No topic before this one.',
    'last-topic': 'No topic after this one.',
    'questions-only': 'Stars and notes are for questions.',
  },
  hints: {
    next: 'Enter next',
    finish: 'Enter finish',
    reveal: 'Space answer',
    skip: '→ skip',
    back: '← back',
    hidingOn: 'h hiding: on',
    hidingOff: 'h hiding: off',
    topics: 't/T topic',
    marks: 's star  n note',
    quit: 'q leave',
  },
  plain: {
    keys: 'Enter next  :b back  :t next topic  :s star  :n TEXT note  :h hide answers first  :q leave',
    next: 'Enter goes on:',
    finish: 'Enter finishes:',
    reveal: 'Enter shows the answer:',
    hidingOn: 'Answers are hidden first from now on; Enter shows them.',
    hidingOff: 'Answers are shown at once from now on.',
    notUnderstood: (line) => `There is no command “${line}”.`,
    inputEnded: 'End of input; the place is kept.',
  },
};
