import { inRuns } from '../../core/exam/runs.ts';
import { answerAt } from '../../core/exam/sheet.ts';
import type { Response } from '../../core/grading/mark.ts';
import { suggestCovered } from '../../core/grading/short.ts';
import type { QuestionCard } from '../../prompts/ask/cards.ts';
import type { ExamOutcome } from '../../prompts/exam/state.ts';
import {
  type PlainLine,
  parseChoice,
  parseCommand,
  parsePoints,
  plainQuestion,
  plainVerdict,
} from '../../prompts/plain.ts';
import { safeLine, safeText } from '../../prompts/safe-text.ts';
import { GLYPHS } from '../../prompts/theme.ts';
import type { Context } from '../context.ts';
import type { Journal } from '../journal.ts';
import { type Line, LineReader } from '../line-reader.ts';
import { choicePrompt, wantedFor } from '../plain-prompts.ts';
import { examCard, examVerdict, placeOf } from './exam-cards.ts';
import type { ExamSitting } from './exam-sitting.ts';
import type { ExamStartAt } from './exam-terminal.ts';

/** What a question came to: where to go on, or how the exam ends. */
type Move = { readonly to: number } | { readonly end: ExamOutcome };

/** An exam line by line: an empty line skips, commands begin with a colon, the end of input leaves everything kept. */
export class PlainExam {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #reader: LineReader;
  readonly #cover: readonly string[];
  #shownCase = '';

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
    this.#say(this.#cover);
    this.#context.print(plain.startQuestion);
    const line = await this.#reader.next(null);
    const begins = line.kind === 'line' && !/^[:：]?q$/i.test(line.text.trim());
    if (begins) return true;
    this.#context.print(cover.notStarted);
    this.close();
    return false;
  }

  async sit(sitting: ExamSitting, at: ExamStartAt): Promise<ExamOutcome> {
    this.#context.print(this.#context.words.exam.plain.help);
    let index = at.index;
    for (;;) {
      const move = index < sitting.items.length ? await this.#ask(sitting, index) : await this.#handIn(sitting);
      sitting.beats.write({
        usedMs: sitting.usedMs,
        index: 'to' in move ? Math.min(move.to, sitting.items.length - 1) : index,
        draft: null,
      });
      if ('end' in move) return this.#ended(move.end);
      index = Math.max(0, move.to);
    }
  }

  #ended(how: ExamOutcome): ExamOutcome {
    if (how === 'quit') this.close();
    return how;
  }

  async #ask(sitting: ExamSitting, index: number): Promise<Move> {
    const { words } = this.#context;
    const card = examCard(sitting, index, this.#journal, words);
    const openedAt = this.#context.io.now().ms;
    const since = (): number => this.#context.io.now().ms - openedAt;
    const place = placeOf(sitting, index, this.#journal);
    const parent = sitting.questionAt(index)?.parent?.id ?? '';
    const lines = plainQuestion(card, parent !== this.#shownCase, words.ask);
    this.#shownCase = parent;
    const marks = [
      place.saved ? words.exam.plain.kept(shownResponse(place.saved, card)) : '',
      place.flagged ? words.exam.screen.flagged : '',
      place.unsure ? words.exam.screen.unsure : '',
    ];
    this.#say([...lines, ...marks.filter(Boolean)]);
    if (sitting.isLocked(index, 0)) {
      this.#context.print(words.exam.screen.complaints.locked);
      return { to: index + 1 };
    }
    for (;;) {
      const given = await this.#read(sitting, index, card, since);
      if (!given) return { end: 'timed-out' };
      if (given.kind === 'ran-out') return this.#runOut(sitting, index, since());
      if (given.kind === 'moved') {
        if (since() >= 1000) sitting.viewed(index, since());
        return given.move;
      }
      if (sitting.isLocked(index, since())) return this.#runOut(sitting, index, since());
      sitting.save(index, given.response, given.guess, since());
      this.#context.print(words.exam.plain.kept(shownResponse(given.response, card)));
      return { to: index + 1 };
    }
  }

  /** The time of the question is used up, and stays so when it is come back to. */
  #runOut(sitting: ExamSitting, index: number, ms: number): Move {
    sitting.viewed(index, ms);
    this.#context.print(this.#context.words.exam.screen.complaints.locked);
    return { to: index + 1 };
  }

  /** An answer, or a move, or none in the question's own time; null where the exam's is up. What was typed of an answer until then is kept as it stands. */
  async #read(
    sitting: ExamSitting,
    index: number,
    card: QuestionCard,
    since: () => number,
  ): Promise<
    { kind: 'answer'; response: Response; guess: boolean } | { kind: 'moved'; move: Move } | { kind: 'ran-out' } | null
  > {
    const { plain } = this.#context.words;
    const texts: string[] = [];
    for (;;) {
      const isEssay = card.type === 'short';
      this.#context.print(
        isEssay
          ? texts.length === 0
            ? plain.answerEssay
            : '>'
          : card.fields > 0
            ? plain.answerBlank(texts.length + 1, card.fields)
            : choicePrompt(card, this.#context.words),
      );
      const own = ownLimit(sitting, index, since());
      const isOwn = own < (sitting.leftMs ?? Number.POSITIVE_INFINITY);
      const line = await this.#next(sitting, own);
      if (line.kind === 'late') {
        if (texts.some((text) => text !== '')) sitting.save(index, typed(card, texts), false, 0);
        return isOwn ? { kind: 'ran-out' } : null;
      }
      if (line.kind === 'end') {
        this.#context.notice(this.#context.words.exam.plain.inputEnded);
        return { kind: 'moved', move: { end: 'quit' } };
      }
      const command = parseCommand(line.text);
      if (command) {
        const move = this.#obey(command, sitting, index, card);
        if (move) return { kind: 'moved', move };
        continue;
      }
      if (line.text.trim() === '' && texts.length === 0) return { kind: 'moved', move: { to: index + 1 } };
      if (card.fields === 0) {
        const parsed = parseChoice(line.text, card);
        if (parsed.kind === 'answer' && isNothing(parsed.response)) return { kind: 'moved', move: { to: index + 1 } };
        if (parsed.kind === 'answer') return parsed;
        this.#context.print(plain.notUnderstood(wantedFor(card, this.#context.words)));
        continue;
      }
      if (isEssay && line.text.trim() === '.') return { kind: 'answer', response: typed(card, texts), guess: false };
      texts.push(line.text);
      if (!isEssay && texts.length === card.fields)
        return { kind: 'answer', response: typed(card, texts), guess: false };
    }
  }

  /** A line, unless the time of the exam is over before it comes, or `ownMs` of the question. */
  async #next(sitting: ExamSitting, ownMs = Number.POSITIVE_INFINITY): Promise<Line> {
    const left = Math.min(ownMs, sitting.leftMs ?? Number.POSITIVE_INFINITY);
    return left <= 0 ? { kind: 'late' } : this.#reader.next(Number.isFinite(left) ? left : null);
  }

  #obey(
    command: Extract<PlainLine, { kind: 'command' }>,
    sitting: ExamSitting,
    index: number,
    card: QuestionCard,
  ): Move | null {
    const { words } = this.#context;
    const { plain } = words.exam;
    const place = placeOf(sitting, index, this.#journal);
    const say = (text: string): null => {
      this.#context.print(text);
      return null;
    };
    switch (command.name) {
      case 'q':
        return { end: 'quit' };
      case 'b':
        return { to: index - 1 };
      case 'g': {
        const number = Number(command.rest);
        const isThere = Number.isInteger(number) && number >= 1 && number <= sitting.items.length;
        return isThere ? { to: number - 1 } : say(words.exam.screen.complaints.noSuchQuestion(sitting.items.length));
      }
      case 'f':
        sitting.flag(index, !place.flagged);
        return say(place.flagged ? plain.unflagged : plain.flagged);
      case '?':
        if (!place.saved) return say(words.exam.screen.complaints.nothingToClear);
        sitting.save(index, place.saved, !place.unsure, 0);
        return say(place.unsure ? plain.sure : plain.unsure);
      case 'c':
        if (!place.saved) return say(words.exam.screen.complaints.nothingToClear);
        sitting.clear(index, 0);
        return say(plain.cleared);
      case 's':
        sitting.star(index, !place.starred);
        return say(place.starred ? words.plain.unstarred : words.plain.starred);
      case 'n':
        sitting.note(index, command.rest);
        return say(words.plain.noted);
      case 'm':
        return say(card.material ? safeText(card.material) : words.plain.noMaterial);
      case 't':
        return say(sitting.leftMs === null ? plain.noLimit : plain.left(words.exam.minutes(sitting.leftMs)));
      case 'a':
        this.#say(this.#sheet(sitting));
        return null;
      case 'submit':
        return { to: sitting.items.length };
      default:
        return say(plain.help);
    }
  }

  #sheet(sitting: ExamSitting): string[] {
    const { screen } = this.#context.words.exam;
    return sitting.items.map((_, index) => {
      const { saved, flagged, unsure } = placeOf(sitting, index, this.#journal);
      const status = saved ? screen.legend.answered : screen.legend.blank;
      const marks = [status, unsure ? screen.legend.unsure : '', flagged ? screen.legend.flagged : ''];
      return `${index + 1}. ${marks.filter(Boolean).join(' ')}`;
    });
  }

  /** Behind the last question: what is blank, and whether that is to be the paper. */
  async #handIn(sitting: ExamSitting): Promise<Move> {
    const { screen, plain } = this.#context.words.exam;
    const blank = sitting.items.flatMap(({ ref }, index) => (answerAt(sitting.sheet, ref) ? [] : [index]));
    const numbers = inRuns(blank.map((index) => index + 1));
    this.#say(['', blank.length > 0 ? screen.blanksLeft(numbers, blank.length) : screen.noBlanks]);
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

  /** Key points of short answers, once the paper is handed in: numbers, an empty line takes the suggestion. */
  async mark(sitting: ExamSitting, indexes: readonly number[]): Promise<void> {
    const { ask, plain } = this.#context.words;
    for (const index of indexes) {
      const card = examCard(sitting, index, this.#journal, this.#context.words);
      const { saved } = placeOf(sitting, index, this.#journal);
      const question = sitting.questionAt(index)?.question;
      if (saved?.kind !== 'essay' || question?.type !== 'short') continue;
      const suggested = suggestCovered(question, saved.text);
      this.#say([...plainQuestion(card, false, ask), ...saved.text.split('\n').map((text) => `› ${safeLine(text)}`)]);
      this.#say([ask.tickPoints, ...card.keyPoints.map((point, n) => `  ${n + 1}. ${safeLine(point)}`)]);
      for (;;) {
        this.#context.print(plain.answerPoints(suggested.join(' ')));
        const line = await this.#reader.next(null);
        if (line.kind !== 'line') return;
        const covered = parsePoints(line.text, suggested, card.keyPoints.length);
        if (!covered) continue;
        sitting.remark(index, { kind: 'essay', text: saved.text, covered });
        break;
      }
      const verdict = examVerdict(sitting, index, card, this.#context.words);
      if (verdict) this.#say(plainVerdict(verdict, GLYPHS[verdict.outcome], ask));
    }
  }

  #say(lines: readonly string[]): void {
    for (const line of lines) this.#context.print(line);
  }
}

/** Milliseconds that are left for a question by itself or in its section. */
function ownLimit(sitting: ExamSitting, index: number, sinceMs: number): number {
  const { item, section } = sitting.limitsAt(index, sinceMs);
  return Math.min(item ?? Number.POSITIVE_INFINITY, section ?? Number.POSITIVE_INFINITY);
}

const typed = (card: QuestionCard, texts: readonly string[]): Response =>
  card.type === 'short'
    ? { kind: 'essay', text: texts.join('\n').trim(), covered: [] }
    : { kind: 'texts', texts: Array.from({ length: card.fields }, (_, field) => texts[field] ?? '') };

const isNothing = (response: Response): boolean =>
  (response.kind === 'letters' && response.letters.length === 0) ||
  (response.kind === 'truth' && response.value === null);

/** An answer by the labels that were shown. */
function shownResponse(response: Response, card: QuestionCard): string {
  switch (response.kind) {
    case 'letters':
      return response.letters
        .map((letter) => card.options.find((option) => option.letter === letter)?.label ?? letter)
        .join('');
    case 'truth':
      return card.options.find(({ letter }) => letter === (response.value ? 'A' : 'B'))?.text ?? '';
    case 'texts':
      return response.texts.map(safeLine).join(' | ');
    case 'essay':
      return safeLine(response.text.split('\n').join(' / '));
  }
}
