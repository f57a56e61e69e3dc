import type { Draft } from './draft.ts';

/** The paper that the documents were: each section with its own questions, in their order. */
export interface PaperPlan {
  readonly title: string;
  readonly minutes?: number;
  readonly pass?: number;
  readonly sections: readonly { readonly title: string; readonly items: readonly string[]; readonly points?: number }[];
}

/** `keyed` are the questions that can be asked, with their ids; null where nothing is said of sections. */
export function paperOf(
  keyed: readonly (readonly [id: string, draft: Draft])[],
  text: string,
  title: string,
): PaperPlan | null {
  const sections = new Map<string, { title: string; items: string[]; points?: number }>();
  for (const [id, { section, points }] of keyed) {
    if (section === null) continue;
    const key = `${section}\n${points}`;
    const known = sections.get(key) ?? {
      title: section.slice(0, 80),
      items: [],
      ...(points === null ? {} : { points }),
    };
    known.items.push(id);
    sections.set(key, known);
  }
  if (sections.size === 0) return null;
  const plan = [...sections.values()];
  const total = plan.reduce((sum, { items, points = 1 }) => sum + items.length * points, 0);
  const { minutes, pass } = saidOf(text);
  return { title, ...(minutes ? { minutes } : {}), ...(pass && pass <= total ? { pass } : {}), sections: plan };
}

/** How far from the beginning a paper says what holds for all of it. */
const FRONT = 1500;

function saidOf(text: string): { minutes: number | null; pass: number | null } {
  const front = text.slice(0, FRONT);
  const minutes = /(?:时间|时长|限时|用时|time)[^\d\n]{0,8}(\d{2,3})\s?(?:分钟|min)/i.exec(front)?.[1];
  const pass =
    /(\d{2,3})\s?分(?:及以上|以上)?(?:为)?(?:及格|合格|通过)|(?:及格|合格)(?:线|分数?)?[^\d\n]{0,4}(\d{2,3})\s?分/.exec(
      front,
    );
  return { minutes: minutes ? Number(minutes) : null, pass: pass ? Number(pass[1] ?? pass[2]) : null };
}
