import type { Bank } from '../bank.ts';
import type { Item, Question } from '../item.ts';

/** A text of a bank, with its place in the file. */
export interface BankText {
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** The item that it stands in, and the part of it; none for what is the bank's own. */
  readonly within: readonly (Item | Question)[];
}

type Path = BankText['path'];
type Field = readonly [path: Path, text: string];

/** Every text that an author wrote, wherever it may come to be shown. */
export function textsIn(bank: Bank): BankText[] {
  const own = [...headFields(bank), ...topicFields(bank), ...paperFields(bank), ...certificateFields(bank)];
  return [
    ...own.map(([path, text]) => ({ text, path, within: [] })),
    ...bank.items.flatMap((item, index) => itemTexts(item, ['items', bank.itemPlaces?.[index] ?? index])),
  ];
}

const headFields = ({ title, language, license }: Bank): Field[] => [
  [['title'], title],
  [['language'], language],
  [['license'], license],
];

const topicFields = ({ topics }: Bank): Field[] =>
  topics.flatMap(({ path, title, notes }): Field[] => {
    const at = ['topics', ...path.split('.').flatMap((name, depth) => (depth === 0 ? [name] : ['topics', name]))];
    return [
      [[...at, 'title'], title],
      [[...at, 'notes'], notes],
    ];
  });

const paperFields = ({ papers }: Bank): Field[] =>
  papers.flatMap(({ id, title, bands, sections }): Field[] => [
    [['papers', id, 'title'], title],
    ...bands.map((band): Field => [['papers', id, 'bands', band.title], band.title]),
    ...sections.flatMap((section, index): Field[] => [
      [['papers', id, 'sections', index, 'title'], section.title],
      ...section.groups.map(({ tag }, n): Field => [['papers', id, 'sections', index, 'groups', n, 'tag'], tag ?? '']),
    ]),
  ]);

const certificateFields = ({ certificates }: Bank): Field[] =>
  certificates.map(({ id, title }): Field => [['certificates', id, 'title'], title]);

function itemTexts(item: Item, at: Path): BankText[] {
  const of = (fields: readonly Field[], part?: Question): BankText[] =>
    fields.map(([path, text]) => ({ text, path: [...at, ...path], within: part ? [item, part] : [item] }));
  if (item.type !== 'case') return of([...questionFields(item), ...commonFields(item)]);
  const material: Field[] = [
    [['title'], item.title],
    [['material'], item.material],
  ];
  return [
    ...of([...material, ...commonFields(item)]),
    ...item.items.flatMap((part, index) => {
      // What it has from its case has its place there.
      const own = { ...part, tags: part.tags.filter((tag) => !item.tags.includes(tag)) };
      const fields = [...questionFields(part), ...commonFields(own)];
      return of(
        fields.map(([path, text]): Field => [['items', index, ...path], text]),
        part,
      );
    }),
  ];
}

const commonFields = ({ explanation, source, tags, allow = {} }: Item | Question): Field[] => [
  [['explanation'], explanation],
  [['source'], source],
  ...tags.map((tag, index): Field => [['tags', index], tag]),
  ...Object.entries(allow).map((one): Field => [['allow'], one.join(' ')]),
];

const questionFields = (question: Question): Field[] => [[['stem'], question.stem], ...answerFields(question)];

function answerFields(question: Question): Field[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return question.options.map((option, index) => [['options', index], option]);
    case 'boolean':
      return [];
    case 'blank':
      return question.blanks.flatMap(({ accept, unit }, blank) =>
        [...accept, unit].map((text): Field => [['answer', blank], text]),
      );
    case 'short':
      return [
        [['answer'], question.answer],
        ...question.points.flatMap(({ text, keywords }, point): Field[] => [
          [['points', point, 'text'], text],
          ...keywords.map((keyword): Field => [['points', point, 'keywords'], keyword]),
        ]),
      ];
  }
}
