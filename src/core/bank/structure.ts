import type * as z from 'zod';
import type { Report } from './finding.ts';
import { FINDING_CODES, type FindingCode } from './finding.ts';
import { bankSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** Faults that the schema alone can see: missing and unknown fields, wrong types, values out of range. */
export function checkStructure(raw: unknown, report: Report): void {
  const parsed = bankSchema.safeParse(raw);
  if (parsed.success) return;
  for (const issue of parsed.error.issues) reportIssue(issue, [], report);
}

function reportIssue(issue: Issue, base: Path, report: Report): void {
  const path = [...base, ...(issue.path as Path)];
  const said = FINDING_CODES.find((code) => code === issue.message);
  if (said) return report(said, path);
  switch (issue.code) {
    case 'invalid_type':
      return reportType(issue.expected, issue.message, path, report);
    case 'unrecognized_keys':
      for (const key of issue.keys) report('UNKNOWN_FIELD', [...path, key], { field: key });
      return;
    case 'invalid_value':
      return reportChoice(issue.values.map(String), issue.message, path, report);
    case 'too_small':
      return reportBound('TOO_FEW', issue.origin, Number(issue.minimum), path, report);
    case 'too_big':
      return reportBound('TOO_MANY', issue.origin, Number(issue.maximum), path, report);
    case 'invalid_union':
      return reportUnion(issue, path, report);
    case 'invalid_key':
      return report('BAD_ID', path);
    default:
      return report('WRONG_TYPE', path, { expected: issue.code });
  }
}

const isMissing = (message: string): boolean => message.endsWith('received undefined');
const fieldOf = (path: Path): string => String(path.at(-1) ?? '');

function reportType(expected: string, message: string, path: Path, report: Report): void {
  if (path.length === 0) return report('NOT_A_BANK', path);
  if (!isMissing(message)) return report('WRONG_TYPE', path, { expected });
  const field = fieldOf(path);
  report(field === 'answer' ? 'NO_KEY' : 'MISSING_FIELD', path, { field });
}

function reportChoice(allowed: readonly string[], message: string, path: Path, report: Report): void {
  if (isMissing(message)) return report('MISSING_FIELD', path, { field: fieldOf(path) });
  report('NOT_ALLOWED', path, { allowed: allowed.join(', ') });
}

function reportBound(many: FindingCode, origin: string, bound: number, path: Path, report: Report): void {
  if (origin === 'array' || origin === 'set') return report(many, path, { bound });
  report('OUT_OF_RANGE', path, many === 'TOO_FEW' ? { least: bound } : { most: bound });
}

/** Of several shapes the nearest is taken: the one whose complaints lie deepest in the value. */
function reportUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, report: Report): void {
  if (issue.errors.length === 0) {
    const options = (issue as { options?: readonly unknown[] }).options ?? [];
    return report('NOT_ALLOWED', path, { allowed: options.map(String).join(', ') });
  }
  const leaves = issue.errors.flat();
  const answered = fieldOf(path) === 'answer';
  if (leaves.every((leaf) => isUndefined(leaf))) {
    return report(answered ? 'NO_KEY' : 'MISSING_FIELD', path, { field: fieldOf(path) });
  }
  const nearest = issue.errors
    .map((branch) => ({ branch, depth: depthOf(branch) }))
    .sort((a, b) => b.depth - a.depth)[0];
  if (nearest && nearest.depth > 0) {
    for (const inner of nearest.branch) reportIssue(inner, path, report);
    return;
  }
  const expected = [...new Set(leaves.flatMap(expectedOf))].join('/');
  report('WRONG_TYPE', path, { expected });
}

function isUndefined(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.flat().every(isUndefined);
  return issue.code === 'invalid_type' && issue.path.length === 0 && isMissing(issue.message);
}

/** 0 where a shape was refused outright, more where it fitted at first. */
function depthOf(branch: readonly Issue[]): number {
  return Math.max(
    0,
    ...branch.map((issue) => {
      if (issue.code === 'invalid_type' && issue.path.length === 0) return 0;
      if (issue.code === 'invalid_union' && issue.path.length === 0) return Math.max(0, ...issue.errors.map(depthOf));
      return 1 + issue.path.length;
    }),
  );
}

function expectedOf(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(expectedOf) : [];
}
