import { essentials } from '../core/analysis/group/essential.ts';
import { type GroupSummary, summariseGroup } from '../core/analysis/group/group.ts';
import { type UnitingRemark, uniteFiles } from '../core/analysis/group/learners.ts';
import { namesOf } from '../core/analysis/group/names.ts';
import type { SummaryInput } from '../core/analysis/summary.ts';
import type { Bank } from '../core/bank/bank.ts';
import { studyDayOf } from '../core/day.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { shortened } from '../report/one-line.ts';
import type { Context } from './context.ts';
import { namedFiles, readLearnerFile } from './learner-files.ts';

/** `quiz export --history … --by person`: the histories of several learners side by side. */
export function groupSummary(
  context: Context,
  values: readonly string[],
  { banks, filter }: { readonly banks: readonly Bank[]; readonly filter: SummaryInput['filter'] },
): GroupSummary {
  const keep = essentials();
  const files = namedFiles(values, context).map((file) => readLearnerFile(file, context, keep));
  const { learners, remarks } = uniteFiles(files);
  for (const remark of remarks) context.notice(safeLine(remarkText(remark, context)));
  const names = namesOf(learners, (text) => shortened(text, NAME_LENGTH));
  const named = learners.map((learner, n) => ({ ...learner, name: names[n] ?? '' }));
  return summariseGroup({ learners: named, banks, filter, today: studyDayOf(context.io.now()) });
}

/** Characters of a name: a table has a column for each learner. */
const NAME_LENGTH = 40;

function remarkText(remark: UnitingRemark, { words: { group } }: Context): string {
  switch (remark.kind) {
    case 'same-answers':
      return group.sameAnswers(...remark.paths, remark.answers);
    case 'same-name':
      return group.sameName(remark.name, remark.paths.join(group.listGap));
    case 'two-learners':
      return group.twoLearners(...remark.paths, remark.answers);
    case 'contradiction':
      return group.contradiction(remark.path, remark.events);
  }
}
