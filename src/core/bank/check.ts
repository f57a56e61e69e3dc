import { checkRelations } from './check-relations.ts';
import type { Finding, Report } from './finding.ts';
import { checkStructure } from './structure.ts';
import { isRecord } from './values.ts';

/**
 * Every fault of a bank at once, in no particular order: the store knows where each stands and sorts by place.
 * Takes any value, so that a missing field in one item hides nothing in the next.
 */
export function checkBank(raw: unknown): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (code, path, params = {}) => {
    findings.push({ code, severity: 'error', path, params });
  };
  if (!isRecord(raw)) {
    report('NOT_A_BANK', []);
    return findings;
  }
  if (raw.format === undefined && raw.items === undefined) {
    report('NOT_A_BANK', []);
    return findings;
  }
  checkStructure(raw, report);
  checkRelations(raw, report);
  return findings;
}
