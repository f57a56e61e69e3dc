import { enExam } from './en-exam.ts';
import { enFindings } from './en-findings.ts';
import { enReports } from './en-reports.ts';
import type { BasicMessages, FindingWords, Messages, Widened } from './messages.ts';
import { zhExam } from './zh-exam.ts';
import { zhFindings } from './zh-findings.ts';
import { zhReports } from './zh-reports.ts';

/** Long texts that only some commands need: they are kept out of the way of the help and of wrong use. */
export interface Details {
  readonly findings: FindingWords;
  readonly reports: Widened<typeof zhReports>;
  readonly exam: Widened<typeof zhExam>;
}

const zh: Details = { findings: zhFindings, reports: zhReports, exam: zhExam };
const en: Details = { findings: enFindings, reports: enReports, exam: enExam };

export const withDetails = (words: BasicMessages): Messages => ({ ...words, ...(words.language === 'zh' ? zh : en) });
