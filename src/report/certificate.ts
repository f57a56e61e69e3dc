import type { CertificateStanding, PaperStanding } from '../core/exam/certificate.ts';
import { formatPoints } from '../core/grading/mark.ts';
import { oneLine } from './one-line.ts';

export interface CertificateWords {
  readonly title: (certificate: string) => string;
  readonly passed: (paper: string, marks: string) => string;
  readonly failed: (paper: string, marks: string) => string;
  readonly notSat: (paper: string) => string;
  readonly reached: string;
  readonly still: (papers: number) => string;
}

/** A certificate with each of its papers, and which of them it still fails on. */
export function renderCertificate(standing: CertificateStanding, words: CertificateWords): string[] {
  return [
    words.title(oneLine(standing.certificate.title)),
    ...standing.papers.map((paper) => `  ${paperLine(paper, words)}`),
    standing.reached ? `✔ ${words.reached}` : `✘ ${words.still(standing.still)}`,
  ];
}

function paperLine(standing: PaperStanding, words: CertificateWords): string {
  const name = oneLine(`${standing.paper.bank}/${standing.paper.paper}`);
  if (standing.kind === 'not-sat') return `○ ${words.notSat(name)}`;
  const marks = `${formatPoints(standing.result.marks)}/${formatPoints(standing.result.of)}`;
  return standing.kind === 'passed' ? `✔ ${words.passed(name, marks)}` : `✘ ${words.failed(name, marks)}`;
}
