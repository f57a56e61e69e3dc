/**
 * Items in the groups of a paper, each item in one group at most, each group with so much room. An item that comes
 * finds a place whenever there is one for it and all that came before: those may move aside (augmenting paths, as in
 * bipartite matching). So no group that draws from a few items is starved by one that could have taken any, and the
 * items that are let in, one by one in an order of preference, are the best set in that order (the placeable sets
 * of items are the independent sets of a transversal matroid, for which the greedy choice is best).
 */
export class Allotment {
  readonly #groups: readonly Place[];
  readonly #fitting: (item: number) => readonly number[];
  readonly #groupOf = new Map<number, number>();
  #room = 0;

  /** `fitting` gives the groups that an item may stand in, the one it should rather stand in first. */
  constructor(groups: number, fitting: (item: number) => readonly number[]) {
    this.#groups = Array.from({ length: groups }, () => ({ room: 0, held: new Set(), isClosed: false }));
    this.#fitting = fitting;
  }

  /** Makes room in a group for so many more items. */
  open(group: number, room: number): void {
    this.#at(group).room += room;
    this.#room += room;
    // What was out of reach may have a way again.
    for (const place of this.#groups) place.isClosed = false;
  }

  get isFull(): boolean {
    return this.#groupOf.size >= this.#room;
  }

  itemsIn(group: number): readonly number[] {
    return [...this.#at(group).held];
  }

  has(item: number): boolean {
    return this.#groupOf.has(item);
  }

  /** False where it is known that `place` would be: cheap, and true is no promise. */
  mightPlace(item: number): boolean {
    return !this.has(item) && this.#fitting(item).some((group) => !this.#at(group).isClosed);
  }

  /** Lets an item in; false where there is no place for it beside the others, now or ever. */
  place(item: number): boolean {
    if (this.has(item)) return false;
    const askedBy = new Map<number, number>();
    const reached: number[] = [];
    const ask = (asking: number): void => {
      for (const group of this.#fitting(asking)) {
        if (askedBy.has(group) || this.#at(group).isClosed) continue;
        askedBy.set(group, asking);
        reached.push(group);
      }
    };
    ask(item);
    // Grows while it is walked.
    for (const group of reached) {
      const { room, held } = this.#at(group);
      if (held.size < room) {
        this.#moveAlong(askedBy, group);
        return true;
      }
      for (const other of held) ask(other);
    }
    // All of these are full, and none of what they hold fits elsewhere: that stays so until there is more room.
    for (const group of reached) this.#at(group).isClosed = true;
    return false;
  }

  #moveAlong(askedBy: ReadonlyMap<number, number>, end: number): void {
    for (let group: number | undefined = end; group !== undefined; ) {
      const item = askedBy.get(group) as number;
      const left = this.#groupOf.get(item);
      this.#at(group).held.add(item);
      this.#groupOf.set(item, group);
      if (left !== undefined) this.#at(left).held.delete(item);
      group = left;
    }
  }

  #at(group: number): Place {
    return this.#groups[group] as Place;
  }
}

interface Place {
  room: number;
  readonly held: Set<number>;
  isClosed: boolean;
}
