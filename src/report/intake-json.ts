import type { TopicDocument } from '../core/bank/schema.ts';
import type { UpdatePlan } from '../core/intake/again/update.ts';
import type { Doubt, Draft } from '../core/intake/draft.ts';
import type { IntakeReport } from '../core/intake/report.ts';
import type { ReviewOutcome } from '../core/intake/reviewed.ts';
import { jsonText } from './json-text.ts';
import { reviewJson } from './review-report.ts';

/** What was understood of documents, as a program reads it: copies included, each answer in one plain shape. */
export function intakeJson(
  items: readonly Draft[],
  report: IntakeReport,
  inWords: (doubt: Doubt) => string,
  { topics, update, review }: Besides = {},
): string {
  const groups = groupsOf(items);
  const placeOf = new Map(groups.flatMap((group, place) => group.map((draft) => [draft, place])));
  const copyOf = ({ duplicateOf }: Draft): number | undefined =>
    duplicateOf === undefined ? undefined : placeOf.get(items[duplicateOf] as Draft);
  return jsonText({
    items: groups.map((group) => {
      const duplicateOf = copyOf(group[0] as Draft);
      return { ...groupJson(group, inWords), ...(duplicateOf === undefined ? {} : { duplicateOf }) };
    }),
    ...(topics === undefined ? {} : { topics }),
    report,
    ...(update ? { update: updateJson(update) } : {}),
    ...(review ? { review: reviewJson(review) } : {}),
  });
}

interface Besides {
  readonly topics?: Readonly<Record<string, TopicDocument>> | undefined;
  /** What importing again does to the bank that is there. */
  readonly update?: UpdatePlan | null | undefined;
  /** What was decided of the doubtful questions. */
  readonly review?: ReviewOutcome | undefined;
}

const updateJson = ({ changed, added, gone, same }: UpdatePlan): object => ({
  added: added.map(({ item }) => item.id),
  changed: changed.map(({ id, differences }) => ({ id, differences })),
  gone,
  same,
});

/** Each question alone; the parts `(1)`, `(2)` … below one passage together. */
function groupsOf(items: readonly Draft[]): Draft[][] {
  const groups: Draft[][] = [];
  for (const draft of items) {
    const last = groups.at(-1)?.at(-1);
    if (last && isOfOneCase(last, draft)) groups.at(-1)?.push(draft);
    else groups.push([draft]);
  }
  return groups;
}

const isOfOneCase = (one: Draft, other: Draft): boolean =>
  isOpenPart(one) &&
  isOpenPart(other) &&
  one.material === other.material &&
  one.source.file === other.source.file &&
  (one.number ?? 0) < (other.number ?? 0);

const isOpenPart = ({ isPart, options, duplicateOf }: Draft): boolean =>
  isPart === true && options.length === 0 && duplicateOf === undefined;

function groupJson(group: readonly Draft[], inWords: (doubt: Doubt) => string): object {
  const [first] = group as [Draft];
  if (group.length === 1) return itemJson(first, inWords);
  const answers = group.filter(({ answer }) => answer !== null);
  const points = group.map((part) => part.points);
  const whole: Draft = {
    ...first,
    type: 'case',
    stem: group.map(({ number, stem }) => `(${number}) ${stem}`).join('\n'),
    answer: answers.length > 0 ? answers.map(({ number, answer }) => `(${number}) ${textOf(answer)}`).join('\n') : null,
    explanation: group.flatMap(({ explanation }) => explanation || []).join('\n'),
    points: points.includes(null) ? null : points.reduce<number>((sum, each) => sum + (each ?? 0), 0),
    source: { ...first.source, endLine: group.at(-1)?.source.endLine ?? first.source.endLine },
    confidence: Math.min(...group.map(({ confidence }) => confidence)),
    doubts: group.flatMap(({ doubts }) => doubts),
  };
  return { ...itemJson(whole, inWords), parts: group.map((part) => partJson(part)) };
}

const textOf = (answer: Draft['answer']): string => (Array.isArray(answer) ? answer.join('; ') : String(answer));

const partJson = ({ type, number, stem, answer, explanation, points, source }: Draft): object => ({
  type,
  number,
  stem,
  answer,
  explanation,
  points,
  source,
});

function itemJson(draft: Draft, inWords: (doubt: Doubt) => string): object {
  const { type, stem, material, source } = draft;
  // An open question about a passage is not to be understood without it, nor is a gap in it.
  const isOpen = type === 'case' || type === 'short' || !/\p{L}{2}/u.test(stem);
  return {
    type,
    stem: isOpen && material !== '' ? [material, stem].filter((text) => text !== '').join('\n') : stem,
    ...(!isOpen && material !== '' ? { material } : {}),
    options: draft.options,
    answer: draft.answer,
    explanation: draft.explanation,
    points: draft.points,
    section: draft.section,
    number: draft.number,
    difficulty: draft.difficulty,
    topic: draft.topic,
    ...(draft.translation === undefined ? {} : { translation: draft.translation }),
    source,
    confidence: draft.confidence,
    doubts: draft.doubts.map((doubt) => ({ ...doubt, message: inWords(doubt) })),
  };
}
