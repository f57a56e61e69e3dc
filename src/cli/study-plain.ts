import { parseCommand } from '../prompts/plain.ts';
import { safeLine } from '../prompts/safe-text.ts';
import type { StudyComplaint } from '../prompts/study/cards.ts';
import { positionOf } from '../prompts/study/cards.ts';
import { plainAnswer, plainPage } from '../prompts/study/plain-page.ts';
import type { StudyOutcome } from '../prompts/study/state.ts';
import type { Context } from './context.ts';
import { LineReader } from './line-reader.ts';
import type { StudySitting } from './study-sitting.ts';

/** Reading line by line: nothing is redrawn, a line without a command goes on, the end of input ends it. */
export class PlainStudy {
  readonly #context: Context;
  readonly #sitting: StudySitting;
  readonly #reader: LineReader;
  readonly #words: Context['words']['study'] & {
    readonly material: string;
    readonly note: string;
    readonly key: string;
  };
  /** Answers are hidden first. */
  #hiding = false;
  /** The answer of this page has been printed. */
  #shown = false;

  constructor(context: Context, sitting: StudySitting) {
    this.#context = context;
    this.#sitting = sitting;
    this.#reader = new LineReader(context.io.input);
    const { material, note, key } = context.words.ask;
    this.#words = { ...context.words.study, material, note, key };
  }

  async run(): Promise<StudyOutcome> {
    const { current, resumed } = this.#sitting;
    this.#print(resumed ? this.#words.resumed(positionOf(current), safeLine(current.topic)) : '');
    this.#print(this.#words.plain.keys);
    this.#open(current.page);
    try {
      for (;;) {
        this.#context.print(this.#prompt());
        const line = await this.#reader.next(null);
        if (line.kind !== 'line') {
          this.#context.notice(this.#words.plain.inputEnded);
          return 'quit';
        }
        const outcome = this.#obey(line.text);
        if (outcome) return outcome;
      }
    } finally {
      this.#reader.close();
    }
  }

  /** What a line came to where it ends the reading. */
  #obey(line: string): StudyOutcome | null {
    const command = parseCommand(line);
    if (!command) return this.#goOn();
    const { current } = this.#sitting;
    switch (command.name) {
      case 'q':
        return 'quit';
      case 'b':
        this.#turn(current.page > 0 ? current.page - 1 : null, 'first-page');
        return null;
      case 't':
        this.#turn(current.nextTopic, 'last-topic');
        return null;
      case 'h':
        this.#toggleHiding();
        return null;
      case 's':
        this.#star();
        return null;
      case 'n':
        this.#note(command.rest);
        return null;
    }
    this.#print(this.#words.plain.notUnderstood(safeLine(line.trim())));
    this.#print(this.#words.plain.keys);
    return null;
  }

  #goOn(): StudyOutcome | null {
    if (!this.#shown) {
      this.#showAnswer();
      return null;
    }
    const next = this.#sitting.current.page + 1;
    if (next === this.#sitting.size) return 'done';
    this.#turn(next, 'last-topic');
    return null;
  }

  #turn(to: number | null, otherwise: StudyComplaint): void {
    if (to === null) return this.#print(this.#words.messages[otherwise]);
    this.#sitting.cardAt(to);
    this.#open(to);
  }

  #open(page: number): void {
    const { current } = this.#sitting;
    this.#shown = !this.#hiding || current.kind === 'notes';
    for (const line of plainPage(current, this.#shown, this.#words)) this.#context.print(line);
    this.#sitting.arrived(page);
  }

  #showAnswer(): void {
    const { current } = this.#sitting;
    this.#shown = true;
    if (current.kind === 'question') for (const line of plainAnswer(current, this.#words)) this.#context.print(line);
  }

  #toggleHiding(): void {
    this.#hiding = !this.#hiding;
    this.#print(this.#hiding ? this.#words.plain.hidingOn : this.#words.plain.hidingOff);
    if (!this.#hiding && !this.#shown) this.#showAnswer();
  }

  #star(): void {
    const { current } = this.#sitting;
    if (current.kind === 'notes') return this.#print(this.#words.messages['questions-only']);
    const on = !this.#sitting.isStarred;
    this.#sitting.star(on);
    this.#print(on ? this.#context.words.plain.starred : this.#context.words.plain.unstarred);
  }

  #note(text: string): void {
    if (this.#sitting.current.kind === 'notes') return this.#print(this.#words.messages['questions-only']);
    this.#sitting.note(text);
    this.#print(this.#context.words.plain.noted);
  }

  #prompt(): string {
    const { plain } = this.#words;
    if (!this.#shown) return plain.reveal;
    return this.#sitting.current.page + 1 === this.#sitting.size ? plain.finish : plain.next;
  }

  #print(text: string): void {
    if (text !== '') this.#context.print(text);
  }
}
