import { CAUSES, type Cause } from '../core/drill/cause.ts';
import type { QuestionCard, VerdictCard } from '../prompts/ask/cards.ts';
import { plainVerdict } from '../prompts/plain.ts';
import { GLYPHS } from '../prompts/theme.ts';
import { verdictCard } from './cards.ts';
import type { Context } from './context.ts';
import type { DrillSitting, Kept } from './drill-sitting.ts';
import type { Journal } from './journal.ts';

/** The verdict that stands last on the lines of a drill, and further words about the answer it is of. */
export class PlainVerdict {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #sitting: DrillSitting;
  #last: { readonly kept: Kept; readonly card: QuestionCard } | null = null;
  #toldOfCauses = false;

  constructor(context: Context, journal: Journal, sitting: DrillSitting) {
    this.#context = context;
    this.#journal = journal;
    this.#sitting = sitting;
  }

  show(kept: Kept, card: QuestionCard): void {
    this.#last = { kept, card };
    const verdict = this.#cardOf(kept, card);
    this.#say(plainVerdict(verdict, GLYPHS[verdict.outcome], this.#context.words.ask));
    if (verdict.may.cause && !this.#toldOfCauses) this.#tellOfCauses();
  }

  /** After an undo there is nothing more to say of it. */
  forget(): void {
    this.#last = null;
  }

  amend(what: 'easy' | 'overrule'): void {
    const { ask } = this.#context.words;
    const last = this.#last;
    const may = last ? this.#cardOf(last.kept, last.card).may : null;
    if (!last || !may?.[what]) return this.#context.print(what === 'easy' ? ask.notRight : ask.notWrong);
    this.show(this.#sitting.amend(last.kept, what), last.card);
  }

  /** Why it was wrong; of the verdict only what that changes is said again. */
  giveCause(cause: Cause): void {
    const last = this.#last;
    if (!last || last.kept.event.right) return this.#context.print(this.#context.words.ask.causeOfRight);
    const kept = this.#sitting.giveCause(last.kept, cause);
    this.#last = { ...last, kept };
    const { outcome, headline, next } = this.#cardOf(kept, last.card);
    this.#say([`${GLYPHS[outcome]} ${headline}`, next]);
  }

  /** Once in a drill is enough: a screen reader reads every line. */
  #tellOfCauses(): void {
    const { plain, ask } = this.#context.words;
    this.#toldOfCauses = true;
    this.#context.print(plain.whyWrong(CAUSES.map((cause, n) => `:${n + 1} ${ask.causes[cause]}`).join('  ')));
  }

  #cardOf(kept: Kept, card: QuestionCard): VerdictCard {
    return verdictCard(kept, card, this.#journal, this.#context.words);
  }

  #say(lines: readonly string[]): void {
    for (const line of lines) this.#context.print(line);
  }
}
