import { enFindings } from './en-findings.ts';
import { enPaper } from './en-paper.ts';
import { enReports } from './en-reports.ts';
import type { BasicMessages, FindingWords, Messages, Widened } from './messages.ts';
import { zhFindings } from './zh-findings.ts';
import { zhPaper } from './zh-paper.ts';
import { zhReports } from './zh-reports.ts';

/** Long texts that only some commands need: they are kept out of the way of the help and of wrong use. */
export interface Details {
  readonly findings: FindingWords;
  readonly reports: Widened<typeof zhReports>;
  readonly paper: Widened<typeof zhPaper>;
}

const zh: Details = { findings: zhFindings, reports: zhReports, paper: zhPaper };
const en: Details = { findings: enFindings, reports: enReports, paper: enPaper };

export const withDetails = (words: BasicMessages): Messages => ({ ...words, ...(words.language === 'zh' ? zh : en) });
