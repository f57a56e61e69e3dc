import { fieldsGiven } from './bank-document.ts';
import type { Draft, DraftAnswer } from './draft.ts';
import type { Intake } from './intake.ts';
import { fitsDeclared, type IntakeReport, isSure, type SectionReport } from './report.ts';
import { type Decision, type Doubtful, isKeyChanged, type Review, withKey } from './review.ts';
import { confidenceOf } from './settle.ts';

/** What a review came to, each question in one list. */
export interface ReviewOutcome {
  /** As they were read. */
  readonly accepted: readonly Draft[];
  readonly keyChanged: readonly KeyChange[];
  readonly edited: readonly Draft[];
  /** Kept without a key. */
  readonly drafts: readonly Draft[];
  /** Said to be no questions; with them went the copies that were folded into them. */
  readonly leftOut: readonly Draft[];
  /** Still doubtful. */
  readonly open: readonly Draft[];
}

export interface KeyChange {
  readonly draft: Draft;
  readonly from: DraftAnswer;
  readonly to: DraftAnswer;
}

export function outcomeOf({ questions }: Review): ReviewOutcome {
  const drafts = (wanted: Decision | null): Doubtful[] => questions.filter(({ decision }) => decision === wanted);
  const asTaken = (some: readonly Doubtful[]): Draft[] => some.map(({ draft }) => draft);
  const accepted = drafts('accepted');
  const leftOut = drafts('left-out');
  return {
    accepted: asTaken(accepted.filter((one) => one.draft.written === undefined && !isKeyChanged(one))),
    keyChanged: accepted
      .filter(isKeyChanged)
      .map(({ draft, asRead }) => ({ draft, from: asRead.answer, to: draft.answer })),
    edited: asTaken(accepted.filter(({ draft }) => draft.written !== undefined)),
    drafts: asTaken(drafts('draft')),
    leftOut: leftOut.flatMap(({ asRead, copies }) => [asRead, ...copies]),
    open: asTaken(drafts(null)),
  };
}

/** The import with everything that was decided: doubts are settled, what is no question is gone. */
export function reviewedIntake({ items, report }: Intake, review: Review): Intake {
  const byIndex = new Map(review.questions.map((question) => [question.index, question]));
  const after = items.map((item, index): Draft | null => {
    const question = byIndex.get(item.duplicateOf ?? index);
    if (!question || question.decision === null) return item;
    if (question.decision === 'left-out') return null;
    return settled(item.duplicateOf === undefined ? question.draft : item, question.decision);
  });
  const places = new Map<number, number>();
  const kept: Draft[] = [];
  after.forEach((item, index) => {
    if (item === null) return;
    places.set(index, kept.length);
    kept.push(item);
  });
  const moved = kept.map((item) =>
    item.duplicateOf === undefined ? item : { ...item, duplicateOf: places.get(item.duplicateOf) ?? 0 },
  );
  const gone = items.filter((_, index) => after[index] === null);
  return { items: moved, report: reportAfter(report, moved, gone) };
}

/** A draft has no key in the bank, whatever was read of one. */
function settled(draft: Draft, decision: Decision): Draft {
  const sure = { ...draft, doubts: [], confidence: confidenceOf([]) };
  if (decision !== 'draft' || draft.duplicateOf !== undefined) return sure;
  const written = fieldsGiven(draft);
  return { ...sure, answer: null, ...(written ? { written: withKey(written, draft, null) } : {}) };
}

function reportAfter(before: IntakeReport, items: readonly Draft[], gone: readonly Draft[]): IntakeReport {
  const kept = items.filter(({ duplicateOf }) => duplicateOf === undefined);
  const report = {
    ...before,
    questions: kept.length,
    withoutKey: kept.filter(({ answer }) => answer === null).length,
    duplicates: items.length - kept.length,
    doubts: items.reduce((sum, { doubts }) => sum + doubts.length, 0),
    files: before.files.map((file) => ({
      ...file,
      questions: file.questions - gone.filter(({ source }) => source.file === file.file).length,
    })),
    sections: gone.reduce(without, before.sections),
  };
  return { ...report, sure: isSure(report) };
}

/** The sections without a question: it stood in the last one of its title that begins before it. */
function without(sections: readonly SectionReport[], { section, source }: Draft): readonly SectionReport[] {
  const index = sections.findLastIndex(
    ({ title, file, line }) => title === section && file === source.file && line <= source.line,
  );
  const found = sections[index];
  if (!found) return sections;
  const shorter = { ...found, found: found.found - 1 };
  return sections.with(index, { ...shorter, fits: fitsDeclared(shorter) });
}
