import type { MultipleScoring } from '../grading/rule.ts';
import type { Group, Paper, Section } from './paper.ts';
import type { PaperDocument, SectionDocument } from './schema.ts';

/** A paper with every default written out. */
export function compilePaper(id: string, paper: PaperDocument): Paper {
  const bands = Object.entries(paper.bands ?? {}).map(([title, from]) => ({ title, from }));
  return {
    id,
    title: paper.title,
    limitMinutes: paper.minutes ?? null,
    pass: paper.pass ?? null,
    bands: bands.sort((a, b) => b.from - a.from),
    sections: paper.sections.map(compileSection),
  };
}

function compileSection(section: SectionDocument): Section {
  const { scoring = 'exact', wrong = 0 } = section;
  const perItem = section['per-item'];
  return {
    title: section.title,
    groups: (section.groups ?? [section]).map((group) => compileGroup(group, section.type ?? null)),
    points: section.points ?? 1,
    scoring: scoring === 'pairs' ? 'exact' : (scoring satisfies MultipleScoring),
    ordering: scoring === 'pairs' ? 'pairs' : 'exact',
    wrong,
    itemFloor: section['item-floor'] ?? Math.min(0, wrong),
    sectionFloor: section.floor ?? 0,
    limitMinutes: section.minutes ?? null,
    perItemSeconds: perItem === undefined ? null : secondsOf(perItem),
    shuffle: section.shuffle ?? true,
  };
}

type GroupDocument = NonNullable<SectionDocument['groups']>[number];

function compileGroup(group: GroupDocument, type: Group['type']): Group {
  const { difficulty } = group;
  const items = group.items ?? [];
  return {
    type: group.type ?? type,
    topic: group.topic ?? null,
    difficulty:
      difficulty === undefined ? null : typeof difficulty === 'number' ? [difficulty, difficulty] : difficulty,
    tag: group.tag ?? null,
    items,
    count: items.length || (group.count ?? 0),
  };
}

const secondsOf = (duration: string): number => Number.parseInt(duration, 10) * (duration.endsWith('s') ? 1 : 60);
