import { checkCertificates } from './check-certificates.ts';
import { checkItems } from './check-items.ts';
import { checkPapers } from './check-papers.ts';
import type { Report } from './finding.ts';
import type { Fields } from './values.ts';

/** Faults between values that are each as they should be: a key that names no option, a topic that there is not. */
export function checkRelations(bank: Fields, report: Report): void {
  checkItems(bank, report);
  checkPapers(bank, report);
  checkCertificates(bank, report);
}
