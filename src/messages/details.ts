import { enAuthors } from './en-authors.ts';
import { enExam } from './en-exam.ts';
import { enFindings } from './en-findings.ts';
import { enIntake } from './en-intake.ts';
import { enMistakes } from './en-mistakes.ts';
import { enPaper } from './en-paper.ts';
import { enReports } from './en-reports.ts';
import { enStudy } from './en-study.ts';
import type { BasicMessages, FindingWords, Messages, Widened } from './messages.ts';
import { zhAuthors } from './zh-authors.ts';
import { zhExam } from './zh-exam.ts';
import { zhFindings } from './zh-findings.ts';
import { zhIntake } from './zh-intake.ts';
import { zhMistakes } from './zh-mistakes.ts';
import { zhPaper } from './zh-paper.ts';
import { zhReports } from './zh-reports.ts';
import { zhStudy } from './zh-study.ts';

/** Long texts that only some commands need: they are kept out of the way of the help and of wrong use. */
export interface Details {
  readonly findings: FindingWords;
  readonly reports: Widened<typeof zhReports>;
  readonly authors: Widened<typeof zhAuthors>;
  readonly intake: Widened<typeof zhIntake>;
  readonly exam: Widened<typeof zhExam>;
  readonly paper: Widened<typeof zhPaper>;
  readonly mistakes: Widened<typeof zhMistakes>;
  readonly study: Widened<typeof zhStudy>;
}

const zh: Details = {
  findings: zhFindings,
  reports: zhReports,
  authors: zhAuthors,
  intake: zhIntake,
  exam: zhExam,
  paper: zhPaper,
  mistakes: zhMistakes,
  study: zhStudy,
};
const en: Details = {
  findings: enFindings,
  reports: enReports,
  authors: enAuthors,
  intake: enIntake,
  exam: enExam,
  paper: enPaper,
  mistakes: enMistakes,
  study: enStudy,
};

export const withDetails = (words: BasicMessages): Messages => ({ ...words, ...(words.language === 'zh' ? zh : en) });
