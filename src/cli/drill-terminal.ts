import { suggestCovered } from '../core/grading/short.ts';
import type { AskResult } from '../prompts/ask/prompt.ts';
import { ask } from '../prompts/ask/prompt.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { GLYPHS, themeFor } from '../prompts/theme.ts';
import { questionCard, verdictCard } from './cards.ts';
import type { Context } from './context.ts';
import type { Clock, DrillEnd } from './drill-run.ts';
import type { DrillSitting, Kept } from './drill-sitting.ts';
import { isInterruption } from './errors.ts';
import type { Journal } from './journal.ts';
import { widthsFor } from './late-widths.ts';
import { screenOf } from './screen.ts';

/** A drill on the screen: one prompt a question, each leaving one line behind. */
export async function drillOnTerminal(
  context: Context,
  journal: Journal,
  sitting: DrillSitting,
  clock: Clock,
): Promise<DrillEnd> {
  const { words, io } = context;
  const theme = themeFor(context.color);
  const screen = screenOf(io);
  const say = (text: string): void => context.print(screen.fitted(text));

  for (let current = sitting.current; current; current = sitting.current) {
    const asked = current;
    await sitting.ready(asked);
    await widthsFor(asked.question);
    const card = questionCard(asked, sitting, journal, words);
    const openedAt = io.now().ms;
    let kept: Kept | null = null;
    const judged = (fresh: Kept) => {
      kept = fresh;
      return verdictCard(fresh, card, journal, words);
    };
    const leaveLine = (): void => {
      if (!kept) return;
      const verdict = verdictCard(kept, card, journal, words);
      const line = `${GLYPHS[verdict.outcome]} ${card.position}  ${safeLine(verdict.collapsed)}`;
      context.printPainted(theme[verdict.outcome](screen.fitted(line)));
    };
    const result: AskResult = await ask(
      {
        card,
        theme,
        words: words.ask,
        left: (now) => ({ session: clock.sessionLeft(now), item: kept ? null : clock.itemLeft(openedAt, now) }),
        ...screen,
        now: () => io.now().ms,
        judge: (response, guess, ms) => judged(sitting.answer(asked, response, { guess, expired: false, ms })),
        expire: (draft, ms) => judged(sitting.expire(asked, draft, ms)),
        suggest: (text) => {
          const { question } = asked.question;
          return question.type === 'short' ? suggestCovered(question, text) : [];
        },
        amend: (what) => judged(sitting.amend(kept as unknown as Kept, what)),
        cause: (cause) => judged(sitting.giveCause(kept as unknown as Kept, cause)),
        star: (on) => sitting.star(asked.ref, on),
        note: (text) => sitting.note(asked.ref, text),
      },
      { input: io.input, output: io.output, clearPromptOnDone: true },
    ).catch((error: unknown) => {
      if (isInterruption(error)) leaveLine();
      throw error;
    });
    if (result.kind === 'failed') throw result.error;
    if (result.how !== 'undo') leaveLine();
    switch (result.how) {
      case 'quit':
        return 'quit';
      case 'put-away':
        sitting.putAway(asked.ref);
        say(words.drill.putAway);
        break;
      case 'edit': {
        const { editWhileAsking } = await import('./edit-bank.ts');
        const bank = await editWhileAsking(context, asked.question);
        if (bank) sitting.replace(bank);
        break;
      }
      case 'undo':
        say(sitting.undo() ? words.drill.undone : words.drill.nothingToUndo);
        break;
    }
    if (clock.isOver(io.now().ms)) return 'timed-out';
  }
  return 'submitted';
}
