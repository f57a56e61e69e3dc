import { isWithinTopic } from './bank.ts';
import type { Report } from './finding.ts';
import { nearNames } from './near.ts';
import { type Fields, isRecord, listOf, numberOf, topicPaths } from './values.ts';

type Path = readonly (string | number)[];

/** Papers against the items they draw from: a plan that the bank cannot fill is a fault of the bank. */
export function checkPapers(bank: Fields, report: Report): void {
  const papers = isRecord(bank.papers) ? bank.papers : {};
  const items = listOf(bank.items).filter(isRecord);
  const topics = topicPaths(bank.topics);
  for (const [id, paper] of Object.entries(papers)) {
    if (isRecord(paper)) checkPaper(paper, ['papers', id], { items, topics }, report);
  }
}

interface Stock {
  readonly items: readonly Fields[];
  readonly topics: readonly string[];
}

function checkPaper(paper: Fields, path: Path, stock: Stock, report: Report): void {
  let total = 0;
  listOf(paper.sections).forEach((section, index) => {
    if (!isRecord(section)) return;
    const at = [...path, 'sections', index];
    const groups = section.groups === undefined ? [section] : listOf(section.groups).filter(isRecord);
    const count = groups
      .map((group, n) =>
        checkGroup(group, section.groups === undefined ? at : [...at, 'groups', n], section, stock, report),
      )
      .reduce((sum, n) => sum + n, 0);
    total += count * (numberOf(section.points) ?? 1);
  });
  const pass = numberOf(paper.pass);
  if (pass !== null && total > 0 && pass > total) report('PASS_TOO_HIGH', [...path, 'pass'], { pass, total });
}

/** How many items the group asks for. */
function checkGroup(group: Fields, path: Path, section: Fields, stock: Stock, report: Report): number {
  checkNames(group, path, stock, report);
  const explicit = listOf(group.items);
  if (explicit.length > 0) return explicit.length;
  const count = numberOf(group.count);
  if (count === null) {
    report('SECTION_EMPTY', path);
    return 0;
  }
  const has = stock.items.filter((item) => fits(item, group, section)).length;
  if (has < count) report('PAPER_SHORT', [...path, 'count'], { count, has });
  return count;
}

function checkNames(group: Fields, path: Path, stock: Stock, report: Report): void {
  const { topic } = group;
  if (typeof topic === 'string' && !stock.topics.includes(topic))
    report('UNKNOWN_TOPIC', [...path, 'topic'], { topic, near: nearNames(topic, stock.topics, 1)[0] ?? '' });
  const ids = stock.items.map((item) => item.id).filter((id) => typeof id === 'string');
  listOf(group.items).forEach((id, index) => {
    if (typeof id === 'string' && !ids.includes(id))
      report('UNKNOWN_ITEM', [...path, 'items', index], { id, near: nearNames(id, ids, 1)[0] ?? '' });
  });
}

function fits(item: Fields, group: Fields, section: Fields): boolean {
  const type = group.type ?? section.type;
  const { topic, difficulty, tag } = group;
  const level = numberOf(item.difficulty) ?? 3;
  const [least, most] = Array.isArray(difficulty) ? difficulty : [difficulty, difficulty];
  return (
    (type === undefined || item.type === type) &&
    (typeof topic !== 'string' || (typeof item.topic === 'string' && isWithinTopic(item.topic, topic))) &&
    (tag === undefined || listOf(item.tags).includes(tag)) &&
    (typeof least !== 'number' || level >= least) &&
    (typeof most !== 'number' || level <= most)
  );
}
