import { inRuns } from '../../core/exam/runs.ts';
import { answerAt } from '../../core/exam/sheet.ts';
import type { ExamOutcome } from '../../prompts/exam/state.ts';
import type { Context } from '../context.ts';
import type { Journal } from '../journal.ts';
import { type Line, LineReader } from '../line-reader.ts';
import { examCard } from './exam-cards.ts';
import type { ExamSitting } from './exam-sitting.ts';
import type { ExamStartAt } from './exam-terminal.ts';
import { markPlainly } from './plain-marking.ts';
import { type Move, PlainTurn } from './plain-turn.ts';

const BEAT_MS = 500;

/** An exam line by line: an empty line skips, commands begin with a colon, the end of input leaves everything kept. */
export class PlainExam {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #reader: LineReader;
  readonly #cover: readonly string[];
  #shownCase = '';
  #draft: readonly string[] | null = null;

  constructor(context: Context, journal: Journal, cover: readonly string[]) {
    this.#context = context;
    this.#journal = journal;
    this.#cover = cover;
    this.#reader = new LineReader(context.io.input);
  }

  close(): void {
    this.#reader.close();
  }

  /** The cover, and a line before the clock starts. */
  async starts(): Promise<boolean> {
    const { plain, cover } = this.#context.words.exam;
    for (const line of this.#cover) this.#context.print(line);
    this.#context.print(plain.startQuestion);
    const line = await this.#reader.next(null);
    if (line.kind === 'line' && !/^[:：]?q$/i.test(line.text.normalize('NFKC').trim())) return true;
    this.#context.print(cover.notStarted);
    this.close();
    return false;
  }

  async sit(sitting: ExamSitting, at: ExamStartAt): Promise<ExamOutcome> {
    this.#context.print(this.#context.words.exam.plain.help);
    let { index } = at;
    const beat = (): void => sitting.beats.write({ usedMs: sitting.usedMs, index: asItem(index), draft: this.#draft });
    const asItem = (place: number): number => Math.min(place, sitting.items.length - 1);
    const timer = setInterval(beat, BEAT_MS);
    try {
      for (;;) {
        const move = index < sitting.items.length ? await this.#ask(sitting, index, beat) : await this.#handIn(sitting);
        if ('end' in move) {
          if (move.end === 'quit') this.close();
          beat();
          return move.end;
        }
        index = move.to;
        beat();
      }
    } catch (error) {
      // What the disk refuses ends the program, and an open input would keep it waiting.
      this.close();
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  /** Short answers are marked by their key points, once the paper is handed in. */
  mark(sitting: ExamSitting, indexes: readonly number[]): Promise<void> {
    return markPlainly(this.#context, this.#journal, this.#reader, sitting, indexes);
  }

  async #ask(sitting: ExamSitting, index: number, beat: () => void): Promise<Move> {
    const context = this.#context;
    const journal = this.#journal;
    const card = examCard(sitting, index, journal, context.words);
    const parent = sitting.questionAt(index)?.parent?.id ?? '';
    const isNewCase = parent !== this.#shownCase;
    this.#shownCase = parent;
    const turn = new PlainTurn(
      { context, journal, sitting, index, card },
      {
        next: (ownMs) => this.#next(sitting, ownMs),
        stands: (draft) => {
          this.#draft = draft;
          beat();
        },
      },
    );
    const move = await turn.take(isNewCase);
    this.#draft = null;
    return move;
  }

  /** A line; one that comes after the deadline comes too late, also where the machine slept through it, or after `ownMs`. */
  async #next(sitting: ExamSitting, ownMs = Number.POSITIVE_INFINITY): Promise<Line> {
    const isLate = (): boolean => (sitting.leftMs ?? 1) <= 0;
    const left = Math.min(ownMs, sitting.leftMs ?? Number.POSITIVE_INFINITY);
    if (left <= 0) return { kind: 'late' };
    // A timer takes whole milliseconds: fired within the last one, it would come too early for any of the clocks.
    const line = await this.#reader.next(Number.isFinite(left) ? Math.ceil(left) + 1 : null);
    return isLate() ? { kind: 'late' } : line;
  }

  /** Behind the last question: what is blank, and whether that is to be the paper. */
  async #handIn(sitting: ExamSitting): Promise<Move> {
    const { screen, plain } = this.#context.words.exam;
    const blank = sitting.items.flatMap(({ ref }, index) => (answerAt(sitting.sheet, ref) ? [] : [index]));
    const numbers = inRuns(blank.map((index) => index + 1));
    this.#context.print('');
    this.#context.print(blank.length > 0 ? screen.blanksLeft(numbers, blank.length) : screen.noBlanks);
    for (;;) {
      this.#context.print(plain.submitQuestion);
      const line = await this.#next(sitting);
      if (line.kind === 'late') return { end: 'timed-out' };
      if (line.kind === 'end') {
        this.#context.notice(plain.inputEnded);
        return { end: 'quit' };
      }
      const text = line.text.normalize('NFKC').trim().toLowerCase();
      if (text === 'y' || text === ':submit') return { end: 'submitted' };
      if (text === 'q' || text === ':q') return { end: 'quit' };
      if (text === '') return { to: blank[0] ?? sitting.items.length - 1 };
      const number = Number(/^(?::g\s*)?(\d+)$/.exec(text)?.[1]);
      if (number >= 1 && number <= sitting.items.length) return { to: number - 1 };
    }
  }
}
