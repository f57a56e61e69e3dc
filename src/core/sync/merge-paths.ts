/** Files by path; what stands for their content is compared and nothing more. */
export type Files = ReadonlyMap<string, string>;

/** A file as three sides have it; null where one has none. */
export interface Contest {
  readonly path: string;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export interface MergedPaths {
  /** Where one side alone changed a file, or both in the same way. */
  readonly files: Map<string, string>;
  /** Where both did, and differently. */
  readonly contests: readonly Contest[];
}

/** Two sides put together, file by file, by what both began with. */
export function mergePaths(base: Files, mine: Files, theirs: Files): MergedPaths {
  const files = new Map<string, string>();
  const contests: Contest[] = [];
  for (const path of pathsOf(base, mine, theirs)) {
    const contest = contestOf(path, base, mine, theirs);
    const settled = withoutContest(contest);
    if (settled === 'contested') contests.push(contest);
    else if (settled !== null) files.set(path, settled);
  }
  return { files, contests };
}

/** What a file comes to where only one side changed it; null where it is gone. */
export function withoutContest({ base, mine, theirs }: Omit<Contest, 'path'>): string | null | 'contested' {
  if (mine === theirs || base === theirs) return mine;
  return base === mine ? theirs : 'contested';
}

export function contestOf(path: string, base: Files, mine: Files, theirs: Files): Contest {
  const of = (files: Files): string | null => files.get(path) ?? null;
  return { path, base: of(base), mine: of(mine), theirs: of(theirs) };
}

/** Every path that one of them has, in one order. */
export const pathsOf = (...sides: readonly Files[]): string[] =>
  [...new Set(sides.flatMap((files) => [...files.keys()]))].sort();

export interface PathChange {
  readonly path: string;
  readonly change: 'new' | 'changed' | 'deleted';
}

/** What became of the files from one state to the next. */
export function changesBetween(before: Files, after: Files): PathChange[] {
  return pathsOf(before, after)
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ path, change: !before.has(path) ? 'new' : after.has(path) ? 'changed' : 'deleted' }));
}
