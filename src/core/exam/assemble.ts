import type { Bank } from '../bank/bank.ts';
import { type Demand, suppliesOf } from '../bank/demand.ts';
import { type Item, questionsIn } from '../bank/item.ts';
import type { Group, Paper, Section } from '../bank/paper.ts';
import type { Day } from '../day.ts';
import { rngOf, shuffled } from '../rng.ts';
import { formItems, orderSection } from './arrange.ts';
import { draw } from './draw.ts';
import type { Form, FormSection } from './form.ts';

export interface AssembleInput {
  readonly bank: Bank;
  readonly paper: Paper;
  /** The same seed gives the same form, as long as the bank is the same. */
  readonly seed: string;
  readonly shuffleOptions: boolean;
  /** The last day on which each question was seen, by ref. */
  readonly seenOn?: ReadonlyMap<string, Day>;
  /** Takes what was never seen first, then what was seen longest ago; chance decides only between equals. */
  readonly fresh?: boolean;
}

export type Assembled =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'lacking'; readonly lacks: readonly Lack[] };

/** A selection that the bank cannot fill. */
export interface Lack {
  /** Index into the sections of the paper. */
  readonly section: number;
  readonly title: string;
  readonly selection: Group;
  readonly wanted: number;
  /** What is left for it of the items that fit, once the selections before it have theirs. */
  readonly available: number;
}

/** One copy of a paper, drawn from its bank by chance: each item at most once, sections in their order. */
export function assembleForm(input: AssembleInput): Assembled {
  const { bank, paper, seed } = input;
  const demands = demandsOf(paper);
  const drawn = draw(demands, bank.items, preferenceIn(input));
  if (!drawn) return { kind: 'lacking', lacks: lacksOf(demands, bank.items) };
  const items = paper.sections.flatMap((section, index) => {
    const held = drawn.filter((_, demand) => demands[demand]?.section === index);
    const ordered = orderSection(section, held, bank, rngOf(`${seed} ${paper.id} ${index}`));
    return ordered.flatMap((item) => formItems(item, index, section.points, input));
  });
  const { id, title, limitMinutes, pass, bands } = paper;
  const head = { bank: bank.id, id, title, limitMinutes, pass, bands };
  return { kind: 'form', form: { paper: head, sections: paper.sections.map(formSection), items } };
}

interface SectionDemand extends Demand {
  readonly section: number;
  readonly title: string;
  readonly selection: Group;
}

const demandsOf = (paper: Paper): SectionDemand[] =>
  paper.sections.flatMap(({ title, groups }, section) =>
    groups.map((selection) => ({ section, title, selection, wanted: selection.count })),
  );

/** Places in the bank, what should rather be taken first. */
function preferenceIn({ bank, paper, seed, seenOn, fresh = false }: AssembleInput): number[] {
  const byChance = shuffled([...bank.items.keys()], rngOf(`${seed} ${paper.id}`));
  if (!fresh || !seenOn) return byChance;
  const lastSeen = bank.items.map((item) =>
    Math.max(...questionsIn(item).map(({ id }) => seenOn.get(`${bank.id}/${id}`) ?? NEVER)),
  );
  return byChance.sort((a, b) => (lastSeen[a] as number) - (lastSeen[b] as number));
}

/** Before any study day; finite, so that two of them subtract to nothing. */
const NEVER: Day = Number.MIN_SAFE_INTEGER;

function lacksOf(demands: readonly SectionDemand[], items: readonly Item[]): Lack[] {
  return suppliesOf(demands, items).flatMap(({ available }, index) => {
    const demand = demands[index] as SectionDemand;
    return available < demand.wanted ? [{ ...demand, available }] : [];
  });
}

function formSection(section: Section): FormSection {
  const { groups: _, points: __, shuffle: ___, ...rules } = section;
  return rules;
}
