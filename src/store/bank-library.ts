import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A bank file as found, before it is read. */
export interface FoundBank {
  /** As the file says, or its name where it says nothing readable. */
  readonly id: string;
  readonly path: string;
  readonly place: 'here' | 'home' | 'shipped' | 'path';
}

export type Search =
  | { readonly kind: 'found'; readonly banks: readonly FoundBank[] }
  | { readonly kind: 'unknown'; readonly token: string; readonly known: readonly string[] }
  | { readonly kind: 'not-a-bank'; readonly token: string };

const BANK_FILE = /\.ya?ml$/i;
const GLOB = /[*?[\]{}]/;

/** Banks by id are looked up in `./banks`, then in the home, then among those that ship; the first of an id counts. */
export class BankLibrary {
  readonly #cwd: string;
  readonly #folders: readonly (readonly [FoundBank['place'], string])[];

  constructor(cwd: string, homeBanks: string) {
    this.#cwd = cwd;
    this.#folders = [
      ['here', join(cwd, 'banks')],
      ['home', homeBanks],
      ['shipped', shippedBanks()],
    ];
  }

  /** Every bank that an id can name. */
  list(): FoundBank[] {
    const byId = new Map<string, FoundBank>();
    for (const [place, folder] of this.#folders) {
      for (const path of bankFilesIn(folder)) {
        const id = declaredId(path);
        if (!byId.has(id)) byId.set(id, { id, path, place });
      }
    }
    return [...byId.values()];
  }

  /** The bank with this id; the file `id.yaml` first, which saves looking into every bank there is. */
  named(token: string): FoundBank | null {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(token)) return null;
    for (const [place, folder] of this.#folders) {
      for (const ending of ['yaml', 'yml']) {
        const path = join(folder, `${token}.${ending}`);
        if (isFile(path) && declaredId(path) === token) return { id: token, path, place };
      }
    }
    return this.list().find((bank) => bank.id === token) ?? null;
  }

  /** The bank file at this very path, as a history remembers it; no pattern is followed there. */
  at(path: string): FoundBank | null {
    const whole = resolve(this.#cwd, path);
    return BANK_FILE.test(whole) && isFile(whole) ? { id: declaredId(whole), path: whole, place: 'path' } : null;
  }

  /** What the values of `--bank` mean, in their order, each file once. */
  async search(tokens: readonly string[]): Promise<Search> {
    const found = new Map<string, FoundBank>();
    for (const token of tokens) {
      const search = await this.#searchOne(token);
      if (search.kind !== 'found') return search;
      for (const bank of search.banks) if (!found.has(bank.path)) found.set(bank.path, bank);
    }
    return { kind: 'found', banks: [...found.values()] };
  }

  async #searchOne(token: string): Promise<Search> {
    const direct = this.named(token);
    if (direct) return { kind: 'found', banks: [direct] };
    if (GLOB.test(token)) return this.#byGlob(token);
    if (!looksLikePath(token)) return { kind: 'unknown', token, known: this.list().map((bank) => bank.id) };
    const path = resolve(this.#cwd, token);
    if (!isFile(path)) return { kind: 'unknown', token, known: this.list().map((bank) => bank.id) };
    if (!BANK_FILE.test(path)) return { kind: 'not-a-bank', token };
    return { kind: 'found', banks: [{ id: declaredId(path), path, place: 'path' }] };
  }

  async #byGlob(token: string): Promise<Search> {
    const { glob } = await import('tinyglobby');
    const paths = await glob([token.replaceAll('\\', '/')], {
      cwd: this.#cwd,
      absolute: true,
      onlyFiles: true,
      expandDirectories: false,
    });
    const banks = paths.filter((path) => BANK_FILE.test(path)).sort();
    if (banks.length === 0) return { kind: 'unknown', token, known: this.list().map((bank) => bank.id) };
    return { kind: 'found', banks: banks.map((path) => ({ id: declaredId(path), path, place: 'path' })) };
  }
}

/** The banks beside the built program. */
const shippedBanks = (): string => {
  const near = fileURLToPath(new URL('../banks', import.meta.url));
  return existsSync(near) ? near : fileURLToPath(new URL('../../banks', import.meta.url));
};

const looksLikePath = (token: string): boolean => /[/\\]/.test(token) || BANK_FILE.test(token);

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function bankFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => BANK_FILE.test(name) && !name.startsWith('.'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The `id:` near the top of a file, without reading the whole of it. */
function declaredId(path: string): string {
  const fallback = basename(path).replace(BANK_FILE, '');
  if (!isFile(path)) return fallback;
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(4096);
      const text = head.toString('utf8', 0, readSync(file, head, 0, head.length, 0));
      return /^id:[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*(?:#.*)?$/m.exec(text)?.[1] ?? fallback;
    } finally {
      closeSync(file);
    }
  } catch {
    return fallback;
  }
}
