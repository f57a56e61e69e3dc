import type { Certificate, CertificatePaper } from '../bank/certificate.ts';
import type { Instant } from '../day.ts';
import { hundredthsOf } from '../grading/mark.ts';

/** A finished sitting of a paper. */
export interface PaperResult {
  /** Hundredths of a point. */
  readonly marks: number;
  readonly of: number;
  /** By the paper's own pass mark. */
  readonly passed: boolean;
  readonly at: Instant;
}

export type PaperStanding =
  | { readonly kind: 'passed' | 'failed'; readonly paper: CertificatePaper; readonly result: PaperResult }
  | { readonly kind: 'not-sat'; readonly paper: CertificatePaper };

export interface CertificateStanding {
  readonly certificate: Certificate;
  /** In the order of the certificate. */
  readonly papers: readonly PaperStanding[];
  readonly reached: boolean;
  /** How many papers are still to be passed; 0 once it is reached. */
  readonly still: number;
  /** Those that could be passed yet; none once it is reached. */
  readonly missing: readonly CertificatePaper[];
}

/** What the latest finished result of each paper, by `bank/paper`, comes to. */
export function certify(certificate: Certificate, results: ReadonlyMap<string, PaperResult>): CertificateStanding {
  const papers = certificate.papers.map((paper) => standingOf(paper, results.get(`${paper.bank}/${paper.paper}`)));
  const still = Math.max(0, certificate.need - papers.filter(({ kind }) => kind === 'passed').length);
  const missing = still === 0 ? [] : papers.filter(({ kind }) => kind !== 'passed').map(({ paper }) => paper);
  return { certificate, papers, reached: still === 0, still, missing };
}

function standingOf(paper: CertificatePaper, result: PaperResult | undefined): PaperStanding {
  if (!result) return { kind: 'not-sat', paper };
  const passed = paper.pass === null ? result.passed : result.marks >= hundredthsOf(paper.pass);
  return { kind: passed ? 'passed' : 'failed', paper, result };
}
