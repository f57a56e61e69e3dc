import { BANK_FORMAT } from '../bank/bank.ts';
import { blankCount } from '../bank/blanks.ts';
import { compileBank } from '../bank/compile.ts';
import type { BankDocument, ItemDocument, TopicDocument } from '../bank/schema.ts';
import { reviewBank } from '../bank/writing/review.ts';
import type { Draft } from './draft.ts';
import { mergeTopics } from './formats/topics.ts';
import { keyPointsOf } from './key-points.ts';
import { BLANK } from './lexer/evidence.ts';
import { paperOf } from './paper-document.ts';
import type { TopicTree } from './topic-tree.ts';

/** What the file says of itself. */
export interface BankHead {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** Of the banks that items are taken over from. */
  readonly topics?: Readonly<Record<string, TopicDocument>>;
}

/**
 * A bank of all that is no copy of another; what has no sound key is a draft, so that the file always passes its check.
 * Topics that questions name are tags, unless there is a tree in which they have a place.
 */
export function bankDocument(head: BankHead, drafts: readonly Draft[], text = '', tree?: TopicTree): BankDocument {
  const kept = drafts.filter(
    ({ duplicateOf, stem, material }) => duplicateOf === undefined && `${stem}${material}`.trim() !== '',
  );
  const groups = groupsOf(kept);
  const named = namedGroups(groups);
  const items = named.map(([id, group]) =>
    group[0]?.item && !group[0].written ? takenOver(group[0], id) : itemOf(group, id, tree),
  );
  const keyed = named.flatMap(([id, [first]], index): [string, Draft][] =>
    first && items[index]?.draft !== true ? [[id, first]] : [],
  );
  const paper = paperOf(keyed, text, head.title);
  return {
    format: BANK_FORMAT,
    ...head,
    ...(tree && tree.count > 0 ? { topics: mergeTopics(head.topics ?? {}, tree.topics) } : {}),
    ...(paper ? { papers: { original: paper } } : {}),
    items,
  } as unknown as BankDocument;
}

/**
 * Faults of writing that stand in the documents themselves, such as a damaged character, are allowed with their reason:
 * the file passes its check, and each place can be found by it. Questions that could mislead are mended by people.
 */
export function allowingFaults(document: BankDocument, reason: string): BankDocument {
  const findings = reviewBank(compileBank(document, '', (text) => text)).filter(({ severity }) => severity === 'error');
  const codes = new Map<number, Set<string>>();
  for (const { path, code } of findings) {
    const index = Number(path[1]);
    codes.set(index, (codes.get(index) ?? new Set()).add(code));
  }
  const items = document.items.map((item, index) => {
    const found = [...(codes.get(index) ?? [])];
    if (found.length === 0) return item;
    const { source, allow = [], ...rest } = item;
    return { ...rest, allow: [...allow, ...found.map((code) => ({ [code]: reason }))], source } as typeof item;
  });
  return { ...document, items };
}

/** Questions about one passage are one case; those without a key a case of their own, so that the others can be asked. */
function groupsOf(drafts: readonly Draft[]): Draft[][] {
  const groups: Draft[][] = [];
  const open = new Map<string, Draft[]>();
  for (const draft of drafts) {
    // A case of a bank is one already.
    const passage = draft.item ? '' : draft.material.trim();
    const key = `${draft.source.file}\n${bodyOf(draft).draft === true}\n${passage}`;
    const known = passage === '' ? undefined : open.get(key);
    if (known && known.length < 99) {
      known.push(draft);
      continue;
    }
    const group = [draft];
    groups.push(group);
    if (passage !== '') open.set(key, group);
  }
  return groups;
}

/** Each with the id that its document gives it, as long as no other has it; the others are numbered. */
function namedGroups(groups: readonly Draft[][]): [string, Draft[]][] {
  const given = groups.map((group) => (group.length === 1 ? group[0]?.id : undefined));
  const taken = new Set<string>();
  const kept = given.map((id) => (id === undefined || taken.has(id) ? null : taken.add(id) && id));
  const width = Math.max(3, String(groups.length).length);
  return groups.map((group, index) => {
    let number = index + 1;
    let id = kept[index] ?? `q${String(number).padStart(width, '0')}`;
    while (kept[index] === null && taken.has(id)) id = `q${String(++number).padStart(width, '0')}`;
    taken.add(id);
    return [id, group];
  });
}

/** An item of a bank as it stands there, with the place it was taken from where it names none. */
function takenOver({ item, source }: Draft, id: string): ItemDocument {
  const { line, endLine, file } = source;
  const lines = line === endLine ? `${line}` : `${line}-${endLine}`;
  const { id: _, ...rest } = item as ItemDocument;
  return { id, ...rest, source: item?.source ?? { file, lines } } as ItemDocument;
}

/** A question, or those about one passage, as an item of a bank. */
function itemOf(group: readonly Draft[], id: string, tree?: TopicTree): ItemDocument {
  const draft = group[0] as Draft;
  const { line, file } = draft.source;
  const endLine = group.at(-1)?.source.endLine ?? line;
  const topic = tree?.pathOf(draft) ?? null;
  const tags = [topic === null ? draft.topic : '', draft.section ?? ''].filter(Boolean);
  const common = {
    id,
    ...(topic === null ? {} : { topic }),
    ...(draft.difficulty === null ? {} : { difficulty: draft.difficulty }),
    ...(tags.length === 0 ? {} : { tags: tags.map((tag) => tag.slice(0, 60)) }),
  };
  const rest = {
    ...explained(draft),
    source: { file, lines: line === endLine ? `${line}` : `${line}-${endLine}` },
  };
  const body = bodyOf(draft);
  if (draft.material.trim() !== '') {
    const { source } = rest;
    const items = group.map((part) => ({ ...bodyOf(part), ...explained(part) }));
    return {
      type: 'case',
      ...common,
      ...(body.draft ? { draft: true } : {}),
      material: draft.material,
      items,
      source,
    } as unknown as ItemDocument;
  }
  const { type, ...fields } = body;
  return { type, ...common, ...fields, ...rest } as unknown as ItemDocument;
}

const explained = ({ explanation }: Draft): object => (explanation.trim() === '' ? {} : { explanation });

interface Body {
  readonly type: Draft['type'];
  readonly draft?: true;
  readonly [field: string]: unknown;
}

/** A question as the fields of an item, without name and place. */
export const itemFields = (draft: Draft): Readonly<Record<string, unknown>> => ({
  ...bodyOf(draft),
  ...explained(draft),
});

/** Fields that a person wrote: in a review, or in the bank it is taken over from. */
export function fieldsGiven({ written, item }: Draft): Readonly<Record<string, unknown>> | undefined {
  if (written || !item) return written;
  const { id: _, source: __, ...fields } = item;
  return fields;
}

/** Whether the bank can ask it: what has no sound key is kept as a draft. */
export const hasSoundKey = (draft: Draft): boolean => bodyOf(draft).draft !== true;

function bodyOf(draft: Draft): Body {
  const given = fieldsGiven(draft);
  if (given) return given as unknown as Body;
  const stem = draft.stem.trim() || draft.material.trim();
  switch (draft.type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return choiceBody(draft, stem);
    case 'boolean':
      return typeof draft.answer === 'boolean'
        ? { type: 'boolean', stem, answer: draft.answer }
        : { type: 'boolean', draft: true, stem };
    case 'blank':
      return blankBody(draft, stem);
    case 'short':
    case 'case':
      return openBody(draft, stem);
  }
}

function choiceBody({ type, options, answer }: Draft, stem: string): Body {
  const ids = options.map(({ id }) => id);
  const texts = options.map(({ text }) => text.trim() || '…');
  if (texts.length < 2 || texts.length > 26) return { type: 'short', draft: true, stem: [stem, ...texts].join('\n') };
  // Labels may have gaps; the bank letters its options by their order.
  const key = typeof answer === 'string' ? [...answer].map((letter) => ids.indexOf(letter)) : [];
  const distinct =
    new Set(texts.map((text) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase())).size === texts.length;
  const fits =
    key.length > 0 &&
    key.every((index) => index >= 0) &&
    distinct &&
    (type !== 'single' || key.length === 1) &&
    (type !== 'ordering' || key.length === ids.length);
  const letters = key.map((index) => String.fromCharCode(65 + index)).join('');
  return fits ? { type, stem, options: texts, answer: letters } : { type, draft: true, stem, options: texts };
}

function blankBody({ answer: given, accepted }: Draft, stem: string): Body {
  const answer = Array.isArray(given) && accepted?.length === given.length ? keysOf(accepted) : given;
  // Blanks that were damaged are written as the format has them.
  const plain = stem.replace(BLANK, (found) => (/^_/.test(found) ? '____' : '(  )'));
  if (!Array.isArray(answer) || answer.length === 0) return { type: 'blank', draft: true, stem: plain };
  if (blankCount(plain) === answer.length) return { type: 'blank', stem: plain, answer: [...answer] };
  if (blankCount(plain) === 0)
    return { type: 'blank', stem: `${plain} ${answer.map(() => '____').join(' ')}`, answer: [...answer] };
  return { type: 'blank', draft: true, stem: plain };
}

/** One text stands alone, several as a list. */
const keysOf = (accepted: readonly (readonly string[])[]): (string | readonly string[])[] =>
  accepted.map((texts) => (texts.length === 1 ? (texts[0] ?? '') : texts));

function openBody({ answer }: Draft, stem: string): Body {
  if (typeof answer !== 'string' || answer.trim() === '') return { type: 'short', draft: true, stem };
  return { type: 'short', stem, answer, points: keyPointsOf(answer) };
}
