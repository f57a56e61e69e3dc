import type { Census } from '../core/history/verify/census.ts';
import type { OddityCode, Wanted } from '../core/history/verify/finding.ts';
import { oneLine, shortened } from './one-line.ts';
import { clockTimeOf, sizeOf } from './quantities.ts';

/** A line of a file. */
export interface VerifyPlace {
  /** Its whole path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface VerifyFault extends VerifyPlace {
  readonly code: string;
  /** A field, an id, a number of bytes; empty where there is nothing to add. */
  readonly about: string;
  readonly first?: VerifyPlace;
  readonly wanted?: Wanted;
}

export interface VerifyOddity extends VerifyPlace {
  readonly code: OddityCode;
  readonly about: string;
  readonly first?: VerifyPlace;
}

/** What came out when the memories were worked out again; null where that was not done. */
export interface MemoryCheck {
  /** Where the fast reading and the full one part. */
  readonly readingsPart: VerifyPlace | null;
  /** What the kept fold had otherwise than the fresh one: refs of items. */
  readonly foldsPart: readonly string[];
}

export interface VerifyReport {
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    readonly events: number;
    readonly isNewer: boolean;
  }[];
  readonly whole: boolean;
  readonly faults: readonly VerifyFault[];
  readonly oddities: readonly VerifyOddity[];
  readonly census: Census;
  /** Null where a file was named that is not the learner's history. */
  readonly backups: {
    readonly count: number;
    readonly newest: { readonly name: string; readonly at: string; readonly reason: string } | null;
  } | null;
  readonly memory: MemoryCheck | null;
}

export interface VerifyWords {
  readonly whole: (events: number) => string;
  readonly empty: string;
  readonly damaged: (faults: number, events: number) => string;
  readonly newer: (path: string) => string;
  readonly span: (first: string, last: string) => string;
  readonly counts: (sessions: number, answers: number, items: number, size: string) => string;
  readonly devices: (names: readonly string[]) => string;
  readonly noDevice: string;
  readonly backups: (count: number, newest: string | null, reason: string | null) => string;
  readonly line: (line: string, what: string) => string;
  readonly what: (fault: VerifyFault) => string;
  /** Between two sentences. */
  readonly gap: string;
  readonly right: (fault: VerifyFault) => string;
  readonly oddTitle: string;
  readonly odd: (code: OddityCode, count: number, about: string) => string;
  readonly places: (places: readonly string[], isMore: boolean) => string;
  readonly more: (count: number) => string;
  readonly memoryAgrees: string;
  readonly foldsPart: (count: number, some: string) => string;
  readonly readingsPart: (place: string) => string;
}

/** For people: whether it is whole, what it holds, what is wrong with it, and what is odd. `nameOf`: a path as people know it. */
export function renderVerify(report: VerifyReport, words: VerifyWords, nameOf: (path: string) => string): string {
  // A file is named only where there are several.
  const placeOf = ({ file, line }: VerifyPlace): string =>
    report.files.length > 1 ? `${oneLine(nameOf(file))}:${line}` : `${line}`;
  const lines = [
    ...headLines(report, words, placeOf),
    ...faultLines(report, words, placeOf),
    ...oddLines(report, words, placeOf),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

type PlaceOf = (place: VerifyPlace) => string;

/** Of faults and of places; the rest is counted, and `--json` has them all. */
const MOST_FAULTS = 20;
const MOST_PLACES = 3;

function headLines(
  { files, whole, faults, census, backups, memory }: VerifyReport,
  words: VerifyWords,
  placeOf: PlaceOf,
): string[] {
  const { events, firstAt, lastAt, sessions, answers, items, devices } = census;
  const verdict = events === 0 ? words.empty : words.whole(events);
  const lines = [whole ? verdict : words.damaged(faults.length, events), ...files.map(({ path }) => oneLine(path))];
  lines.push(...files.filter(({ isNewer }) => isNewer).map(({ path }) => words.newer(oneLine(path))));
  if (events > 0) {
    const size = sizeOf(files.reduce((sum, { bytes }) => sum + bytes, 0));
    lines.push(words.counts(sessions, answers, items, size));
    lines.push(words.span(oneLine(clockTimeOf(firstAt ?? '')), oneLine(clockTimeOf(lastAt ?? ''))));
    const named = devices.map(({ device, events: each }) => `${shortened(device, 32) || words.noDevice} ${each}`);
    lines.push(words.devices(named));
  }
  if (backups) lines.push(words.backups(backups.count, backups.newest?.at ?? null, backups.newest?.reason ?? null));
  if (!memory) return lines;
  if (memory.readingsPart) lines.push(words.readingsPart(placeOf(memory.readingsPart)));
  if (memory.foldsPart.length > 0)
    lines.push(words.foldsPart(memory.foldsPart.length, oneLine(memory.foldsPart.slice(0, MOST_PLACES).join(', '))));
  return memory.readingsPart || memory.foldsPart.length > 0 ? lines : [...lines, words.memoryAgrees];
}

/** Lines one after another with the same fault are one run, so that a whole file of them is one line. */
function faultLines({ faults }: VerifyReport, words: VerifyWords, placeOf: PlaceOf): string[] {
  if (faults.length === 0) return [];
  const runs: { readonly first: VerifyFault; last: VerifyFault }[] = [];
  for (const fault of faults) {
    const run = runs.at(-1);
    const follows = run?.last.file === fault.file && run.last.line + 1 === fault.line;
    if (run && follows && run.last.code === fault.code && run.first.about === fault.about) run.last = fault;
    else runs.push({ first: fault, last: fault });
  }
  const lines = runs.slice(0, MOST_FAULTS).map(({ first, last }) => {
    const from = placeOf(first);
    const place = first === last ? from : `${from}–${last.line}`;
    return oneLine(words.line(place, words.what(first)) + words.gap + words.right(first));
  });
  return ['', ...lines, ...(runs.length > MOST_FAULTS ? [words.more(runs.length - MOST_FAULTS)] : [])];
}

function oddLines({ oddities }: VerifyReport, words: VerifyWords, placeOf: PlaceOf): string[] {
  const kinds = new Map<string, VerifyOddity[]>();
  for (const oddity of oddities) {
    const kind = oddity.code === 'UNKNOWN_TYPE' ? `${oddity.code} ${oddity.about}` : oddity.code;
    const others = kinds.get(kind);
    if (others) others.push(oddity);
    else kinds.set(kind, [oddity]);
  }
  if (kinds.size === 0) return [];
  const lines = Array.from(kinds.values(), (same) => {
    const { code, about } = same[0] as VerifyOddity;
    const places = same.slice(0, MOST_PLACES).map(placeOf);
    const said = words.odd(code, same.length, shortened(String(about), 60));
    return `  ${oneLine(said + words.places(places, same.length > MOST_PLACES))}`;
  });
  const more = lines.length > MOST_FAULTS ? [`  ${words.more(lines.length - MOST_FAULTS)}`] : [];
  return ['', words.oddTitle, ...lines.slice(0, MOST_FAULTS), ...more];
}
