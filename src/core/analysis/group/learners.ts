import type { HistoryEvent } from '../../history/event.ts';
import { compare } from '../counted.ts';

/** A history as it was handed in. */
export interface LearnerFile {
  /** What the learner is called; null where only the file was named. */
  readonly name: string | null;
  readonly path: string;
  readonly events: readonly HistoryEvent[];
}

/** One person: all files of theirs, with each event once. */
export interface Learner {
  readonly name: string | null;
  readonly paths: readonly string[];
  /** Machines that answers were given on, the one with the most first. */
  readonly devices: readonly string[];
  readonly events: readonly HistoryEvent[];
}

/** What whoever handed the files in should know of how they were counted. */
export type UnitingRemark =
  /** Two files that hold the same answers are one learner's. */
  | { readonly kind: 'same-answers'; readonly paths: readonly [string, string]; readonly answers: number }
  /** Files that were given one name are one learner's. */
  | { readonly kind: 'same-name'; readonly name: string; readonly paths: readonly string[] }
  /** The same answers in the files of two learners by name: they count for the first. */
  | { readonly kind: 'two-learners'; readonly paths: readonly [string, string]; readonly answers: number }
  /** Events of one id that say different things: the first that was read counts. */
  | { readonly kind: 'contradiction'; readonly path: string; readonly events: number };

/**
 * Files become people: those of one name are one learner's, and so are those that hold an answer of the same id, unless they
 * were given two names. No event counts twice, whoever it stands with. Learners come in the order of their first files.
 */
export function uniteFiles(files: readonly LearnerFile[]): {
  readonly learners: readonly Learner[];
  readonly remarks: readonly UnitingRemark[];
} {
  const people = new People(files);
  const remarks: UnitingRemark[] = people.joinByName();
  for (const { first, second, answers } of sharedAnswers(files)) {
    const paths = [pathOf(files, first), pathOf(files, second)] as const;
    const joined = people.joinByAnswers(first, second);
    if (joined === 'joined') remarks.push({ kind: 'same-answers', paths, answers });
    if (joined === 'two-names') remarks.push({ kind: 'two-learners', paths, answers });
  }
  const { own, contradictions } = eachOnce(files);
  const learners = people.groups().map((indexes): Learner => {
    const events = indexes.flatMap((index) => own[index] ?? []);
    const name = indexes.map((index) => files[index]?.name ?? null).find((given) => given !== null) ?? null;
    return { name, paths: indexes.map((index) => pathOf(files, index)), devices: devicesIn(events), events };
  });
  return { learners, remarks: [...remarks, ...contradictions] };
}

const pathOf = (files: readonly LearnerFile[], index: number): string => files[index]?.path ?? '';

/** Which files belong to one person. */
class People {
  readonly #files: readonly LearnerFile[];
  /** Of each file, an earlier one of the same person, or itself. */
  readonly #before: number[];

  constructor(files: readonly LearnerFile[]) {
    this.#files = files;
    this.#before = files.map((_, index) => index);
  }

  joinByName(): UnitingRemark[] {
    const named = new Map<string, number[]>();
    this.#files.forEach(({ name }, index) => {
      if (name !== null) named.set(name, [...(named.get(name) ?? []), index]);
    });
    return [...named].flatMap(([name, indexes]): UnitingRemark[] => {
      if (indexes.length < 2) return [];
      for (const index of indexes) this.#join(indexes[0] as number, index);
      return [{ kind: 'same-name', name, paths: indexes.map((index) => pathOf(this.#files, index)) }];
    });
  }

  joinByAnswers(one: number, other: number): 'joined' | 'two-names' | 'one-already' {
    if (this.#firstOf(one) === this.#firstOf(other)) return 'one-already';
    const [name, otherName] = [this.#nameOf(one), this.#nameOf(other)];
    if (name !== null && otherName !== null && name !== otherName) return 'two-names';
    this.#join(one, other);
    return 'joined';
  }

  /** Indexes of the files of each person. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    for (const index of this.#before.keys()) {
      const first = this.#firstOf(index);
      groups.set(first, [...(groups.get(first) ?? []), index]);
    }
    return [...groups.values()];
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.#firstOf(one), this.#firstOf(other)];
    this.#before[Math.max(a, b)] = Math.min(a, b);
  }

  #firstOf(index: number): number {
    let at = index;
    while (this.#before[at] !== at) at = this.#before[at] as number;
    return at;
  }

  #nameOf(index: number): string | null {
    const first = this.#firstOf(index);
    const named = this.#files.find(({ name }, at) => name !== null && this.#firstOf(at) === first);
    return named?.name ?? null;
  }
}

interface Shared {
  readonly first: number;
  readonly second: number;
  readonly answers: number;
}

/** How many answers of a file stand in an earlier one; with the earliest only, which tells all the same who belongs together. */
function sharedAnswers(files: readonly LearnerFile[]): Shared[] {
  const firstWith = new Map<string, number>();
  return files.flatMap(({ events }, second) => {
    const counts = new Map<number, number>();
    for (const { id, type } of events) {
      if (type !== 'answered') continue;
      const first = firstWith.get(id);
      if (first === undefined) firstWith.set(id, second);
      else if (first !== second) counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => a[0] - b[0]).map(([first, answers]) => ({ first, second, answers }));
  });
}

/** The events of each file that no file before it had. */
function eachOnce(files: readonly LearnerFile[]): {
  own: readonly HistoryEvent[][];
  contradictions: readonly UnitingRemark[];
} {
  const known = new Map<string, HistoryEvent>();
  const contradictions: UnitingRemark[] = [];
  const own = files.map(({ path, events }) => {
    let different = 0;
    const kept = events.filter((event) => {
      const before = known.get(event.id);
      if (before === undefined) known.set(event.id, event);
      else if (JSON.stringify(before) !== JSON.stringify(event)) different++;
      return before === undefined;
    });
    if (different > 0) contradictions.push({ kind: 'contradiction', path, events: different });
    return kept;
  });
  return { own, contradictions };
}

function devicesIn(events: readonly HistoryEvent[]): string[] {
  const answers = new Map<string, number>();
  for (const { type, device } of events)
    if (type === 'answered' && typeof device === 'string' && device !== '')
      answers.set(device, (answers.get(device) ?? 0) + 1);
  return [...answers].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([device]) => device);
}
