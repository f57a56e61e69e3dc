import { carriedAs } from '../core/sync/carried.ts';
import { changesBetween, type Files } from '../core/sync/merge-paths.ts';
import type { GitObjects } from './git-objects.ts';
import type { GitTexts } from './git-texts.ts';
import type { BanksFound, Choices } from './sync-banks.ts';
import { resolutions } from './sync-conflicts.ts';
import { SyncFault } from './sync-fault.ts';
import { hasMarks, type LeftOut, type Live } from './sync-live.ts';
import type { Shown } from './sync-state.ts';

/** A home's banks as a merge takes them, which is not in all things as they lie there. */
export interface HomeFound extends BanksFound {
  /** Banks that are not written to, and what they were last equal to. */
  readonly frozen: ReadonlyMap<string, string | null>;
  readonly leftOut: readonly LeftOut[];
  /** Conflicts that their owner resolved in the text that was shown. */
  readonly resolved: readonly string[];
  /** Banks where a conflict stands, or stood. */
  readonly disputed: readonly string[];
}

/**
 * What a home's banks are to a merge. One that cannot be carried is taken to be as it was, and so are all where their folder
 * is gone: that is no deletion. The resolution of a conflict is a change to what the others had.
 */
export async function findBanks(
  live: Live,
  trees: { readonly home: Files; readonly agreed: Files },
  shown: { readonly folder: string; readonly all: readonly Shown[] },
  { objects, texts }: { readonly objects: GitObjects; readonly texts: GitTexts },
): Promise<HomeFound> {
  const home = banksOf(trees.home);
  const agreed = banksOf(trees.agreed);
  const now = banksOf(live.files);
  const frozen = new Map<string, string | null>();
  const leaveAsItWas = (path: string): void => {
    const before = home.get(path);
    if (before === undefined) now.delete(path);
    else now.set(path, before);
  };
  for (const { path } of live.leftOut) frozen.set(path, home.get(path) ?? null);
  if (live.banks === 'link')
    for (const path of [...home.keys(), ...agreed.keys()]) frozen.set(path, home.get(path) ?? null);
  for (const path of frozen.keys()) leaveAsItWas(path);
  if (live.banks === 'missing') for (const path of home.keys()) leaveAsItWas(path);
  const marked = new Set([...now].filter(([, id]) => isMarked(id, live)).map(([path]) => path));
  const disputed = changesBetween(home, agreed).map(({ path }) => path);
  const { resolved, blocked } = await resolutions(shown.folder, shown.all, now, objects, texts);
  for (const { path, mine, theirs } of resolved) {
    now.set(path, mine);
    home.set(path, theirs);
  }
  return {
    home,
    agreed,
    live: now,
    marked,
    frozen,
    leftOut: [
      ...(live.banks === 'link' ? [{ path: 'banks', why: 'link' as const }] : []),
      ...live.leftOut,
      ...blocked.map((path) => ({ path, why: 'changed-again' as const })),
    ],
    resolved: resolved.map(({ path }) => path),
    disputed,
  };
}

/** The choices by the paths of the banks they are about. `service`, `service.yaml` and `banks/service.yaml` are one. */
export function chosen(choices: Choices, disputed: readonly string[]): Choices {
  return new Map(
    [...choices].map(([name, whose]) => {
      const wanted = name.replaceAll('\\', '/').replace(/^\.\//, '');
      const paths = disputed.filter((path) =>
        [path, path.slice('banks/'.length), withoutEnding(path)].includes(wanted),
      );
      if (paths.length !== 1) throw new SyncFault('NOT_IN_CONFLICT', { place: name, said: disputed.join(', ') });
      return [paths[0] as string, whose];
    }),
  );
}

const withoutEnding = (path: string): string => path.slice('banks/'.length).replace(/\.\w+$/, '');

const banksOf = (files: Files): Map<string, string> =>
  new Map([...files].filter(([path]) => carriedAs(path) === 'bank'));

const isMarked = (id: string, { contents }: Live): boolean => {
  const content = contents.get(id);
  return content !== undefined && hasMarks(content);
};
