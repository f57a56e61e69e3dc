/** Looking into a value of unknown shape without trusting it. */
export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A text, number or truth value as the text it stands for. */
export function scalarText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Paths of all topics in a tree of `topics:`, parents first. */
export function topicPaths(topics: unknown, prefix = ''): string[] {
  if (!isRecord(topics)) return [];
  return Object.entries(topics).flatMap(([name, topic]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    return [path, ...(isRecord(topic) ? topicPaths(topic.topics, path) : [])];
  });
}
