import type { RepairCode, RepairStep } from '../core/history/repair-step.ts';
import { jsonText } from './json-text.ts';
import { oneLine } from './one-line.ts';
import { sizeOf } from './quantities.ts';

/** What mending one file comes to, or came to. */
export interface MendReport {
  readonly path: string;
  /** None where the file is sound. */
  readonly steps: readonly RepairStep[];
  readonly events: number;
  /** Of what cannot be read. */
  readonly restBytes: number;
  /** Null where nothing was done, or nothing had to be put aside. */
  readonly aside: string | null;
  readonly backup: { readonly name: string; readonly path: string } | null;
}

export interface MendWords {
  readonly soundFile: (path: string, events: number) => string;
  readonly planTitle: (path: string) => string;
  readonly mended: (path: string, events: number) => string;
  readonly step: (code: RepairCode, count: number, about: string) => string;
  readonly places: (lines: readonly string[], isMore: boolean) => string;
  readonly kept: (events: number) => string;
  readonly willPutAside: (size: string) => string;
  readonly aside: (size: string, path: string) => string;
  readonly backup: (path: string) => string;
}

/** For people, before it is done: each kind of fault once, with its number and the first lines, and what stays. */
export function renderMendPlan({ path, steps, events, restBytes }: MendReport, words: MendWords): string {
  if (steps.length === 0) return `${words.soundFile(oneLine(path), events)}\n`;
  const lines = kindsOf(steps).map((same) => `  ${oneLine(kindLine(same, words))}`);
  if (restBytes > 0) lines.push(words.willPutAside(sizeOf(restBytes)));
  return linesOf(words.planTitle(oneLine(path)), ...lines, words.kept(events));
}

/** And afterwards: where everything is. */
export function renderMended({ path, events, restBytes, aside, backup }: MendReport, words: MendWords): string {
  const lines = [words.mended(oneLine(path), events)];
  if (aside) lines.push(words.aside(sizeOf(restBytes), oneLine(aside)));
  if (backup) lines.push(words.backup(oneLine(backup.path)));
  return linesOf(...lines);
}

const linesOf = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** For programs: every step with its line. */
export function renderMendJson(files: readonly MendReport[], changed: boolean): string {
  const document = {
    changed,
    files: files.map(({ path, steps, events, restBytes, aside, backup }) => ({
      path,
      sound: steps.length === 0,
      events,
      counts: Object.fromEntries(kindsOf(steps).map((same) => [same[0]?.code, countOf(same)])),
      steps: steps.map(({ code, line, until, about }) => ({ code, line, until: until ?? line, about: about ?? null })),
      putAside: { bytes: restBytes, path: aside },
      backup: backup && { name: backup.name, path: backup.path },
    })),
  };
  return `${jsonText(document)}\n`;
}

const MOST_PLACES = 5;
const MOST_ABOUT = 3;

function kindsOf(steps: readonly RepairStep[]): RepairStep[][] {
  const kinds = new Map<string, RepairStep[]>();
  for (const step of steps) {
    const others = kinds.get(step.code);
    if (others) others.push(step);
    else kinds.set(step.code, [step]);
  }
  return [...kinds.values()];
}

const countOf = (same: readonly RepairStep[]): number =>
  same.reduce((sum, { line, until = line }) => sum + until - line + 1, 0);

function kindLine(same: readonly RepairStep[], words: MendWords): string {
  const about = [...new Set(same.flatMap((step) => (step.about ? step.about.split(', ') : [])))];
  const bytes = same.reduce((sum, step) => sum + Number(step.about), 0);
  const named = about.slice(0, MOST_ABOUT).join(', ') + (about.length > MOST_ABOUT ? ' …' : '');
  const some = Number.isNaN(bytes) ? named : String(bytes);
  const lines = [...new Set(same.map(({ line, until }) => (until === undefined ? `${line}` : `${line}–${until}`)))];
  const said = words.step((same[0] as RepairStep).code, countOf(same), some);
  return said + words.places(lines.slice(0, MOST_PLACES), lines.length > MOST_PLACES);
}
