import { LEAST_LEARNERS, LEAST_REST } from '../../core/analysis/discrimination.ts';
import type { Fall } from '../../core/analysis/fell-for.ts';
import type { GroupSummary, Studied } from '../../core/analysis/group/group.ts';
import { type GroupItem, keySuspects, neverRight } from '../../core/analysis/group/items.ts';
import type { Tally } from '../../core/analysis/tally.ts';
import { type Day, formatDay } from '../../core/day.ts';
import { jsonText } from '../json-text.ts';

export const GROUP_FORMAT = 'quiz-group';
export const GROUP_VERSION = 1;

/** One document for programs: no language, keys always in the same order, marks in points. */
export function renderGroupJson(summary: GroupSummary): string {
  const { filter, learners, items } = summary;
  const document = {
    format: GROUP_FORMAT,
    version: GROUP_VERSION,
    today: formatDay(summary.today),
    filter: { banks: filter.banks, since: dayOf(filter.since), until: dayOf(filter.until) },
    rule: { interval: 'wilson-95', discriminationLearners: LEAST_LEARNERS, discriminationRest: LEAST_REST },
    learners: learners.map((row) => ({
      learner: row.name,
      files: row.paths,
      devices: row.devices,
      ...studiedOf(row),
    })),
    total: studiedOf(summary.total),
    topics: summary.topics.map(({ bank, path, title, each, ...topic }) => ({
      bank,
      topic: path,
      title,
      answered: topic.answered,
      learners: topic.learners,
      meanShare: topic.meanShare,
      byLearner: each.flatMap((tally, n) => (tally ? [{ learner: learners[n]?.name ?? '', ...tallyOf(tally) }] : [])),
    })),
    items: items.map(itemOf),
    neverRight: neverRight(items).map(({ ref }) => ref),
    keySuspects: keySuspects(items).map(({ ref }) => ref),
  };
  return `${jsonText(document)}\n`;
}

const dayOf = (day: Day | null): string | null => (day === null ? null : formatDay(day));

const studiedOf = (row: Studied) => ({ ...tallyOf(row), lastDay: dayOf(row.lastOn), studyDays: row.studyDays });

const tallyOf = (tally: Tally) => ({
  answered: tally.answered,
  questions: tally.questions,
  right: tally.right,
  shareRight: tally.shareRight,
  marks: tally.markHundredths / 100,
  of: tally.ofHundredths / 100,
  durationMs: tally.ms,
});

const itemOf = ({ choices, discrimination, ...item }: GroupItem) => ({
  item: item.ref,
  type: item.type,
  topic: item.topic,
  stem: item.stem,
  learners: item.learners,
  firstRight: item.right,
  facility: item.facility,
  interval: [item.interval.low, item.interval.high],
  everRight: item.everRight,
  discrimination: discrimination.kind === 'known' ? discrimination.r : null,
  discriminationNote: discrimination.kind === 'known' ? null : discrimination.why,
  discriminationLearners: discrimination.learners,
  mostChosen: choices.most && fallOf(choices.most),
  unchosen: choices.unchosen,
  otherVersions: choices.otherVersions,
});

/** One first answer a learner: how often it was given is how many gave it. */
const fallOf = ({ times, ...fall }: Fall) => ({ ...fall, learners: times });
