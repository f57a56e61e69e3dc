import type { Line } from './archive-line.ts';

/**
 * The lines that say where those of the future belong: each reading puts one behind the last that it looked at before. What
 * has none before it in its file is placed by what is read first, and nothing that the reading looks at may come before that.
 */
export function placing(
  counting: readonly Line[],
  lines: readonly Line[],
  isFuture: (line: Line) => boolean,
): ReadonlySet<Line> {
  const ofHistory = new Set(lines);
  const anchors = new Set<Line>();
  const last = new Map<string, Line>();
  const begunBy = new Set<Reading>();
  for (const line of counting) {
    if (!ofHistory.has(line)) continue;
    if (!isFuture(line)) {
      last.set(kindOf(line), line);
      continue;
    }
    for (const anchor of last.values()) anchors.add(anchor);
    for (const reading of READINGS)
      if (reading.looksAt(line) && ![...last.values()].some(reading.looksAt)) begunBy.add(reading);
  }
  for (const { mayLookAt } of begunBy) for (const line of lines) if (mayLookAt(line)) anchors.add(line);
  return anchors;
}

/** One way through a history in which lines of the future are placed by those before them. */
interface Reading {
  readonly looksAt: (line: Line) => boolean;
  /** Also at what is passed over for speed where it is written in the usual way. */
  readonly mayLookAt: (line: Line) => boolean;
}

const isMark = ({ isReview }: Line): boolean => !isReview;
const isPractice = ({ type, mode }: Line): boolean =>
  mode === 'practice' && (type === 'session-started' || type === 'answered');

const READINGS: readonly Reading[] = [
  { looksAt: ({ isReview }) => isReview, mayLookAt: ({ isReview }) => isReview },
  {
    looksAt: (line) => isMark(line) && (line.type !== 'session-started' || line.mode === 'exam' || line.opensSheet),
    mayLookAt: isMark,
  },
  { looksAt: isPractice, mayLookAt: isPractice },
];

/** Lines of one kind are looked at by the same readings. */
const kindOf = ({ type, mode, isReview, opensSheet }: Line): string => `${type} ${mode} ${isReview} ${opensSheet}`;
