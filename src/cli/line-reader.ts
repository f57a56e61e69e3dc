import { createInterface, type Interface } from 'node:readline';

/** A line, the end of input, or none in time. */
export type Line =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'late' };

/** A timer that is set to more fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Lines of a stream, one at a time, each awaited for as long as it may take. */
export class LineReader {
  readonly #lines: string[] = [];
  readonly #interface: Interface;
  #waiting: ((line: Line) => void) | null = null;
  #ended = false;

  constructor(input: NodeJS.ReadStream) {
    this.#interface = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
    this.#interface.on('line', (text) => this.#give({ kind: 'line', text }));
    this.#interface.on('close', () => {
      this.#ended = true;
      this.#give({ kind: 'end' });
    });
  }

  /** The next line; `late` where none came within `limitMs`. */
  next(limitMs: number | null): Promise<Line> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve({ kind: 'line', text: line });
    if (this.#ended) return Promise.resolve({ kind: 'end' });
    return new Promise((resolve) => {
      const timer =
        limitMs === null
          ? undefined
          : setTimeout(
              () => {
                this.#waiting = null;
                resolve({ kind: 'late' });
              },
              Math.min(limitMs, LONGEST_TIMER_MS),
            );
      this.#waiting = (given) => {
        clearTimeout(timer);
        this.#waiting = null;
        resolve(given);
      };
    });
  }

  close(): void {
    this.#interface.close();
  }

  #give(line: Line): void {
    if (this.#waiting) this.#waiting(line);
    else if (line.kind === 'line') this.#lines.push(line.text);
  }
}
