import type { Bank, Topic } from './bank.ts';
import { compileCertificate } from './compile-certificate.ts';
import { compileDraft } from './compile-draft.ts';
import { compilePaper } from './compile-paper.ts';
import type { BlankKey, Case, Item, KeyPoint, Letter, Question } from './item.ts';
import { parseLetters, parseTruth } from './letters.ts';
import type { BankDocument, BlankKeyDocument, ItemDocument, QuestionDocument, TopicDocument } from './schema.ts';

/** Shortens any text to a name for it. Handed in, because the core has no cryptography. */
export type Hash = (text: string) => string;

/** A bank from a file that passed every check; `revision` names the file's text. */
export function compileBank(document: BankDocument, revision: string, hash: Hash): Bank {
  const drafts = document.items.filter((item) => item.draft === true);
  const itemPlaces = document.items.flatMap((item, index) => (item.draft === true ? [] : [index]));
  return {
    id: document.id,
    title: document.title,
    language: document.language ?? 'zh-CN',
    license: document.license ?? '',
    revision,
    topics: flattenTopics(document.topics ?? {}, ''),
    papers: Object.entries(document.papers ?? {}).map(([id, paper]) => compilePaper(id, paper)),
    certificates: Object.entries(document.certificates ?? {}).map(([id, certificate]) =>
      compileCertificate(id, certificate, document.id),
    ),
    items: document.items.filter((item) => item.draft !== true).map((item) => compileItem(item, hash)),
    ...(drafts.length > 0 ? { drafts: drafts.map((item) => compileDraft(item, hash)), itemPlaces } : {}),
  };
}

function flattenTopics(topics: Readonly<Record<string, TopicDocument>>, prefix: string): Topic[] {
  return Object.entries(topics).flatMap(([name, topic]) => {
    const path = prefix + name;
    return [{ path, title: topic.title, notes: topic.notes ?? '' }, ...flattenTopics(topic.topics ?? {}, `${path}.`)];
  });
}

function compileItem(item: ItemDocument, hash: Hash): Item {
  const id = item.id as string;
  if (item.type !== 'case')
    return compileQuestion(item, { id, topic: '', difficulty: 3, tags: [], material: '' }, hash);
  const from = commonOf(item, { id, topic: '', difficulty: 3, tags: [], material: '' });
  const material = item.material.trim();
  const items = item.items.map((question, index) =>
    compileQuestion(question, { ...from, id: `${id}#${index + 1}`, material }, hash),
  );
  const title = item.title ?? item.stem ?? '';
  const revision = hash(JSON.stringify([material, items.map((question) => question.revision)]));
  return { type: 'case', ...from, title, material, items, revision } satisfies Case;
}

/** What a sub-question takes from its case where it says nothing itself. */
interface Inherited {
  readonly id: string;
  readonly topic: string;
  readonly difficulty: number;
  readonly tags: readonly string[];
  readonly material: string;
}

function commonOf(item: ItemDocument | QuestionDocument, from: Inherited) {
  const { source = '' } = item;
  return {
    id: from.id,
    topic: item.topic ?? from.topic,
    difficulty: item.difficulty ?? from.difficulty,
    tags: item.tags ?? from.tags,
    explanation: (item.explanation ?? '').trim(),
    source: typeof source === 'string' ? source : (source.file ?? ''),
    ...(item.allow ? { allow: allowanceOf(item.allow) } : {}),
  };
}

/** `[W08]`, or with the reason `[W08: 专门考查否定]`. */
function allowanceOf(allow: readonly (string | Readonly<Record<string, string>>)[]): Record<string, string> {
  return Object.fromEntries(
    allow.flatMap((one) =>
      typeof one === 'string' ? [[one, '']] : Object.entries(one).map(([rule, why]) => [rule, why.trim()]),
    ),
  );
}

function compileQuestion(item: QuestionDocument, from: Inherited, hash: Hash): Question {
  const common = { ...commonOf(item, from), stem: item.stem.trim() };
  const body = compileBody(item);
  // What matters to an answer: a mended explanation or topic is the same question still.
  const revision = hash(JSON.stringify([from.material, common.stem, body]));
  return { ...common, ...body, revision } as Question;
}

function compileBody(item: QuestionDocument) {
  switch (item.type) {
    case 'single':
      return { type: item.type, ...choiceOf(item), key: lettersOf(item.answer as string)[0] as Letter };
    case 'multiple':
      return { type: item.type, ...choiceOf(item), key: lettersOf(item.answer as string).sort() };
    case 'ordering':
      return { type: item.type, ...choiceOf(item), key: lettersOf(item.answer as string) };
    case 'boolean':
      return { type: item.type, key: parseTruth(item.answer) as boolean };
    case 'blank':
      return {
        type: item.type,
        blanks: blanksOf(item.answer as NonNullable<BlankAnswer>),
        anyOrder: item['any-order'] ?? [],
      };
    case 'short':
      return { type: item.type, answer: (item.answer ?? '').trim(), points: (item.points ?? []).map(keyPointOf) };
  }
}

const choiceOf = (item: { options: readonly unknown[]; shuffle?: boolean | undefined }) => ({
  options: item.options.map((option) => String(option).trim()),
  shuffle: item.shuffle ?? true,
});

const lettersOf = (answer: string | string[]): Letter[] => parseLetters(answer) as Letter[];

type BlankAnswer = Extract<QuestionDocument, { type: 'blank' }>['answer'];

function blanksOf(answer: NonNullable<BlankAnswer>): BlankKey[] {
  return (Array.isArray(answer) ? answer : [answer]).map(blankKeyOf);
}

function blankKeyOf(blank: BlankKeyDocument): BlankKey {
  if (typeof blank !== 'object' || Array.isArray(blank))
    return { accept: textsOf(blank), exact: false, unit: '', points: 1 };
  return {
    accept: textsOf(blank.accept),
    exact: blank.exact ?? false,
    unit: blank.unit ?? '',
    points: blank.points ?? 1,
  };
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((text) => String(text).trim());

type PointDocument = NonNullable<Extract<QuestionDocument, { type: 'short' }>['points']>[number];

const keyPointOf = (point: PointDocument): KeyPoint => ({
  text: point.text,
  keywords: (point.keywords ?? []).map(String),
  points: point.points ?? 1,
});
