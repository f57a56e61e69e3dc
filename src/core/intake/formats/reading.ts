import type { Draft } from '../draft.ts';
import type { Noted } from '../report.ts';

/** What was read of a text whose format marks its questions. */
export interface FormatReading {
  readonly drafts: readonly Draft[];
  /** What belongs to no question. */
  readonly leftOut: readonly Noted[];
  /** Questions of kinds that there is nothing for, and stretches that are damaged. */
  readonly unread: readonly Noted[];
}

/** The same while it is written, with the file that all of it stands in. */
export class ReadingNotes {
  readonly drafts: Draft[] = [];
  readonly leftOut: Noted[] = [];
  readonly unread: Noted[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  skip(line: number, text: string, why: string): void {
    this.leftOut.push(this.#noted(line, text, why));
  }

  miss(line: number, text: string, why: string): void {
    this.unread.push(this.#noted(line, text, why));
  }

  #noted(line: number, text: string, why: string): Noted {
    return { file: this.file, line, text: text.trim().replace(/\s+/g, ' ').slice(0, 80), why };
  }
}
