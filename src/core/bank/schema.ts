import * as z from 'zod';
import { MULTIPLE_SCORINGS } from '../grading/rule.ts';
import { seenText } from '../grading/text-fold.ts';
import { BANK_FORMAT, MOST_CHARACTERS } from './bank.ts';

export { MOST_CHARACTERS };

/**
 * The file format `quiz-bank/1` as an author writes it: the one source of its types, its checks and its JSON Schema.
 * What one value alone can show to be wrong is said here; what needs two values (a key that names no option) is in `check.ts`.
 */

/** What cannot be seen is nothing: a title of zero widths is an empty one. */
const text = z
  .string()
  .max(MOST_CHARACTERS, { error: 'TOO_LONG', abort: true })
  .regex(/\S/, { error: 'EMPTY_TEXT', abort: true })
  .refine((value) => /\S/.test(seenText(value)), { error: 'EMPTY_TEXT' });
/** Numbers and truth values are welcome where a text is meant: YAML reads an unquoted 1990 as a number. */
const scalar = z.union([text, z.number(), z.boolean()]);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,199}$/, { error: 'BAD_ID' });
const topicPath = z.string().regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/, { error: 'BAD_ID' });
const difficulty = z.int().min(1).max(5);
const points = z.number().min(0).max(1000);
const duration = z.string().regex(/^\d+(s|m|min)$/, { error: 'BAD_DURATION' });

const common = {
  id: id.optional().describe('Stable name; progress hangs on it. a-z, 0-9 and -'),
  topic: topicPath.optional().describe('Dotted path of a topic of this bank'),
  difficulty: difficulty.optional().describe('1 (easy) to 5 (hard); 3 unless said'),
  tags: z.array(text).max(50).optional(),
  allow: z
    .array(z.union([text, z.record(z.string(), text)]))
    .min(1)
    .optional()
    .describe('Rules of item writing that do not hold here, each with its reason: [W08: why]'),
  explanation: text
    .optional()
    .describe('Why the key is right and the tempting option is not; {B} follows an option when options are shuffled'),
  draft: z.boolean().optional().describe('true: no key is known yet; it can be studied and is asked nowhere'),
  source: z.union([text, z.looseObject({ file: text.optional(), lines: z.unknown().optional() })]).optional(),
};

const stem = { stem: text.describe('The question; a blank is written ____ or （  ）') };
const options = { options: z.array(scalar).min(2).max(26).describe('Labelled A, B, C … in this order') };
const shuffle = { shuffle: z.boolean().optional().describe('false keeps the options in this order') };
const letters = z.union([text, z.array(text).min(1)]);

const single = z.strictObject({
  type: z.literal('single'),
  ...common,
  ...stem,
  ...options,
  ...shuffle,
  answer: text.optional().describe('The letter of the right option'),
});
const multiple = z.strictObject({
  type: z.literal('multiple'),
  ...common,
  ...stem,
  ...options,
  ...shuffle,
  answer: letters.optional().describe('The letters of the right options: ABD, A、B、D or [A, B, D]'),
});
const truth = z.strictObject({
  type: z.literal('boolean'),
  ...common,
  ...stem,
  answer: z.union([z.boolean(), text]).optional().describe('true or false, 对 or 错, √ or ×'),
});
/** Texts that are held against each other when a blank is marked. */
const MOST_ACCEPTED = 500;
const MOST_BLANKS = 100;
const accepted = z.union([scalar, z.array(scalar).min(1).max(MOST_ACCEPTED)]);
const acceptedTexts = z.strictObject({
  accept: accepted.describe('Accepted texts; the first is shown'),
  exact: z.boolean().optional().describe('true: only the very text counts'),
  unit: text.optional().describe('A unit that may be typed or left out'),
  points: points.optional(),
});
const blankKey = z.union([scalar, z.array(scalar).min(1).max(MOST_ACCEPTED), acceptedTexts]);
const blank = z.strictObject({
  type: z.literal('blank'),
  ...common,
  ...stem,
  answer: z
    .union([scalar, z.array(blankKey).min(1).max(MOST_BLANKS)])
    .optional()
    .describe('For each blank a text, a list of accepted texts, or a map with `accept`'),
  'any-order': z
    .array(z.array(z.int().min(1)).min(2))
    .optional()
    .describe('Groups of blanks, numbered from 1, whose texts may stand in any order'),
});
const ordering = z.strictObject({
  type: z.literal('ordering'),
  ...common,
  ...stem,
  ...options,
  ...shuffle,
  answer: letters.optional().describe('All letters, first to last'),
});
const keyPoint = z.strictObject({
  text: text,
  keywords: z.array(scalar).optional().describe('Words whose presence suggests that the point was made'),
  points: points.optional(),
});
const short = z.strictObject({
  type: z.literal('short'),
  ...common,
  ...stem,
  answer: text.optional().describe('The model answer'),
  points: z.array(keyPoint).min(1).optional(),
});

/** A case's sub-questions are numbered; they take topic and difficulty from the case unless they have their own. */
const question = z.discriminatedUnion('type', [single, multiple, truth, blank, ordering, short]);
const casus = z.strictObject({
  type: z.literal('case'),
  ...common,
  title: text.optional(),
  stem: text.optional(),
  material: text.describe('What all sub-questions are about'),
  items: z.array(question).min(1).max(99),
});
const item = z.discriminatedUnion('type', [single, multiple, truth, blank, ordering, short, casus]);

const topic = z.strictObject({
  title: text,
  notes: z.string().max(MOST_CHARACTERS, { error: 'TOO_LONG' }).optional().describe('Markdown to read before drilling'),
  get topics() {
    return z.record(id, topic).optional();
  },
});

const ITEM_TYPES = ['single', 'multiple', 'boolean', 'blank', 'ordering', 'short', 'case'] as const;
const group = {
  type: z.enum(ITEM_TYPES).optional(),
  topic: topicPath.optional().describe('With everything below it'),
  difficulty: z.union([difficulty, z.tuple([difficulty, difficulty])]).optional(),
  tag: text.optional(),
  items: z.array(id).min(1).optional().describe('Explicit items, all of them, in this order'),
  count: z.int().min(1).max(10_000).optional(),
};
const section = z.strictObject({
  title: text,
  ...group,
  groups: z.array(z.strictObject(group)).min(1).optional(),
  points: points.optional().describe('Points per item; 1 unless said'),
  scoring: z
    .enum([...MULTIPLE_SCORINGS, 'pairs'])
    .optional()
    .describe('How part of an answer counts'),
  wrong: z.number().max(0).min(-1000).optional().describe('What a wrong answer costs, zero or negative'),
  'item-floor': z.number().max(0).optional(),
  floor: z.number().max(0).optional().describe('Least the section can give; 0 unless said'),
  minutes: z.number().positive().max(1440).optional(),
  'per-item': duration.optional(),
  shuffle: z.boolean().optional(),
});
const paper = z.strictObject({
  title: text,
  minutes: z.number().positive().max(1440).optional(),
  pass: z.number().min(0).optional().describe("In points of the paper's total"),
  bands: z.record(z.string(), z.number()).optional().describe('Names of bands and the points they start from'),
  sections: z.array(section).min(1),
});

const certificatePaper = z.strictObject({
  paper: id.describe('Id of a paper'),
  bank: id.optional().describe('The bank it stands in; this one unless said'),
  pass: z
    .number()
    .min(0)
    .optional()
    .describe("Points that this certificate asks for; the paper's pass mark unless said"),
});
const certificate = z.strictObject({
  title: text,
  papers: z.array(certificatePaper).min(1).describe('Papers to pass'),
  need: z.int().min(1).optional().describe('How many of them must be passed; all unless said'),
});

export const bankSchema = z.strictObject({
  format: z.literal(BANK_FORMAT, { error: 'WRONG_FORMAT' }),
  id: id.describe('Unique among the banks in use'),
  title: text,
  language: text.optional(),
  license: text.optional(),
  topics: z.record(id, topic).optional(),
  papers: z.record(id, paper).optional(),
  certificates: z.record(id, certificate).optional(),
  items: z.array(item).describe('At least one, unless there are topics to read'),
});

export type BankDocument = z.infer<typeof bankSchema>;
export type ItemDocument = z.infer<typeof item>;
export type QuestionDocument = z.infer<typeof question>;
export type TopicDocument = z.infer<typeof topic>;
export type PaperDocument = z.infer<typeof paper>;
export type SectionDocument = z.infer<typeof section>;
export type CertificateDocument = z.infer<typeof certificate>;
export type BlankKeyDocument = z.infer<typeof blankKey>;

/** The fields of the format, wherever they may stand: what a mistyped one may have been meant to be. */
export const FIELD_NAMES: readonly string[] = [
  ...new Set(
    [
      bankSchema,
      topic,
      single,
      multiple,
      truth,
      blank,
      acceptedTexts,
      ordering,
      short,
      keyPoint,
      casus,
      paper,
      section,
      certificate,
      certificatePaper,
    ]
      .map(({ shape }): object => shape)
      .flatMap(Object.keys),
  ),
];

/** JSON Schema (draft 2020-12) for editors: completion and checks while typing. */
export function bankJsonSchema(): object {
  const schema = z.toJSONSchema(bankSchema, { io: 'input', override: ({ jsonSchema }) => askForKey(jsonSchema) });
  return { $id: 'bank.schema.json', title: 'quiz bank', ...schema };
}

/** A key may be missing in a draft only: what the checks say (`NO_KEY`), for editors. */
function askForKey(node: z.core.JSONSchema.BaseSchema): void {
  if (!node.properties?.answer || !node.properties.draft) return;
  node.anyOf = [{ required: ['answer'] }, { required: ['draft'], properties: { draft: { const: true } } }];
}
