import type * as z from 'zod';
import type { Report } from './finding.ts';
import { FINDING_CODES, type FindingCode } from './finding.ts';
import { nearestAmong, nearNames } from './near.ts';
import { arePlainItems } from './plain-structure.ts';
import { bankSchema, FIELD_NAMES, MOST_CHARACTERS } from './schema.ts';
import { type Fields, isRecord } from './values.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

/** Faults that the schema alone can see: missing and unknown fields, wrong types, values out of range. */
export function checkStructure(raw: unknown, report: Report): void {
  checkNames(raw, report);
  const parsed = bankSchema.safeParse(withoutPlainItems(raw));
  if (parsed.success) return;
  const reportAt = mindingAbsence(raw, report);
  const near = nearestField();
  for (const issue of parsed.error.issues) reportIssue(issue, [], { report: reportAt, near });
}

/** Items that are known to be sound need no second look, which takes ten times as long; the schema asks for none. */
function withoutPlainItems(raw: unknown): unknown {
  return isRecord(raw) && arePlainItems(raw.items) ? { ...raw, items: [] } : raw;
}

/** zod passes over a name `__proto__`: what it names would come in unchecked. */
function checkNames(raw: unknown, report: Report): void {
  const visit = (value: unknown, path: Path): void => {
    if (!isRecord(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === '__proto__') report('BAD_ID', [...path, name]);
      else if (isRecord(inner)) for (const field of NAMED) visit(inner[field], [...path, name, field]);
    }
  };
  if (isRecord(raw)) for (const field of NAMED) visit(raw[field], [field]);
}

/** Fields that hold things under names of the author's choice. */
const NAMED = ['topics', 'papers', 'bands', 'certificates'];

/** Where nothing stands, that is the fault, whatever the schema says of the value. */
function mindingAbsence(raw: unknown, report: Report): Report {
  return (code, path, params) => {
    const value = path.reduce<unknown>((parent, key) => (parent as Fields | null | undefined)?.[key], raw);
    const isAbsent = value === undefined || value === null;
    if (!isAbsent || SAID_OF_NAMES.includes(code)) return report(code, path, params);
    const field = String(path.at(-1) ?? '');
    if (field === 'answer') return report('NO_KEY', path);
    if (value === undefined) return report('MISSING_FIELD', path, { field });
    // An item's empty id is as good as none, which is found where the ids are compared.
    if (field !== 'id' || path.length === 1) report('EMPTY_TEXT', path);
  };
}

const SAID_OF_NAMES: readonly FindingCode[] = ['UNKNOWN_FIELD', 'BAD_ID', 'WRONG_FORMAT'];

/** Where issues go, and what a field may have been meant to be. */
interface Desk {
  readonly report: Report;
  readonly near: (field: string) => string;
}

function reportIssue(issue: Issue, base: Path, desk: Desk): void {
  const { report, near } = desk;
  const path = [...base, ...(issue.path as Path)];
  const said = FINDING_CODES.find((code) => code === issue.message);
  if (said) return report(said, path, said === 'TOO_LONG' ? { most: MOST_CHARACTERS } : {});
  switch (issue.code) {
    case 'invalid_type':
      return reportType(issue.expected, path, report);
    case 'unrecognized_keys':
      for (const key of issue.keys) report('UNKNOWN_FIELD', [...path, key], { field: key, near: near(key) });
      return;
    case 'invalid_value':
      return report('NOT_ALLOWED', path, { allowed: issue.values.map(String).join(', ') });
    case 'too_small':
      return reportBound('TOO_FEW', issue.origin, Number(issue.minimum), path, report);
    case 'too_big':
      return reportBound('TOO_MANY', issue.origin, Number(issue.maximum), path, report);
    case 'invalid_union':
      return reportUnion(issue, path, desk);
    case 'invalid_key':
      return report('BAD_ID', path);
    default:
      return report('WRONG_TYPE', path, { expected: issue.code });
  }
}

/** A field that stands elsewhere in a bank is not what was meant here, but one like it may be. */
function nearestField(): (key: string) => string {
  const nearest = nearestAmong(FIELD_NAMES);
  const elsewhere = new Map(FIELD_NAMES.map((name) => [name, nearElsewhere(name)]));
  return (key) => elsewhere.get(key) ?? nearest(key);
}

const nearElsewhere = (key: string): string =>
  nearNames(
    key,
    FIELD_NAMES.filter((name) => name !== key),
    1,
  )[0] ?? '';

function reportType(expected: string, path: Path, report: Report): void {
  if (path.length === 0) report('NOT_A_BANK', path);
  else report('WRONG_TYPE', path, { expected });
}

function reportBound(many: FindingCode, origin: string, bound: number, path: Path, report: Report): void {
  if (origin === 'array' || origin === 'set') return report(many, path, { bound });
  report('OUT_OF_RANGE', path, many === 'TOO_FEW' ? { least: bound } : { most: bound });
}

/** Of several shapes the nearest is taken: the one whose complaints lie deepest in the value. */
function reportUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, desk: Desk): void {
  const { report } = desk;
  if (issue.errors.length === 0) {
    const options = (issue as { options?: readonly unknown[] }).options ?? [];
    return report('NOT_ALLOWED', path, { allowed: options.map(String).join(', ') });
  }
  const leaves = issue.errors.flat();
  const nearest = issue.errors
    .map((branch) => ({ branch, depth: depthOf(branch) }))
    .sort((a, b) => b.depth - a.depth)[0];
  if (nearest && nearest.depth > 0) {
    for (const inner of nearest.branch) reportIssue(inner, path, desk);
    return;
  }
  const expected = [...new Set(leaves.flatMap(expectedOf))].join('/');
  report('WRONG_TYPE', path, { expected });
}

/** 0 where a shape was refused outright, more where it fitted at first. */
function depthOf(branch: readonly Issue[]): number {
  return branch.reduce((deepest, issue) => Math.max(deepest, depthOfIssue(issue)), 0);
}

function depthOfIssue(issue: Issue): number {
  if (issue.path.length > 0) return 1 + issue.path.length;
  if (issue.code === 'invalid_type') return 0;
  return issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.map(depthOf)) : 1;
}

function expectedOf(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(expectedOf) : [];
}
