import { checkKey } from './check-key.ts';
import type { Report } from './finding.ts';
import { nearestAmong } from './near.ts';
import { type Fields, isRecord, listOf, topicPaths } from './values.ts';

type Path = readonly (string | number)[];

/** Faults between the fields of an item and between items: ids, topics, keys. */
export function checkItems(bank: Fields, report: Report): void {
  const topics = topicsOf(bank);
  const seen = new Map<string, number>();
  if (Array.isArray(bank.items) && bank.items.length === 0 && topics.known.size === 0)
    report('TOO_FEW', ['items'], { least: 1 });
  listOf(bank.items).forEach((item, index) => {
    if (!isRecord(item)) return;
    const path = ['items', index];
    checkId(item, path, seen, report);
    checkItem(item, path, topics, isDraft(item), report);
    listOf(item.type === 'case' ? item.items : []).forEach((question, n) => {
      if (isRecord(question)) checkItem(question, [...path, 'items', n], topics, isDraft(item), report);
    });
  });
}

function checkId(item: Fields, path: Path, seen: Map<string, number>, report: Report): void {
  if (item.id === undefined || item.id === null) return report('MISSING_ID', path);
  if (typeof item.id !== 'string') return;
  const first = seen.get(item.id);
  if (first === undefined) seen.set(item.id, Number(path[1]));
  else report('DUPLICATE_ID', [...path, 'id'], { id: item.id, first: first + 1 });
}

function checkItem(item: Fields, path: Path, topics: Topics, draft: boolean, report: Report): void {
  checkTopic(item, path, topics, report);
  if (!draft) checkKey(item, path, report);
}

/** No key is known of it yet, so none is asked for. */
export const isDraft = (item: Fields): boolean => item.draft === true;

function checkTopic(item: Fields, path: Path, { known, near }: Topics, report: Report): void {
  const { topic } = item;
  if (typeof topic !== 'string' || known.has(topic)) return;
  report('UNKNOWN_TOPIC', [...path, 'topic'], { topic, near: near(topic) });
}

interface Topics {
  readonly known: ReadonlySet<string>;
  readonly near: (name: string) => string;
}

function topicsOf(bank: Fields): Topics {
  const paths = topicPaths(bank.topics);
  return { known: new Set(paths), near: nearestAmong(paths) };
}
