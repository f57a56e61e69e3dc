import { Names } from '../core/sync/carried.ts';
import { type Contest, contestOf, type Files, mergePaths, pathsOf, withoutContest } from '../core/sync/merge-paths.ts';
import type { GitObjects } from './git-objects.ts';
import type { GitTexts } from './git-texts.ts';

/** Whose version of a bank shall stand, as its owner said. */
export type Choices = ReadonlyMap<string, 'mine' | 'theirs'>;

/** What banks come to. */
export interface MergedBanks {
  /** As all agree on them: where a conflict stands, the version agreed on before, or that of the others. */
  readonly files: Map<string, string>;
  /** `mine` is what this home has, and goes on using. */
  readonly conflicts: Map<string, Contest>;
}

/** The banks of a home as a run found them. */
export interface BanksFound {
  /** What the home was last equal to. */
  readonly home: Files;
  readonly agreed: Files;
  readonly live: Files;
  /** Those with git's marks in them: they go nowhere until their owner has made up their mind. */
  readonly marked: ReadonlySet<string>;
}

/** Puts banks together; nothing is written but contents without a name. */
export class BankMerger {
  readonly #texts: GitTexts;
  readonly #objects: GitObjects;
  readonly #choices: Choices;

  constructor(texts: GitTexts, objects: GitObjects, choices: Choices) {
    this.#texts = texts;
    this.#objects = objects;
    this.#choices = choices;
  }

  /**
   * The banks of this home on top of what was agreed. Where `home` and `agreed` differ a conflict stood; it is looked at
   * again, by what both sides began with. One that is chosen about is taken as it is, so that it stands in the record.
   */
  async here({ home, agreed, live, marked }: BanksFound): Promise<MergedBanks> {
    const merged: MergedBanks = { files: new Map(), conflicts: new Map() };
    for (const path of pathsOf(home, agreed, live)) {
      const contest = contestOf(path, home, live, agreed);
      const stood = contest.base !== contest.theirs && !this.#choices.has(path);
      const settled = marked.has(path) ? contest : stood ? await this.#settle(contest) : contest.mine;
      this.#put(merged, path, settled, contest.theirs);
    }
    return merged;
  }

  /** Those of this home and of the others; `base` is what both began with. */
  async withOthers(here: MergedBanks, found: BanksFound, base: Files, others: Files): Promise<MergedBanks> {
    const { files, contests } = mergePaths(base, here.files, others);
    const merged: MergedBanks = { files, conflicts: new Map() };
    for (const contest of contests) this.#put(merged, contest.path, await this.#settle(contest), contest.theirs);
    for (const [path, { base: before, mine }] of here.conflicts) {
      const theirs = merged.conflicts.get(path)?.theirs ?? files.get(path) ?? null;
      const contest = { path, base: before, mine, theirs };
      const isSame = theirs === (found.agreed.get(path) ?? null);
      this.#put(merged, path, isSame || found.marked.has(path) ? contest : await this.#settle(contest), theirs);
    }
    for (const [path, whose] of this.#choices)
      put(files, path, (whose === 'mine' ? found.live : others).get(path) ?? null);
    return merged;
  }

  /** The content that both sides come to, null where it is gone; the contest where nobody but the owner can say. */
  async #settle(contest: Contest): Promise<string | null | Contest> {
    const alone = withoutContest(contest);
    if (alone !== 'contested') return alone;
    const merged = await this.#texts.merge(contest);
    return merged.kind === 'clean' ? this.#objects.write(merged.text) : contest;
  }

  #put(merged: MergedBanks, path: string, settled: string | null | Contest, others: string | null): void {
    const isConflict = typeof settled === 'object' && settled !== null;
    if (isConflict) merged.conflicts.set(path, settled);
    else merged.conflicts.delete(path);
    put(merged.files, path, isConflict ? others : settled);
  }
}

export interface Clash {
  readonly path: string;
  readonly other: string;
}

/** Takes those files out that cannot lie beside the ones that stand already, on a file system that knows no case. */
export function takeClashing(files: Map<string, string>, standing: Files, others: Iterable<string> = []): Clash[] {
  const names = new Names();
  for (const path of others) names.take(path);
  const clashes: Clash[] = [];
  const paths = [...files.keys()].sort((a, b) => Number(standing.has(b)) - Number(standing.has(a)) || (a < b ? -1 : 1));
  for (const path of paths) {
    const other = names.take(path);
    if (other === null) continue;
    clashes.push({ path, other });
    files.delete(path);
  }
  return clashes;
}

function put(files: Map<string, string>, path: string, id: string | null): void {
  if (id === null) files.delete(path);
  else files.set(path, id);
}
