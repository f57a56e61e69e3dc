import { Allotment } from '../bank/allotment.ts';
import { type Demand, fittingGroups } from '../bank/demand.ts';
import type { Item } from '../bank/item.ts';
import { Company } from './company.ts';
import { profileOf } from './profile.ts';

/**
 * For each demand the numbers of its items, from items in an order of preference; null where they do not suffice. Items
 * are let in one by one where they find a place. One that asks the same as an item before it, or gives it away, waits
 * until all others were tried, and is taken only where something is missing still. Listed items come before all.
 */
export function draw(demands: readonly Demand[], items: readonly Item[], order: readonly number[]): number[][] | null {
  const fitting = fittingGroups(demands, items);
  const allotment = new Allotment(demands.length, (item) => fitting[item] as readonly number[]);
  for (const [group, { wanted }] of demands.entries()) allotment.open(group, wanted);
  const company = new Company();
  const listed = new Set(demands.flatMap(({ selection }) => selection.items));
  const isListed = (item: number): boolean => listed.has((items[item] as Item).id);
  const waiting: number[] = [];
  for (const item of [...order.filter(isListed), ...order.filter((each) => !isListed(each))]) {
    if (allotment.isFull) break;
    if (!allotment.mightPlace(item)) continue;
    const profile = profileOf(items[item] as Item);
    if (!isListed(item) && company.clashesWith(profile)) waiting.push(item);
    else if (allotment.place(item)) company.add(profile);
  }
  for (const item of waiting) allotment.place(item);
  return allotment.isFull ? demands.map((_, group) => [...allotment.itemsIn(group)]) : null;
}
