import { foldWidth } from '../fold.ts';
import { labelsIn } from '../lexer/labels.ts';
import type { Line } from './line.ts';

/**
 * Papers without any key may set the right options in bold, in colour, on a ground, or tick them in a form. Lines with
 * what the reader of text understands behind such an option; null where nothing says it beyond doubt.
 */
export function withFormatKeys(lines: readonly Line[]): FormatKeys | null {
  const groups = groupsIn(lines);
  const kinds = [...new Set(lines.flatMap(({ stretches }) => stretches.map(({ mark }) => mark)))];
  const picked = kinds
    .map((kind) => ({ kind, groups: groups.map((group) => group.filter((option) => isSetOff(option, kind, lines))) }))
    .map(({ kind, groups: found }) => ({
      kind,
      found,
      // Where all options stand out, none of them does.
      fitting: found.filter((some, index) => some.length > 0 && some.length < (groups[index]?.length ?? 0)).length,
      wrong: found.filter((some, index) => some.length === groups[index]?.length).length,
    }))
    .sort((a, b) => b.fitting - a.fitting || a.wrong - b.wrong)[0];
  if (!picked || picked.fitting === 0 || picked.wrong > 0) return null;
  // A tick is one wherever it stands; a bold word may be chance.
  if (picked.kind !== TICKED && picked.fitting < groups.length * LEAST_SHARE) return null;
  const marked = lines.map(({ text }) => text);
  for (const { line, to } of picked.found.flat().sort((a, b) => b.line - a.line || b.to - a.to)) {
    const text = marked[line] as string;
    const end = text.slice(0, to).trimEnd().length;
    marked[line] = `${text.slice(0, end)}${RIGHT}${text.slice(end)}`;
  }
  return { lines: marked, by: picked.kind.split(':', 1)[0] as string };
}

export interface FormatKeys {
  readonly lines: readonly string[];
  /** `bold`, `color`, `highlight`, `underline`, `checked`, `class`. */
  readonly by: string;
}

/** The mark of a button or a box that is ticked. */
export const TICKED = 'checked';
const LEAST_SHARE = 0.6;
const RIGHT = '(正确答案)';

interface PlacedOption {
  readonly line: number;
  readonly label: number;
  readonly from: number;
  readonly to: number;
}

/** Options in the order of their letters, also over several lines. */
function groupsIn(lines: readonly Line[]): PlacedOption[][] {
  const groups: PlacedOption[][] = [];
  let next = 0;
  lines.forEach(({ text }, line) => {
    const found: { at: number; end: number; isFirst: boolean }[] = [];
    for (const { letter, at, end, clear, lineStart, style } of labelsIn(foldWidth(text))) {
      const isFirst = letter === 0;
      if (!clear || (style === 'bare' && !lineStart) || !(letter === next || isFirst)) continue;
      found.push({ at, end, isFirst });
      next = letter + 1;
    }
    found.forEach(({ at, end, isFirst }, index) => {
      const option = { line, label: at, from: end, to: found[index + 1]?.at ?? text.length };
      if (isFirst) groups.push([option]);
      else groups.at(-1)?.push(option);
    });
  });
  return groups.filter(({ length }) => length > 1);
}

/** Most of the text of an option, or its letter, stands out. */
function isSetOff({ line, label, from, to }: PlacedOption, kind: string, lines: readonly Line[]): boolean {
  const { text = '', stretches = [] } = lines[line] ?? {};
  const own = stretches.filter(({ mark }) => mark === kind);
  const covered = (begin: number, end: number): number =>
    own.reduce((sum, each) => sum + Math.max(0, Math.min(each.to, end) - Math.max(each.from, begin)), 0);
  const length = text.slice(from, to).trimEnd().length;
  return length > 0 && (covered(from, from + length) >= 0.6 * length || covered(label, label + 1) === 1);
}
