/** What travels between machines: the history, its archives, and the learner's own banks. */
export type Carried = 'history' | 'archive' | 'bank';

/** What a path of the repository is to us, with `/` between folders; null for whatever else lies there. */
export function carriedAs(path: string): Carried | null {
  if (path === HISTORY) return 'history';
  const names = path.split('/');
  if (names.length < 2 || names.length > MOST_FOLDERS || path.length > MOST_CHARACTERS || !names.every(isPlainName))
    return null;
  const last = names.at(-1) as string;
  if (names[0] === 'archive') return names.length === 2 && last.endsWith('.json') ? 'archive' : null;
  return names[0] === 'banks' && /.\.(ya?ml|json)$/i.test(last) ? 'bank' : null;
}

export const HISTORY = 'history.json';

/**
 * Paths as a file system sees them that knows no case: two that differ in that alone, or in how an accent is composed,
 * are one file there. So are a file and a folder of one name, anywhere.
 */
export class Names {
  readonly #taken = new Map<string, { readonly path: string; readonly isFile: boolean }>();

  /** Takes a path; or gives what stands in its way, and then it is not taken. */
  take(path: string): string | null {
    const steps = stepsOf(path);
    for (const step of steps) {
      const other = this.#taken.get(folded(step.path));
      if (other && (other.path !== step.path || other.isFile || step.isFile)) return other.path;
    }
    for (const step of steps) this.#taken.set(folded(step.path), step);
    return null;
  }
}

/** A path within a repository is made on other systems too; deeper or longer ones are somebody's joke. */
const MOST_FOLDERS = 8;
const MOST_CHARACTERS = 400;

/** A name that every file system takes, and that leads nowhere else: no dot in front, nothing that Windows reserves. */
const isPlainName = (name: string): boolean =>
  /^[^.\s\u0000-\u001f\u007f-\u009f"*:<>?|\\][^\u0000-\u001f\u007f-\u009f"*:<>?|\\]*$/.test(name) &&
  !/[.\s]$/.test(name) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);

const stepsOf = (path: string): { path: string; isFile: boolean }[] =>
  path.split('/').map((_, index, names) => ({
    path: names.slice(0, index + 1).join('/'),
    isFile: index === names.length - 1,
  }));

const folded = (path: string): string => path.normalize('NFC').toLowerCase();
