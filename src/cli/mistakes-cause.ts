import type { Mistake } from '../core/analysis/mistakes.ts';
import { nearRefs, refsNamed } from '../core/analysis/named-refs.ts';
import { formatDay } from '../core/day.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { causeFrom } from './cause-words.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { Journal } from './journal.ts';
import { bookOf } from './mistakes.ts';

/** `quiz mistakes cause ITEM CAUSE`: why the last wrong answer to an item was wrong, said afterwards. */
export async function runMistakesCause(context: Context, item: string, word: string): Promise<ExitCode> {
  const { mistakes: words } = context.words;
  const cause = causeFrom('CAUSE', word, context);
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    const mistake = named(item, bookOf(journal, context), context);
    journal.requireSound();
    journal.append([{ type: 'cause', target: mistake.lastWrong, item: mistake.ref, cause }]);
    const day = mistake.lastWrongOn === null ? '' : formatDay(mistake.lastWrongOn);
    context.print(words.causeKept(mistake.ref, day, words.causes[cause]));
    return EXIT.done;
  } finally {
    journal.close();
  }
}

function named(item: string, book: readonly Mistake[], { words: { mistakes: words } }: Context): Mistake {
  const refs = book.map(({ ref }) => ref);
  const meant = refsNamed(refs, item);
  const mistake = book.find(({ ref }) => ref === meant[0]);
  if (mistake && meant.length === 1) return mistake;
  if (mistake) {
    const some = meant.slice(0, MOST_NAMED).join(', ');
    throw new UserError('MISTAKE_NOT_FOUND', EXIT.notFound, words.notOne(item, meant.length), words.several(some));
  }
  const near = nearRefs(refs, item).join(', ');
  const hint = near ? words.near(near) : words.listAll;
  throw new UserError('MISTAKE_NOT_FOUND', EXIT.notFound, words.nothingWrong(item), hint);
}

/** Of items that a text might mean; a whole book would push the message off the screen. */
const MOST_NAMED = 5;
