import { MOST_CHARACTERS, type TopicDocument } from '../bank/schema.ts';
import { withoutHidden } from '../hidden-places.ts';
import { boilerplateIn } from './boilerplate.ts';
import type { Draft } from './draft.ts';
import { flatten } from './flat-text.ts';
import { type OutlineTopic, outlineOf } from './outline.ts';
import { isChapter, type OutlineLine } from './outline-marks.ts';
import type { SourceText } from './source-text.ts';
import { bare } from './tidy.ts';

/** The topics of documents as a bank has them, and where each question belongs. */
export interface TopicTree {
  readonly topics: Readonly<Record<string, TopicDocument>>;
  /** Topics in all, at every depth. */
  readonly count: number;
  /** Dotted path of the topic a question names, else of the heading it stands under; null for none. */
  pathOf(draft: Draft): string | null;
}

interface Node {
  readonly title: string;
  readonly notes: string;
  readonly path: string;
  readonly topics: Map<string, Node>;
}

/**
 * A tree out of the headings of all texts, one below the other, and of the topics that questions name. Headings with
 * the same title under the same parent are one. `idOf` makes a-z, 0-9 and - out of a title.
 */
export function topicTree(
  texts: readonly SourceText[],
  drafts: readonly Draft[],
  idOf: (title: string) => string,
): TopicTree {
  const top = new Map<string, Node>();
  const starts = new Map<string, { line: number; path: string }[]>();
  for (const text of texts) {
    const places: { line: number; path: string }[] = [];
    add(outlineOf(linesBeside(text, drafts)), top, '', idOf, places);
    starts.set(text.file, places);
  }
  const byTitle = new Map<string, string>();
  const note = (nodes: Map<string, Node>): void =>
    nodes.forEach((node) => {
      if (!byTitle.has(bare(node.title))) byTitle.set(bare(node.title), node.path);
      note(node.topics);
    });
  note(top);
  for (const { topic } of drafts) {
    if (bare(topic) === '' || byTitle.has(bare(topic))) continue;
    byTitle.set(bare(topic), nodeIn(top, '', topic, '', idOf).path);
  }
  return {
    topics: documentOf(top),
    count: countOf(top),
    pathOf: ({ topic, source }) =>
      byTitle.get(bare(topic)) ?? starts.get(source.file)?.findLast(({ line }) => line <= source.line)?.path ?? null,
  };
}

/** The lines of a text that are neither chrome nor part of a question. */
function linesBeside(source: SourceText, drafts: readonly Draft[]): OutlineLine[] {
  const flat = flatten(source, boilerplateIn(source.text).cuts);
  const asked = new Set<number>();
  for (const { source: place } of drafts)
    if (place.file === source.file) for (let line = place.line; line <= place.endLine; line++) asked.add(line);
  const lines: OutlineLine[] = [];
  for (let from = 0; from < flat.raw.length; ) {
    const newline = flat.raw.indexOf('\n', from);
    const to = newline < 0 ? flat.raw.length : newline;
    const line = flat.lineOf(from);
    const text = flat.raw.slice(from, to);
    // A question reaches to the next; the heading of a chapter that stands between them is none of it.
    if (to > from && (!asked.has(line) || isChapter(text))) lines.push({ line, text });
    from = to + 1;
  }
  return lines;
}

function add(
  outline: readonly OutlineTopic[],
  into: Map<string, Node>,
  parent: string,
  idOf: (title: string) => string,
  places: { line: number; path: string }[],
): void {
  for (const { title, notes, line, topics } of outline) {
    const node = nodeIn(into, parent, title, notes, idOf);
    places.push({ line, path: node.path });
    add(topics, node.topics, node.path, idOf, places);
  }
}

function nodeIn(
  into: Map<string, Node>,
  parent: string,
  title: string,
  notes: string,
  idOf: (title: string) => string,
): Node {
  const known = [...into].find(([, node]) => bare(node.title) === bare(title));
  if (known) {
    const [id, node] = known;
    const both = [node.notes, notes].filter((text) => text !== '').join('\n\n');
    const joined = { ...node, notes: both };
    into.set(id, joined);
    return joined;
  }
  const wanted = idOf(title) || 'topic';
  let id = wanted;
  for (let count = 2; into.has(id); count++) id = `${wanted}-${count}`;
  const node = { title, notes, path: parent === '' ? id : `${parent}.${id}`, topics: new Map() };
  into.set(id, node);
  return node;
}

function documentOf(nodes: ReadonlyMap<string, Node>): Record<string, TopicDocument> {
  return Object.fromEntries(
    [...nodes].map(([id, { title, notes, topics }]): [string, TopicDocument] => [
      id,
      {
        title: withoutHidden(title).trim(),
        ...(notes === '' ? {} : { notes: withoutHidden(notes).slice(0, MOST_CHARACTERS) }),
        ...(topics.size === 0 ? {} : { topics: documentOf(topics) }),
      },
    ]),
  );
}

const countOf = (nodes: ReadonlyMap<string, Node>): number =>
  [...nodes.values()].reduce((sum, { topics }) => sum + 1 + countOf(topics), 0);
