import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { questionsOf } from '../../src/core/bank/bank.ts';
import { type Instant, parseInstant, studyDayOf } from '../../src/core/day.ts';
import { archiveHistory } from '../../src/store/archive-history.ts';
import { loadBank } from '../../src/store/bank-file.ts';
import { bankText } from './data/bank-text.ts';
import { examText } from './data/exam-text.ts';
import { type Asked, MORNING, writeHistory } from './data/history-text.ts';

/** Everything that is measured, made in a folder of its own. What is large is made when it is first asked for. */
export class Fixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'quiz-bench-'));
  /** The program as built, where no other build can take it away meanwhile. */
  readonly program = join(this.folder, 'bin', 'quiz.js');
  readonly #made = new Map<string, Promise<string>>();

  constructor() {
    for (const part of ['bin', 'dist', 'banks', 'package.json'])
      cpSync(resolve(part), join(this.folder, part), { recursive: true });
  }

  /** The file of a bank of so many items. */
  bank(items: number): Promise<string> {
    return this.#once(`bank-${items}`, (folder) => {
      const path = join(folder, 'bench.yaml');
      writeFileSync(path, bankText(items));
      return path;
    });
  }

  /** A text of so many megabytes of exam papers. */
  examText(megabytes: number): Promise<string> {
    return this.#once(`exam-text-${megabytes}`, (folder) => {
      const path = join(folder, 'papers.txt');
      writeFileSync(path, examText(megabytes * 1e6));
      return path;
    });
  }

  /** A history of so many events, all of them about the items of the bank of `items`. */
  history(events: number, items: number): Promise<string> {
    return this.#once(`history-${events}-${items}`, async (folder) => {
      const path = join(folder, 'history.json');
      writeHistory(path, await askedOf(await this.bank(items)), events);
      return path;
    });
  }

  /** A home with that history and without any cache. */
  home(name: string, events: number, items: number): Promise<string> {
    return this.#once(`home-${name}`, async (folder) => {
      symlinkSync(await this.history(events, items), join(folder, 'history.json'));
      return folder;
    });
  }

  /** A home with that history, of which all but the last so many days were put away, and without any cache. */
  archivedHome(name: string, events: number, items: number, lastDays: number): Promise<string> {
    return this.#once(`home-${name}`, async (folder) => {
      const history = join(folder, 'history.json');
      copyFileSync(await this.history(events, items), history);
      const now = parseInstant(MORNING) as Instant;
      const [archive, backups] = [join(folder, 'archive'), join(folder, 'backups')];
      archiveHistory(history, { before: studyDayOf(now) - lastDays, archive, backups, now });
      return folder;
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** An empty folder in the fixture. */
  scratch(name: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  #once(name: string, make: (folder: string) => string | Promise<string>): Promise<string> {
    let made = this.#made.get(name);
    if (!made) {
      made = Promise.resolve(make(this.scratch(name)));
      this.#made.set(name, made);
    }
    return made;
  }
}

/** The clock and the language of every measured start. */
export const DESK = { QUIZ_NOW: MORNING, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' };

async function askedOf(bank: string): Promise<Asked[]> {
  const loaded = await loadBank(bank);
  if (loaded.kind !== 'bank') throw new Error(JSON.stringify(loaded.faults.slice(0, 3)));
  return questionsOf(loaded.bank).map(({ ref, question }) => ({
    ref,
    options: 'options' in question ? question.options.length : 0,
  }));
}
