import { isWithinTopic } from './bank.ts';
import type { Group } from './paper.ts';

/** What a group looks at in an item. */
export interface Traits {
  readonly id: string;
  readonly type: string;
  readonly topic: string;
  readonly difficulty: number;
  readonly tags: readonly unknown[];
}

export type GroupSelection = Pick<Group, 'type' | 'topic' | 'difficulty' | 'tag' | 'items'>;

/** Whether an item may be taken for a group. Listed ids are the whole of what a group says: type and topic do not count. */
export function selector({ type, topic, difficulty, tag, items }: GroupSelection): (item: Traits) => boolean {
  if (items.length > 0) {
    const listed = new Set(items);
    return ({ id }) => listed.has(id);
  }
  const [least, most] = difficulty ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return (item) =>
    (type === null || item.type === type) &&
    (topic === null || isWithinTopic(item.topic, topic)) &&
    (tag === null || item.tags.includes(tag)) &&
    item.difficulty >= least &&
    item.difficulty <= most;
}
