import { safeLine } from '../safe-text.ts';
import type { Theme } from '../theme.ts';
import { wrap } from '../wrap.ts';
import { judgedLines } from './answer-view.ts';
import type { AskWords, QuestionCard, VerdictCard } from './cards.ts';
import { questionLines } from './view.ts';

/** A question with what became of its answer, as a page to read. */
export function judgedPage(
  card: QuestionCard,
  verdict: VerdictCard | null,
  title: string,
  { theme, words }: { readonly theme: Theme; readonly words: AskWords },
  columns: number,
): string[] {
  const look = { theme, words, left: () => ({ session: null, item: null }) };
  return [
    ...wrap(safeLine(title), columns).map(theme.faint),
    '',
    ...questionLines({ note: card.note }, card, look, columns),
    ...(verdict ? judgedLines(verdict, card, look, columns).body : []),
  ];
}
