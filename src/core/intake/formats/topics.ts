import type { TopicDocument } from '../../bank/schema.ts';

type Topics = Readonly<Record<string, TopicDocument>>;

/** The topics of two banks as one tree: of what both have, the first says title and notes. */
export function mergeTopics(first: Topics, second: Topics): Topics {
  const merged: Record<string, TopicDocument> = { ...first };
  for (const [id, topic] of Object.entries(second)) {
    const known = merged[id];
    if (!known) merged[id] = topic;
    else if (topic.topics) merged[id] = { ...known, topics: mergeTopics(known.topics ?? {}, topic.topics) };
  }
  return merged;
}
