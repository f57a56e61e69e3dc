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
  return jsonText({
    items: items.map((draft) => itemJson(draft, inWords)),
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
    ...(draft.duplicateOf === undefined ? {} : { duplicateOf: draft.duplicateOf }),
  };
}
