import { Allotment } from './allotment.ts';
import { type GroupSelection, selector, type Traits } from './group.ts';

/** So many items of a kind. */
export interface Demand {
  readonly selection: GroupSelection;
  readonly wanted: number;
}

/** What a demand can have of the items. */
export interface Supply {
  /** All that fit. */
  readonly fitting: number;
  /** Those that are there for it, after the demands before it took theirs in the way that leaves the most. */
  readonly available: number;
}

/** The demands of a paper against items that each can serve one of them only. */
export function suppliesOf(demands: readonly Demand[], items: readonly Traits[]): Supply[] {
  const fitting = fittingGroups(demands, items);
  const sizes = sizesOf(fitting, demands.length);
  const allotment = new Allotment(demands.length, (item) => fitting[item] as readonly number[]);
  return demands.map(({ wanted }, group) => {
    allotment.open(group, wanted);
    for (let item = 0; item < items.length && !allotment.isFull; item++) allotment.place(item);
    return { fitting: sizes[group] as number, available: allotment.itemsIn(group).length };
  });
}

function sizesOf(fitting: readonly (readonly number[])[], groups: number): number[] {
  const sizes = new Array<number>(groups).fill(0);
  for (const item of fitting) for (const group of item) sizes[group] = (sizes[group] as number) + 1;
  return sizes;
}

/** For each item the numbers of the demands that it fits, the one with the fewest items to choose from first. */
export function fittingGroups(demands: readonly Demand[], items: readonly Traits[]): number[][] {
  const selectors = demands.map(({ selection }) => selector(selection));
  const sizes = selectors.map((fits) => items.filter(fits).length);
  return items.map((item) =>
    selectors
      .flatMap((fits, group) => (fits(item) ? [group] : []))
      .sort((a, b) => (sizes[a] as number) - (sizes[b] as number)),
  );
}
