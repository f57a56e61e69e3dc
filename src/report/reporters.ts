import type { ResultsSummary } from '../core/analysis/summary.ts';
import { renderCsv } from './csv.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { ResultsWords } from './results-words.ts';

export type Reporter = (summary: ResultsSummary, words: ResultsWords) => string;

/** The formats of `quiz export` by the name that the option takes. */
export const reporters = { md: renderMarkdown, csv: renderCsv, json: renderJson } satisfies Record<string, Reporter>;
