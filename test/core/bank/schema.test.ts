import { describe, expect, test } from 'vitest';
import { bankJsonSchema, FIELD_NAMES } from '../../../src/core/bank/schema.ts';

describe('the JSON Schema of a bank', () => {
  const schema = JSON.parse(JSON.stringify(bankJsonSchema())) as {
    $schema: string;
    type: string;
    required: string[];
    properties: Record<string, { description?: string; items?: unknown }>;
    additionalProperties: boolean;
  };

  test('is of draft 2020-12, and plain JSON', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(bankJsonSchema()).toEqual(schema);
  });

  test('asks for what a bank cannot do without, and takes nothing unknown', () => {
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    expect([...schema.required].sort()).toEqual(['format', 'id', 'items', 'title']);
  });

  test('describes fields of every item type', () => {
    const text = JSON.stringify(schema.properties.items);
    for (const type of ['single', 'multiple', 'boolean', 'blank', 'ordering', 'short', 'case'])
      expect(text).toContain(`"const":"${type}"`);
    for (const field of ['stem', 'options', 'answer', 'any-order', 'points', 'material', 'explanation', 'difficulty'])
      expect(text).toContain(`"${field}":`);
    expect(text.match(/"description":/g)?.length).toBeGreaterThan(40);
  });
});

test('the names of fields are all that the JSON Schema has, at every depth, each once', () => {
  const namesIn = (node: unknown): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { properties = {}, ...rest } = node as { properties?: object };
    return [...Object.keys(properties), ...Object.values({ ...rest, ...Object.values(properties) }).flatMap(namesIn)];
  };
  const names = new Set(namesIn(bankJsonSchema()));
  // Of an item's source, which may have any fields.
  for (const free of ['file', 'lines']) names.delete(free);
  expect([...FIELD_NAMES].sort()).toEqual([...names].sort());
});
