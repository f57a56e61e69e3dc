import { formatDay } from '../core/day.ts';
import type { Gain } from '../core/history/gain.ts';
import type { MergePlan } from '../core/history/merge-plan.ts';
import { jsonText } from './json-text.ts';
import type { Unreadable } from './merge-report.ts';

export interface MergeOutcome {
  readonly plan: MergePlan;
  readonly unreadable: readonly (readonly Unreadable[])[];
  readonly dryRun: boolean;
  readonly changed: boolean;
  readonly backup: string | null;
  /** Questions due today; null where no bank is at hand. */
  readonly due: { readonly before: number | null; readonly after: number | null };
}

/** The plan of a merge and what came of it, for programs. */
export function renderMergeJson({ plan, unreadable, ...outcome }: MergeOutcome): string {
  const { dryRun, changed, backup, due } = outcome;
  const files = plan.files.map((file, index) => ({
    file: file.name,
    events: file.events,
    new: gainFields(file.gain),
    already: file.already,
    conflicts: file.conflicts,
    unreadable: unreadable[index] ?? [],
  }));
  return `${jsonText({ dryRun, changed, backup, files, new: gainFields(plan.gain), due })}\n`;
}

const gainFields = ({ from, to, ...gain }: Gain) => ({
  ...gain,
  from: from === null ? null : formatDay(from),
  to: to === null ? null : formatDay(to),
});
