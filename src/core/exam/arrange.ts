import type { Bank } from '../bank/bank.ts';
import { type Item, letterAt, type Question } from '../bank/item.ts';
import type { Section } from '../bank/paper.ts';
import { hundredthsOf } from '../grading/mark.ts';
import { type Rng, rngOf, shuffled } from '../rng.ts';
import { presentedOrder } from '../session/presentation.ts';
import type { FormItem } from './form.ts';
import { pointsOfParts } from './shares.ts';

export interface ArrangeInput {
  readonly bank: Bank;
  readonly seed: string;
  readonly shuffleOptions: boolean;
}

/**
 * The items drawn for a section in the order asked. `held` has the items of each group by their place in the bank. Listed
 * items keep the order of their list; the others, where groups stand side by side all of them together, are shuffled,
 * or stand in the order of the bank.
 */
export function orderSection(section: Section, held: readonly (readonly number[])[], bank: Bank, rng: Rng): Item[] {
  const runs: { drawn: boolean; items: number[] }[] = [];
  section.groups.forEach(({ items: ids }, group) => {
    const items = held[group] as readonly number[];
    const last = runs.at(-1);
    if (ids.length > 0)
      runs.push({ drawn: false, items: ids.flatMap((id) => items.filter((n) => idOf(bank, n) === id)) });
    else if (last?.drawn) last.items.push(...items);
    else runs.push({ drawn: true, items: [...items] });
  });
  const ordered = runs.flatMap(({ drawn, items }) => {
    if (!drawn) return items;
    const inBank = items.toSorted((a, b) => a - b);
    return section.shuffle ? shuffled(inBank, rng) : inBank;
  });
  return ordered.map((item) => bank.items[item] as Item);
}

const idOf = (bank: Bank, item: number): string => (bank.items[item] as Item).id;

/** An item as it stands on the form: a case as its parts, one after the other. */
export function formItems(item: Item, section: number, points: number, input: ArrangeInput): FormItem[] {
  return pointsOfParts(item, hundredthsOf(points)).map(({ question, of }) => {
    const ref = `${input.bank.id}/${question.id}`;
    return { ref, section, order: orderOf(question, ref, input), revision: question.revision, of };
  });
}

/** By seed and name alone, so that the same question is shown the same whatever else stands on the form. */
function orderOf(question: Question, ref: string, { seed, shuffleOptions }: ArrangeInput): FormItem['order'] {
  if (shuffleOptions) return presentedOrder(question, rngOf(`${seed} ${ref}`));
  return 'options' in question ? question.options.map((_, index) => letterAt(index)) : null;
}
