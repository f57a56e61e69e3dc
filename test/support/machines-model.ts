import { studyDayOf } from '../../src/core/day.ts';
import type { Entry } from '../../src/core/history/entry.ts';
import { difference, examine, type Histories, isUnion, settle } from '../../src/core/sync/histories.ts';
import { withoutContest } from '../../src/core/sync/merge-paths.ts';
import { anAnswer, NOON } from './histories.ts';

export type Deed =
  | { readonly kind: 'answer'; readonly machine: number; readonly count: number }
  | { readonly kind: 'sync' | 'sync-offline'; readonly machine: number; readonly chance: number }
  | { readonly kind: 'sync-at-once'; readonly machine: number; readonly other: number; readonly chance: number }
  /** The run ends before anything is noted, before the push, behind it, between two files that are brought in, or before the branch moves. */
  | { readonly kind: 'crash'; readonly machine: number; readonly chance: number; readonly at: number }
  | { readonly kind: 'archive'; readonly machine: number; readonly name: string }
  /** The history is put back to an older copy. */
  | { readonly kind: 'set-back'; readonly machine: number; readonly by: number };

interface Commit {
  readonly state: Histories;
  readonly parents: readonly Commit[];
}

interface Machine {
  live: Map<string, readonly Entry[]>;
  /** What `live` was last equal to. */
  home: Histories;
  agreed: Commit | null;
  readonly skewMinutes: number;
}

const HISTORY = 'history.json';
const TODAY = studyDayOf(NOON);

/** Machines that share one remote, as values: the course of a run, with the core's own union and a git that errs now and then. */
export class Machines {
  readonly #all: readonly Machine[];
  readonly given: string[] = [];
  #remote: Commit | null = null;
  #minutes = 0;

  constructor(skews: readonly number[]) {
    this.#all = skews.map((skewMinutes) => ({ live: new Map(), home: new Map(), agreed: null, skewMinutes }));
  }

  states(): Map<string, readonly Entry[]>[] {
    return this.#all.map(({ live }) => live);
  }

  do(deed: Deed): void {
    const machine = this.#all[deed.machine] as Machine;
    switch (deed.kind) {
      case 'answer':
        for (let n = 0; n < deed.count; n++) this.#answer(machine);
        return;
      case 'archive':
        return archive(machine, `archive/${deed.name}.json`);
      case 'set-back':
        return this.#setBack(machine, deed.by);
      case 'sync':
        return this.#sync(machine, deed.chance, this.#remote);
      case 'sync-offline':
        return this.#sync(machine, deed.chance, null, true);
      case 'crash':
        return this.#sync(machine, deed.chance, this.#remote, false, deed.at);
      case 'sync-at-once': {
        // Both fetch before either pushes: the push of the second is refused, and it fetches again.
        const fetched = this.#remote;
        this.#sync(machine, deed.chance, fetched);
        const other = this.#all[deed.other] as Machine;
        merged(commitOf(other), fetched, deed.chance);
        return this.#sync(other, deed.chance + 1, this.#remote);
      }
    }
  }

  #answer(machine: Machine): void {
    this.#minutes++;
    const id = `e${String(this.#minutes).padStart(4, '0')}`;
    this.given.push(id);
    const item = { item: `demo/q${this.#minutes % 5}`, rating: this.#minutes % 3 ? 'good' : 'again' };
    const entry = anAnswer(id, this.#minutes * 300 + machine.skewMinutes, item);
    machine.live.set(HISTORY, [...(machine.live.get(HISTORY) ?? []), entry]);
  }

  /** Only what is on record elsewhere may be missing in an older copy: what was never synced is lost with it, by its owner's will. */
  #setBack(machine: Machine, by: number): void {
    const known = new Set([...(machine.agreed?.state.values() ?? [])].flat().map(({ id }) => id));
    const entries = machine.live.get(HISTORY) ?? [];
    const gone = entries.slice(-by).filter(({ id }) => known.has(id));
    machine.live.set(
      HISTORY,
      entries.filter((entry) => !gone.includes(entry)),
    );
  }

  #sync(machine: Machine, chance: number, remote: Commit | null, isOffline = false, crashAt?: number): void {
    const agreed = merged(commitOf(machine), remote, chance);
    if (crashAt === 0 || agreed === null) return;
    machine.home = new Map(machine.live);
    machine.agreed = agreed;
    if (crashAt === 1) return;
    if (!isOffline) this.#remote = agreed;
    if (crashAt === 2) return;
    const files = [...agreed.state].sort();
    if (crashAt === 3) files.splice(1);
    for (const [path, entries] of files) machine.live.set(path, entries);
    if (crashAt !== undefined) return;
    for (const path of [...machine.live.keys()]) if (!agreed.state.has(path)) machine.live.delete(path);
    machine.home = agreed.state;
  }
}

/** What was done on a machine, on top of what it agreed on. */
function commitOf({ live, home, agreed }: Machine): Commit | null {
  const state = withNothingLost(live, home, agreed?.state ?? new Map());
  if (state.size === 0 || (agreed && isSame(state, agreed.state))) return agreed;
  return { state, parents: agreed ? [agreed] : [] };
}

function withNothingLost(live: Histories, home: Histories, agreed: Histories): Histories {
  const isWhole = (state: Histories): boolean =>
    [agreed, live].every((side) => difference(side, state).lost.length === 0);
  const done = new Map<string, readonly Entry[]>();
  for (const path of new Set([...live.keys(), ...agreed.keys()])) {
    const alone = withoutContest({ base: textAt(home, path), mine: textAt(live, path), theirs: textAt(agreed, path) });
    if (alone === null || alone === 'contested') continue;
    done.set(path, (alone === textAt(live, path) ? live : agreed).get(path) as Entry[]);
  }
  if (isWhole(done)) return done;
  const { added } = difference(agreed, live);
  return new Map([...agreed, [HISTORY, [...(agreed.get(HISTORY) ?? []), ...added]]]);
}

function merged(mine: Commit | null, theirs: Commit | null, chance: number): Commit | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  if (isAncestor(theirs, mine)) return mine;
  const candidate = byLines(baseOf(mine, theirs), mine.state, theirs.state, chance);
  const sides = [mine.state, theirs.state];
  const isSound =
    candidate !== null && !examine(candidate).hasRepeats && isUnion(sides.map((side) => difference(side, candidate)));
  const state = isSound ? candidate : settle(sides, TODAY);
  const parents = isAncestor(mine, theirs) ? [theirs] : [theirs, mine];
  return parents.length === 1 && isSame(state, theirs.state) ? theirs : { state, parents };
}

/** A merge by lines, as git makes it, and now and then as no git should. */
function byLines(base: Histories | null, mine: Histories, theirs: Histories, chance: number): Histories | null {
  if (base === null) return null;
  const result = new Map<string, readonly Entry[]>();
  for (const path of new Set([...mine.keys(), ...theirs.keys()])) {
    const alone = withoutContest({ base: textAt(base, path), mine: textAt(mine, path), theirs: textAt(theirs, path) });
    if (alone === null) continue;
    const [old, one, other] = [base, mine, theirs].map((side) => side.get(path) ?? []) as [Entry[], Entry[], Entry[]];
    if (alone !== 'contested') {
      result.set(path, alone === textAt(mine, path) ? one : other);
      continue;
    }
    const isIn = (entries: readonly Entry[], { text }: Entry): boolean => entries.some((each) => each.text === text);
    const kept = one.filter((entry) => !isIn(old, entry) || isIn(other, entry));
    result.set(path, [...kept, ...other.filter((entry) => !isIn(old, entry) && !isIn(one, entry))]);
  }
  const lines = result.get(HISTORY) ?? [];
  if (chance % 7 === 1) result.set(HISTORY, lines.slice(1));
  if (chance % 7 === 2) result.set(HISTORY, [...lines, ...lines.slice(-1)]);
  return result;
}

function archive({ live }: Machine, path: string): void {
  const entries = live.get(HISTORY) ?? [];
  const old = entries.slice(0, Math.floor(entries.length / 2));
  if (old.length === 0) return;
  live.set(path, [...(live.get(path) ?? []), ...old]);
  live.set(HISTORY, entries.slice(old.length));
}

const isAncestor = (one: Commit, other: Commit): boolean =>
  one === other || other.parents.some((each) => isAncestor(one, each));

function baseOf(mine: Commit, theirs: Commit): Histories | null {
  const shared = (commit: Commit): Commit | null => {
    if (isAncestor(commit, theirs)) return commit;
    for (const parent of commit.parents) {
      const found = shared(parent);
      if (found) return found;
    }
    return null;
  };
  return shared(mine)?.state ?? null;
}

const isSame = (one: Histories, other: Histories): boolean => textOf(one) === textOf(other);

/** A file as one value; null where there is none. */
const textAt = (side: Histories, path: string): string | null =>
  side
    .get(path)
    ?.map(({ text }) => text)
    .join() ?? null;

const textOf = (all: Histories): string =>
  JSON.stringify([...all].sort().map(([path, entries]) => [path, entries.map(({ text }) => text)]));
