import { type Element, elementsOf, firstOf } from '../tree.ts';
import { numberText } from './number-format.ts';
import { settingOf } from './setting.ts';

/** The numbers that Word writes in front of paragraphs and keeps out of their text. Paragraphs are asked in their order. */
export interface Numbering {
  /** What stands before the next paragraph of that list and level, its gap included; empty for a bullet. */
  next(list: string, level: number): string;
  /** The level of a list that is bound to a style. */
  levelOf(list: string, style: string): number | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  /** The level whose numbers begin this one anew, from 1; 0 for none. */
  readonly restart: number | null;
  readonly isLegal: boolean;
  readonly style: string | null;
}

interface List {
  /** Lists made from one definition count together. */
  readonly definition: string;
  readonly levels: readonly Level[];
  readonly starts: ReadonlyMap<number, number>;
}

const LEVELS = 9;

/** `root` is `w:numbering` of `numbering.xml`; `linkOf` the list that a style of lists stands for. */
export function numberingOf(
  root: Element | undefined,
  linkOf: (style: string) => string | null = () => null,
): Numbering {
  const lists = listsIn(root, linkOf);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(id, depth) {
      const list = lists.get(id);
      const level = list?.levels[depth];
      if (!list || !level) return '';
      const counted = counts.get(list.definition) ?? [];
      counts.set(list.definition, counted);
      if (!begun.has(id)) {
        begun.add(id);
        for (const [at, start] of list.starts) counted[at] = start - 1;
      }
      counted[depth] = (counted[depth] ?? level.start - 1) + 1;
      for (let below = depth + 1; below < LEVELS; below++) {
        const { restart = null } = list.levels[below] ?? {};
        if (restart === null || (restart > 0 && depth < restart)) delete counted[below];
      }
      return labelOf(list, depth, counted);
    },
    levelOf(id, style) {
      const at = lists.get(id)?.levels.findIndex((level) => level.style === style) ?? -1;
      return at < 0 ? null : at;
    },
  };
}

function labelOf({ levels }: List, depth: number, counted: readonly (number | undefined)[]): string {
  const level = levels[depth] as Level;
  if (level.format === 'bullet' || level.format === 'none') return '';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const { start = 1, format = 'decimal' } = levels[at] ?? {};
    return numberText(counted[at] ?? start, level.isLegal ? 'decimal' : format);
  });
  return text === '' || level.suffix === 'nothing' ? text : `${text} `;
}

function listsIn(root: Element | undefined, linkOf: (style: string) => string | null): Map<string, List> {
  const definitions = new Map(
    elementsOf(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
  );
  const instances = new Map(elementsOf(root, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]));
  const lists = new Map<string, List>();
  for (const [id, instance] of instances) {
    const definition = definitionOf(settingOf(instance, 'w:abstractNumId') ?? '');
    const levels = elementsOf(definitions.get(definition), 'w:lvl');
    const overrides = elementsOf(instance, 'w:lvlOverride');
    const at = (each: Element): number => Number(each.attributes['w:ilvl'] ?? 0);
    lists.set(id, {
      definition,
      levels: Array.from({ length: LEVELS }, (_, depth) =>
        levelOf(
          firstOf(
            overrides.find((each) => at(each) === depth),
            'w:lvl',
          ) ?? levels.find((each) => at(each) === depth),
        ),
      ),
      starts: new Map(
        overrides.flatMap((each): [number, number][] => {
          const start = settingOf(each, 'w:startOverride');
          return start === null ? [] : [[at(each), Number(start)]];
        }),
      ),
    });
  }
  return lists;

  /** A definition may only say which style of lists has the levels. */
  function definitionOf(id: string): string {
    const link = settingOf(definitions.get(id), 'w:numStyleLink');
    const list = link === null ? null : linkOf(link);
    const instance = list === null ? undefined : instances.get(list);
    return instance ? (settingOf(instance, 'w:abstractNumId') ?? id) : id;
  }
}

function levelOf(element: Element | undefined): Level {
  const restart = settingOf(element, 'w:lvlRestart');
  return {
    start: Number(settingOf(element, 'w:start') ?? 1),
    format: element ? (settingOf(element, 'w:numFmt') ?? customFormatOf(element) ?? 'decimal') : 'none',
    text: settingOf(element, 'w:lvlText') ?? '',
    suffix: settingOf(element, 'w:suff') ?? 'tab',
    restart: restart === null ? null : Number(restart),
    isLegal: firstOf(element, 'w:isLgl') !== undefined,
    style: settingOf(element, 'w:pStyle'),
  };
}

/** Formats that came after the standard stand beside what older programs shall show instead. */
function customFormatOf(level: Element): string | null {
  const fallback = firstOf(firstOf(level, 'mc:AlternateContent'), 'mc:Fallback');
  return settingOf(fallback, 'w:numFmt');
}
