import { CAUSES, type Cause } from '../core/drill/cause.ts';
import type { Queued } from '../core/drill/queue.ts';
import type { Response } from '../core/grading/mark.ts';
import { suggestCovered } from '../core/grading/short.ts';
import type { Ask } from '../core/session/session.ts';
import type { QuestionCard } from '../prompts/ask/cards.ts';
import { type PlainLine, parseChoice, parseCommand, parsePoints, plainQuestion } from '../prompts/plain.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { questionCard } from './cards.ts';
import type { Context } from './context.ts';
import type { Clock, DrillEnd } from './drill-run.ts';
import type { DrillSitting } from './drill-sitting.ts';
import type { Journal } from './journal.ts';
import { widthsFor } from './late-widths.ts';
import { LineReader } from './line-reader.ts';
import { choicePrompt, wantedFor } from './plain-prompts.ts';
import { PlainVerdict } from './plain-verdict.ts';

type Command = Extract<PlainLine, { kind: 'command' }>;
type Asked = Ask & Queued;

/** What a question came to: an answer, or a reason to stop or to look again at what is to be asked. */
type Given =
  | { readonly kind: 'answer'; readonly response: Response; readonly guess: boolean }
  | { readonly kind: 'expired'; readonly draft: readonly string[] }
  | { readonly kind: 'moved' }
  | { readonly kind: 'quit' };

/** Questions in a row that may run out before the chair is taken to be empty. */
const MOST_UNATTENDED = 3;

/** A drill line by line: nothing is redrawn, one line answers one prompt, the end of input ends it and keeps everything. */
export class PlainDrill {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #sitting: DrillSitting;
  readonly #clock: Clock;
  readonly #reader: LineReader;
  readonly #verdict: PlainVerdict;

  constructor(context: Context, journal: Journal, sitting: DrillSitting, clock: Clock) {
    this.#context = context;
    this.#journal = journal;
    this.#sitting = sitting;
    this.#clock = clock;
    this.#reader = new LineReader(context.io.input);
    this.#verdict = new PlainVerdict(context, journal, sitting);
  }

  async run(): Promise<DrillEnd> {
    try {
      let shownCase: object | null = null;
      let unattended = 0;
      for (let asked = this.#sitting.current; asked; asked = this.#sitting.current) {
        const { parent } = asked.question;
        await this.#sitting.ready(asked);
        await widthsFor(asked.question);
        const openedAt = this.#context.io.now().ms;
        const card = questionCard(asked, this.#sitting, this.#journal, this.#context.words);
        this.#say(plainQuestion(card, parent !== shownCase, this.#context.words.ask));
        shownCase = parent;
        const given = await this.#ask(asked, card, openedAt);
        if (given.kind === 'quit') return 'quit';
        if (given.kind !== 'moved') this.#judge(asked, card, given, this.#context.io.now().ms - openedAt);
        unattended = given.kind === 'expired' ? unattended + 1 : 0;
        if (unattended === MOST_UNATTENDED) return this.#leftAlone();
        if (this.#clock.isOver(this.#context.io.now().ms)) return 'timed-out';
      }
      return 'submitted';
    } finally {
      this.#reader.close();
    }
  }

  #say(lines: readonly string[]): void {
    for (const line of lines) this.#context.print(line);
  }

  #judge(asked: Asked, card: QuestionCard, given: Extract<Given, { kind: 'answer' | 'expired' }>, ms: number): void {
    const kept =
      given.kind === 'expired'
        ? this.#sitting.expire(asked, given.draft, ms)
        : this.#sitting.answer(asked, given.response, { guess: given.guess, expired: false, ms });
    this.#verdict.show(kept, card);
  }

  #ask(asked: Asked, card: QuestionCard, openedAt: number): Promise<Given> {
    if (card.type === 'blank') return this.#askTexts(asked, card, openedAt);
    return card.type === 'short' ? this.#askEssay(asked, card, openedAt) : this.#askChoice(asked, card, openedAt);
  }

  /** One line after a prompt; null for "read it again" is handled by the callers. */
  async #read(
    prompt: string,
    asked: Asked,
    card: QuestionCard,
    openedAt: number,
    draft: readonly string[] = [],
  ): Promise<string | Given> {
    for (;;) {
      this.#context.print(prompt);
      const left = this.#clock.itemLeft(openedAt, this.#context.io.now().ms);
      const line = await this.#reader.next(left === null ? null : Math.max(0, left));
      if (line.kind === 'late') return { kind: 'expired', draft };
      if (line.kind === 'end') return { kind: this.#atEnd() };
      const command = parseCommand(line.text);
      if (!command) return line.text;
      const done = this.#obey(command, asked, card);
      if (done) return done;
    }
  }

  /** An expired question counts as wrong and comes back: with nobody there it would be asked for ever. */
  #leftAlone(): 'quit' {
    this.#context.notice(this.#context.words.plain.leftAlone(MOST_UNATTENDED));
    return 'quit';
  }

  #atEnd(): 'quit' {
    this.#context.notice(this.#context.words.plain.inputEnded);
    return 'quit';
  }

  async #askChoice(asked: Asked, card: QuestionCard, openedAt: number): Promise<Given> {
    const { plain } = this.#context.words;
    const prompt = choicePrompt(card, this.#context.words);
    for (;;) {
      const line = await this.#read(prompt, asked, card, openedAt);
      if (typeof line !== 'string') return line;
      const parsed = parseChoice(line, card);
      if (parsed.kind === 'answer') return parsed;
      this.#context.print(plain.notUnderstood(wantedFor(card, this.#context.words)));
    }
  }

  async #askTexts(asked: Asked, card: QuestionCard, openedAt: number): Promise<Given> {
    const texts: string[] = [];
    while (texts.length < card.fields) {
      const prompt = this.#context.words.plain.answerBlank(texts.length + 1, card.fields);
      const line = await this.#read(prompt, asked, card, openedAt, texts);
      if (typeof line !== 'string') return line;
      texts.push(line);
    }
    return { kind: 'answer', response: { kind: 'texts', texts }, guess: false };
  }

  async #askEssay(asked: Asked, card: QuestionCard, openedAt: number): Promise<Given> {
    const { plain, ask } = this.#context.words;
    const written: string[] = [];
    for (let prompt = plain.answerEssay; ; prompt = '>') {
      const line = await this.#read(prompt, asked, card, openedAt, [written.join('\n')]);
      if (typeof line !== 'string') return line;
      if (line.trim() === '.') break;
      written.push(line);
    }
    const text = written.join('\n');
    const { question } = asked.question;
    const suggested = question.type === 'short' ? suggestCovered(question, text) : [];
    this.#say([ask.tickPoints, ...card.keyPoints.map((point, index) => `  ${index + 1}. ${safeLine(point)}`)]);
    for (;;) {
      const line = await this.#read(plain.answerPoints(suggested.join(' ')), asked, card, openedAt, [text]);
      if (typeof line !== 'string') return line;
      const covered = parsePoints(line, suggested, card.keyPoints.length);
      if (covered) return { kind: 'answer', response: { kind: 'essay', text, covered }, guess: false };
      this.#context.print(plain.notUnderstood(plain.wantedPoints(card.keyPoints.length)));
    }
  }

  /** Carries a command out; what it returns ends the question, null asks on. */
  #obey(command: Command, asked: Asked, card: QuestionCard): Given | null {
    const { plain, drill, ask } = this.#context.words;
    switch (command.name) {
      case 'q':
        return { kind: 'quit' };
      case 'u': {
        const undone = this.#sitting.undo();
        this.#verdict.forget();
        this.#context.print(undone ? drill.undone : drill.nothingToUndo);
        return undone ? { kind: 'moved' } : null;
      }
      case 'x':
        this.#sitting.putAway(asked.ref);
        this.#context.print(drill.putAway);
        return { kind: 'moved' };
      case 's': {
        const on = !this.#journal.progress.starred.has(asked.ref);
        this.#sitting.star(asked.ref, on);
        this.#context.print(on ? plain.starred : plain.unstarred);
        return null;
      }
      case 'n':
        this.#sitting.note(asked.ref, command.rest);
        this.#context.print(plain.noted);
        return null;
      case 'e':
        // The lines that are read here may come from anything but a keyboard.
        this.#context.print(`quiz bank edit ${asked.ref}`);
        return null;
      case 'm':
        this.#say(
          card.material
            ? [`${ask.material} ${safeLine(card.caseTitle)}`.trim(), ...plainQuestion(card, true, ask).slice(2)]
            : [plain.noMaterial],
        );
        return null;
      case '1':
      case '2':
      case '3':
      case '4':
        this.#verdict.giveCause(CAUSES[Number(command.name) - 1] as Cause);
        return null;
      case 'o':
      case '+':
        this.#verdict.amend(command.name === 'o' ? 'overrule' : 'easy');
        return null;
      default:
        this.#context.print(plain.notUnderstood(wantedFor(card, this.#context.words)));
        return null;
    }
  }
}
