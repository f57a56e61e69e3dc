import type { Question } from '../core/bank/item.ts';
import type { ScriptFold } from '../core/grading/text-match.ts';

/** The table of traditional characters. It is large, so it is read when the first question comes that is typed. */
export class LateScript {
  #fold: ScriptFold = (text) => text;

  /** To be awaited before the question is graded. */
  async readyFor(question: Question): Promise<void> {
    if (question.type === 'blank') await this.load();
  }

  async load(): Promise<void> {
    this.#fold = (await import('../store/script-table.ts')).toSimplified;
  }

  readonly fold: ScriptFold = (text) => this.#fold(text);
}
