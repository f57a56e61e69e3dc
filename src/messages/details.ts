import { enFindings } from './en-findings.ts';
import { enMistakes } from './en-mistakes.ts';
import { enReports } from './en-reports.ts';
import type { BasicMessages, FindingWords, Messages, Widened } from './messages.ts';
import { zhFindings } from './zh-findings.ts';
import { zhMistakes } from './zh-mistakes.ts';
import { zhReports } from './zh-reports.ts';

/** Long texts that only some commands need: they are kept out of the way of the help and of wrong use. */
export interface Details {
  readonly findings: FindingWords;
  readonly reports: Widened<typeof zhReports>;
  readonly mistakes: Widened<typeof zhMistakes>;
}

const zh: Details = { findings: zhFindings, reports: zhReports, mistakes: zhMistakes };
const en: Details = { findings: enFindings, reports: enReports, mistakes: enMistakes };

export const withDetails = (words: BasicMessages): Messages => ({ ...words, ...(words.language === 'zh' ? zh : en) });
