/** A certificate is earned by passing some or all of its papers. */
export interface Certificate {
  readonly id: string;
  readonly title: string;
  readonly papers: readonly CertificatePaper[];
  /** How many of the papers must be passed. */
  readonly need: number;
}

export interface CertificatePaper {
  readonly bank: string;
  readonly paper: string;
  /** Points that the certificate asks for; null leaves it to the paper's own pass mark. */
  readonly pass: number | null;
}
