import type { Certificate } from './certificate.ts';
import type { CertificateDocument } from './schema.ts';

/** A certificate with every default written out; papers without a bank stand in the bank that it stands in. */
export function compileCertificate(id: string, certificate: CertificateDocument, bank: string): Certificate {
  const { title, papers, need } = certificate;
  return {
    id,
    title,
    papers: papers.map((each) => ({ bank: each.bank ?? bank, paper: each.paper, pass: each.pass ?? null })),
    need: need ?? papers.length,
  };
}
