import type { GroupSummary } from '../../core/analysis/group/group.ts';
import { renderGroupCsv } from './group-csv.ts';
import { renderGroupJson } from './group-json.ts';
import { renderGroupMarkdown } from './group-markdown.ts';
import type { GroupWords } from './group-words.ts';

export type GroupReporter = (summary: GroupSummary, words: GroupWords) => string;

/** The formats of `quiz export --by person`, by the name that the option takes. */
export const groupReporters = {
  md: renderGroupMarkdown,
  csv: renderGroupCsv,
  json: renderGroupJson,
} satisfies Record<string, GroupReporter>;
