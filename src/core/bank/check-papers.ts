import { isDraft } from './check-items.ts';
import { type Demand, suppliesOf } from './demand.ts';
import type { Report } from './finding.ts';
import type { GroupSelection, Traits } from './group.ts';
import type { ItemType } from './item.ts';
import { nearestAmong } from './near.ts';
import { type Fields, isRecord, listOf, numberOf, textOf, topicPaths } from './values.ts';

type Path = readonly (string | number)[];

/** Papers against the items they draw from: a plan that the bank cannot fill is a fault of the bank. */
export function checkPapers(bank: Fields, report: Report): void {
  const papers = isRecord(bank.papers) ? bank.papers : {};
  const items = listOf(bank.items)
    .filter(isRecord)
    .filter((item) => !isDraft(item))
    .map(traitsOf);
  const ids = items.map(({ id }) => id).filter(Boolean);
  const topics = topicPaths(bank.topics);
  const stock: Stock = {
    items,
    ids: new Set(ids),
    topics: new Set(topics),
    nearId: nearestAmong(ids),
    nearTopic: nearestAmong(topics),
  };
  let groups = 0;
  for (const [id, paper] of Object.entries(papers)) {
    if (!isRecord(paper)) continue;
    groups += listOf(paper.sections)
      .filter(isRecord)
      .reduce((sum, section) => sum + groupsOf(section, []).length, 0);
    if (groups > MOST_GROUPS) return report('TOO_MANY', ['papers'], { bound: MOST_GROUPS });
    checkPaper(paper, ['papers', id], stock, report);
  }
}

/** Of all papers together: each looks at every item. */
const MOST_GROUPS = 5_000;

/** Points of a whole paper as it is written. */
export function totalOfPaper(paper: Fields): number {
  return listOf(paper.sections)
    .filter(isRecord)
    .reduce((total, section) => {
      const count = groupsOf(section, []).reduce((sum, { group }) => sum + countOf(group), 0);
      return total + count * (numberOf(section.points) ?? 1);
    }, 0);
}

interface Stock {
  readonly items: readonly Traits[];
  readonly ids: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly nearId: (name: string) => string;
  readonly nearTopic: (name: string) => string;
}

function checkPaper(paper: Fields, path: Path, stock: Stock, report: Report): void {
  const demands = listOf(paper.sections).flatMap((section, index) =>
    isRecord(section)
      ? groupsOf(section, [...path, 'sections', index]).flatMap(({ group, at }) =>
          checkGroup(group, at, section, stock, report),
        )
      : [],
  );
  suppliesOf(demands, stock.items).forEach(({ fitting, available }, index) => {
    const { at, wanted } = demands[index] as PlacedDemand;
    if (available < wanted) report('PAPER_SHORT', at, { count: wanted, has: available, fitting });
  });
  const pass = numberOf(paper.pass);
  const total = totalOfPaper(paper);
  if (pass !== null && total > 0 && pass > total) report('PASS_TOO_HIGH', [...path, 'pass'], { pass, total });
}

/** A section without groups is its own only one. */
function groupsOf(section: Fields, path: Path): { group: Fields; at: Path }[] {
  if (section.groups === undefined) return [{ group: section, at: path }];
  return listOf(section.groups).flatMap((group, n) => (isRecord(group) ? [{ group, at: [...path, 'groups', n] }] : []));
}

/** How many items the group asks for. */
const countOf = (group: Fields): number => listOf(group.items).length || (numberOf(group.count) ?? 0);

interface PlacedDemand extends Demand {
  /** Where the number that was asked for stands. */
  readonly at: Path;
}

function checkGroup(group: Fields, path: Path, section: Fields, stock: Stock, report: Report): PlacedDemand[] {
  checkNames(group, path, stock, report);
  const selection = selectionOf(group, section);
  if (listOf(group.items).length > 0) {
    // What is listed and is not there has been reported by its name.
    const wanted = selection.items.filter((id) => stock.ids.has(id)).length;
    return [{ selection, wanted, at: [...path, 'items'] }];
  }
  const count = numberOf(group.count);
  if (count !== null) return [{ selection, wanted: Math.max(0, count), at: [...path, 'count'] }];
  report('SECTION_EMPTY', path);
  return [];
}

function checkNames(group: Fields, path: Path, { topics, ids, nearId, nearTopic }: Stock, report: Report): void {
  const { topic } = group;
  if (typeof topic === 'string' && !topics.has(topic))
    report('UNKNOWN_TOPIC', [...path, 'topic'], { topic, near: nearTopic(topic) });
  listOf(group.items).forEach((id, index) => {
    if (typeof id === 'string' && !ids.has(id))
      report('UNKNOWN_ITEM', [...path, 'items', index], { id, near: nearId(id) });
  });
}

function selectionOf(group: Fields, section: Fields): GroupSelection {
  const { difficulty } = group;
  const [least, most] = listOf(Array.isArray(difficulty) ? difficulty : [difficulty, difficulty]).map(numberOf);
  return {
    type: textOf(group.type ?? section.type) as ItemType | null,
    topic: textOf(group.topic),
    tag: textOf(group.tag),
    difficulty: difficulty === undefined ? null : [least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY],
    items: listOf(group.items).filter((id) => typeof id === 'string'),
  };
}

const traitsOf = (item: Fields): Traits => ({
  id: textOf(item.id) ?? '',
  type: textOf(item.type) ?? '',
  topic: textOf(item.topic) ?? '',
  difficulty: numberOf(item.difficulty) ?? 3,
  tags: listOf(item.tags),
});
