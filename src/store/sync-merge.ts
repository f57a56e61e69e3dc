import { formatInstant, type Instant, studyDayOf } from '../core/day.ts';
import type { Entry } from '../core/history/entry.ts';
import { carriedAs } from '../core/sync/carried.ts';
import { isAnswer } from '../core/sync/histories.ts';
import { changesBetween, type Files, mergePaths } from '../core/sync/merge-paths.ts';
import type { TreeEntry } from './git-objects.ts';
import type { GitTexts } from './git-texts.ts';
import { BankMerger, type BanksFound, type Choices, type MergedBanks, takeClashing } from './sync-banks.ts';
import type { Clone } from './sync-clone.ts';
import type { HistoriesHere } from './sync-here.ts';
import { type HistoryFiles, loadHistories, stored } from './sync-histories.ts';
import { joinHistories } from './sync-join.ts';
import type { LeftOut } from './sync-live.ts';
import { readTree, type SyncTree, writeTree } from './sync-tree.ts';

/** A state with a commit of it, where one was needed; null where nothing was ever kept. */
export interface Committed {
  readonly commit: string | null;
  readonly tree: SyncTree;
}

/** A state that can be agreed on. */
export interface Merged extends Committed {
  readonly histories: HistoryFiles;
  readonly banks: MergedBanks;
  readonly leftOut: readonly LeftOut[];
  /** Ids under which two machines say different things. */
  readonly doubles: readonly string[];
}

/** Puts this home and the others together, in commits that no branch names yet. */
export class SyncMerge {
  readonly #clone: Clone;
  readonly #texts: GitTexts;
  readonly #agreed: Committed;
  readonly #merger: BankMerger;
  readonly #now: Instant;

  constructor(clone: Clone, texts: GitTexts, agreed: Committed, choices: Choices, now: Instant) {
    this.#clone = clone;
    this.#texts = texts;
    this.#agreed = agreed;
    this.#merger = new BankMerger(texts, clone.objects, choices);
    this.#now = now;
  }

  /** What this home has, on top of what was agreed. */
  async here({ files: histories, added }: HistoriesHere, found: BanksFound): Promise<Merged> {
    const { commit, tree } = this.#agreed;
    const banks = await this.#merger.here(found);
    const leftOut = leftOutOf(takeClashing(banks.files, tree.files, tree.extras.keys()));
    const files = new Map([...(await stored(histories, this.#clone.objects)), ...banks.files]);
    const changed = changesBetween(tree.files, files).map(({ path }) => path);
    const mine = { commit, tree: { files, extras: tree.extras } };
    if (changed.length > 0)
      mine.commit = await this.#commit(mine.tree, commit ? [commit] : [], summary(added, changed));
    return { ...mine, histories, banks, leftOut, doubles: [] };
  }

  /** The same together with what the others have. Without any of theirs a choice falls back to what was agreed. */
  async withOthers(here: Merged, found: BanksFound, remote: Committed | null): Promise<Merged> {
    const others = remote ?? this.#agreed;
    const base = await this.#base(here.commit, remote);
    const joined = remote ? await this.#joined(here, remote.tree, base.tree) : { files: here.histories, conflicts: [] };
    const banks = await this.#merger.withOthers(here.banks, found, banksIn(base.tree), banksIn(others.tree));
    const extras = mergedExtras(base.tree, here.tree, others.tree);
    const replaced = [...extras.keys()].filter((path) => found.live.has(path) && !banks.files.has(path));
    const clashes = takeClashing(banks.files, others.tree.files, extras.keys());
    const inTheWay = [...clashes, ...replaced.map((path) => ({ path, other: path }))];
    const leftOut = [...here.leftOut, ...leftOutOf(inTheWay.filter(({ path }) => !isIn(here.leftOut, path)))];
    const tree = { files: new Map([...(await stored(joined.files, this.#clone.objects)), ...banks.files]), extras };
    const commit = await this.#onTop(tree, tipsOf(here, remote, base.commit));
    return { commit, tree, histories: joined.files, banks, leftOut, doubles: joined.conflicts };
  }

  /** A commit of what a home is equal to, on top of what is agreed. */
  home(files: Files, { commit, tree }: Committed): Promise<string> {
    return this.#commit({ files, extras: tree.extras }, commit ? [commit] : [], 'this home');
  }

  /** Where two lines of commits part; a history that was put there by other means has no such place. */
  async #base(here: string | null, remote: Committed | null): Promise<Committed> {
    if (!remote || remote.commit === this.#agreed.commit) return this.#agreed;
    const commit = here && remote.commit ? await this.#clone.objects.parting(here, remote.commit) : null;
    if (commit === this.#agreed.commit) return this.#agreed;
    if (commit === remote.commit) return remote;
    return { commit, tree: await readTree(this.#clone.objects, commit) };
  }

  async #joined(here: Merged, theirs: SyncTree, base: SyncTree) {
    const { objects } = this.#clone;
    const tools = { objects, texts: this.#texts, today: studyDayOf(this.#now) };
    return joinHistories(here.histories, await loadHistories(theirs.files, objects), base.files, tools);
  }

  /** One of the tips where it has the same files, else a commit on top of them. */
  async #onTop(tree: SyncTree, tips: readonly Committed[]): Promise<string> {
    const [tip] = tips;
    if (tips.length === 1 && tip?.commit && isSame(tip.tree, tree)) return tip.commit;
    const parents = tips.map(({ commit }) => commit as string);
    return this.#commit(tree, parents, parents.length > 1 ? 'merge' : parents.length === 0 ? 'begin' : 'resolve');
  }

  async #commit(state: SyncTree, parents: readonly string[], what: string): Promise<string> {
    const { objects, scratch, device } = this.#clone;
    const tree = await writeTree(objects, state, scratch);
    const message = `${device}: ${what}, ${formatInstant(this.#now).slice(0, 10)}`;
    return objects.commit({ tree, parents, message, at: this.#now });
  }
}

/** What the message of a commit says was done. */
function summary(added: readonly Entry[], changed: readonly string[]): string {
  const count = (n: number, one: string): string => (n === 0 ? '' : `${n} ${one}${n === 1 ? '' : 's'}`);
  const answers = added.filter(isAnswer).length;
  const banks = changed.filter((path) => carriedAs(path) === 'bank').length;
  const said = [answers > 0 ? count(answers, 'answer') : count(added.length, 'event'), count(banks, 'bank')];
  return said.filter(Boolean).join(', ') || count(changed.length, 'file');
}

const banksIn = ({ files }: SyncTree): Files => new Map([...files].filter(([path]) => carriedAs(path) === 'bank'));

const isIn = (leftOut: readonly LeftOut[], path: string): boolean => leftOut.some((each) => each.path === path);

/** Where the same name is in the way, what the others have under it is no file that could be taken. */
const leftOutOf = (clashes: readonly { path: string; other: string }[]): LeftOut[] =>
  clashes.map((clash) => ({ ...clash, why: clash.other === clash.path ? 'foreign' : 'clash' }));

/** The commits that a merge stands on: those that are not contained in the other. */
function tipsOf(here: Committed, remote: Committed | null, base: string | null): Committed[] {
  const sides = [remote, here].filter((side) => side !== null && side.commit !== null) as Committed[];
  if (sides.length < 2) return sides;
  return base === remote?.commit ? [here] : base === here.commit ? [remote as Committed] : sides;
}

function isSame(one: SyncTree, other: SyncTree): boolean {
  return changesBetween(one.files, other.files).length === 0 && changesBetween(names(one), names(other)).length === 0;
}

/** Files of others' making: where both changed one, theirs stands. */
function mergedExtras(base: SyncTree, here: SyncTree, others: SyncTree): ReadonlyMap<string, TreeEntry> {
  const { files, contests } = mergePaths(names(base), names(here), names(others));
  const of = (path: string): TreeEntry | undefined => others.extras.get(path) ?? here.extras.get(path);
  const chosen = [...files.keys(), ...contests.filter(({ theirs }) => theirs).map(({ path }) => path)];
  return new Map(chosen.flatMap((path) => (of(path) ? [[path, of(path) as TreeEntry]] : [])));
}

const names = ({ extras }: SyncTree): Files =>
  new Map([...extras].map(([path, { mode, id }]) => [path, `${mode} ${id}`]));
