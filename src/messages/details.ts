import { enArchive } from './en-archive.ts';
import { enAuthors } from './en-authors.ts';
import { enBackups } from './en-backups.ts';
import { enExam } from './en-exam.ts';
import { enExchange } from './en-exchange.ts';
import { enFindings } from './en-findings.ts';
import { enGroup } from './en-group.ts';
import { enIntake } from './en-intake.ts';
import { enMistakes } from './en-mistakes.ts';
import { enPaper } from './en-paper.ts';
import { enRepair } from './en-repair.ts';
import { enReports } from './en-reports.ts';
import { enReview } from './en-review.ts';
import { enStudy } from './en-study.ts';
import { enSync } from './en-sync.ts';
import { enVerify } from './en-verify.ts';
import type { BasicMessages, FindingWords, Messages, Widened } from './messages.ts';
import { zhArchive } from './zh-archive.ts';
import { zhAuthors } from './zh-authors.ts';
import { zhBackups } from './zh-backups.ts';
import { zhExam } from './zh-exam.ts';
import { zhExchange } from './zh-exchange.ts';
import { zhFindings } from './zh-findings.ts';
import { zhGroup } from './zh-group.ts';
import { zhIntake } from './zh-intake.ts';
import { zhMistakes } from './zh-mistakes.ts';
import { zhPaper } from './zh-paper.ts';
import { zhRepair } from './zh-repair.ts';
import { zhReports } from './zh-reports.ts';
import { zhReview } from './zh-review.ts';
import { zhStudy } from './zh-study.ts';
import { zhSync } from './zh-sync.ts';
import { zhVerify } from './zh-verify.ts';

/** Long texts that only some commands need: they are kept out of the way of the help and of wrong use. */
export interface Details {
  readonly findings: FindingWords;
  readonly reports: Widened<typeof zhReports>;
  readonly authors: Widened<typeof zhAuthors>;
  readonly intake: Widened<typeof zhIntake>;
  readonly exam: Widened<typeof zhExam>;
  readonly paper: Widened<typeof zhPaper>;
  readonly mistakes: Widened<typeof zhMistakes>;
  readonly review: Widened<typeof zhReview>;
  readonly study: Widened<typeof zhStudy>;
  readonly sync: Widened<typeof zhSync>;
  readonly verify: Widened<typeof zhVerify>;
  readonly repair: Widened<typeof zhRepair>;
  readonly backups: Widened<typeof zhBackups>;
  readonly exchange: Widened<typeof zhExchange>;
  readonly group: Widened<typeof zhGroup>;
  readonly archive: Widened<typeof zhArchive>;
}

const zh: Details = {
  findings: zhFindings,
  reports: zhReports,
  authors: zhAuthors,
  intake: zhIntake,
  exam: zhExam,
  paper: zhPaper,
  mistakes: zhMistakes,
  review: zhReview,
  study: zhStudy,
  sync: zhSync,
  verify: zhVerify,
  repair: zhRepair,
  backups: zhBackups,
  exchange: zhExchange,
  group: zhGroup,
  archive: zhArchive,
};
const en: Details = {
  findings: enFindings,
  reports: enReports,
  authors: enAuthors,
  intake: enIntake,
  exam: enExam,
  paper: enPaper,
  mistakes: enMistakes,
  review: enReview,
  study: enStudy,
  sync: enSync,
  verify: enVerify,
  repair: enRepair,
  backups: enBackups,
  exchange: enExchange,
  group: enGroup,
  archive: enArchive,
};

/** As built, a section is made when it is first read: none is read here. */
export function withDetails(words: BasicMessages): Messages {
  const details = words.language === 'zh' ? zh : en;
  return Object.defineProperties({ ...words }, Object.getOwnPropertyDescriptors(details)) as Messages;
}
