import type { Stats } from 'node:fs';
import { attempt, type Disk, writeAll } from './atomic-file.ts';
import { END, type Shape, shapeOf, tailOf } from './history-tail.ts';

interface Open {
  readonly fd: number;
  readonly dev: number;
  readonly ino: number;
  /** The file as this process last wrote it. */
  written: Stats | null;
}

/** The file of a history open for writing. It stays open between appends, unless another process replaced it. */
export class HistoryWriter {
  readonly #path: string;
  readonly #disk: Disk;
  #open: Open | null = null;

  constructor(path: string, disk: Disk) {
    this.#path = path;
    this.#disk = disk;
  }

  /**
   * Opens what was found at the path, if it is not open yet, and looks at its tail; at its head the first time only,
   * and at neither where nobody wrote since this process did.
   */
  ready(found: Stats): { readonly fd: number; readonly shape: Shape } {
    const size = found.size;
    if (this.#open?.ino === found.ino && this.#open.dev === found.dev) {
      const { fd, written } = this.#open;
      if (written?.size === found.size && written.mtimeMs === found.mtimeMs)
        return { fd, shape: { kind: 'whole', endAt: size - END.length } };
      return { fd, shape: tailOf(fd, size, this.#disk) };
    }
    this.close();
    const fd = this.#disk.openSync(this.#path, 'r+');
    this.#open = { fd, dev: found.dev, ino: found.ino, written: null };
    return { fd, shape: shapeOf(fd, size, this.#disk) };
  }

  /** Lays lines over the old end line; they bring their own. When it fails, all is as before. */
  lay(fd: number, lines: Buffer, endAt: number): Stats {
    try {
      writeAll(fd, lines, endAt, this.#disk);
      this.#disk.fsyncSync(fd);
      const written = this.#disk.fstatSync(fd);
      if (this.#open) this.#open.written = written;
      return written;
    } catch (error) {
      this.#restore(fd, endAt);
      throw error;
    }
  }

  close(): void {
    const open = this.#open;
    this.#open = null;
    if (open) attempt(() => this.#disk.closeSync(open.fd));
  }

  /**
   * The end line first: on a full disk there is room for it where the old one was. Where this fails too, what is
   * left is a torn tail, which is mended at the next look.
   */
  #restore(fd: number, endAt: number): void {
    attempt(() => writeAll(fd, Buffer.from(END), endAt, this.#disk));
    attempt(() => this.#disk.ftruncateSync(fd, endAt + END.length));
    attempt(() => this.#disk.fsyncSync(fd));
    this.close();
  }
}
