import { readFileSync } from 'node:fs';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly session?: string;
  readonly item?: string;
  readonly target?: string;
  readonly marks?: number;
  readonly right?: boolean;
  readonly guess?: boolean;
  readonly response?: readonly unknown[];
  readonly on?: boolean;
  readonly settings?: { readonly sections: readonly { readonly title: string; readonly sectionFloor: number }[] };
  readonly form?: readonly { readonly item: string; readonly section: number; readonly of: number }[];
}

export interface Recount {
  readonly marks: number;
  readonly of: number;
  readonly sections: readonly {
    readonly title: string;
    readonly marks: number;
    readonly of: number;
    readonly right: number;
    readonly blank: number;
  }[];
  readonly right: readonly number[];
  readonly blank: readonly number[];
  readonly flagged: readonly number[];
  readonly lucky: readonly number[];
}

/** What the last exam in a history came to, counted from the file alone and by none of the program's own code. */
export function recount(history: string): Recount {
  const { events } = JSON.parse(readFileSync(history, 'utf8')) as { events: Event[] };
  const start = events.filter(({ type, form }) => type === 'session-started' && form).at(-1);
  if (!start?.form || !start.settings) throw new Error('No exam.');
  const voided = new Set(events.flatMap(({ type, target }) => (type === 'voided' && target ? [target] : [])));
  const own = events.filter(({ id, session }) => session === start.id && !voided.has(id));
  const last = (item: string, type: string): Event | undefined =>
    own.filter((event) => event.type === type && event.item === item).at(-1);
  const rows = start.form.map(({ item, section, of }, n) => {
    const answer = last(item, 'answered');
    const isBlank = !answer || answer.response?.length === 0;
    return {
      number: n + 1,
      section,
      of: Math.round(of * 100),
      marks: isBlank ? 0 : Math.round((answer.marks ?? 0) * 100),
      right: !isBlank && answer.right === true,
      blank: isBlank,
      flagged: last(item, 'flagged')?.on === true,
      lucky: !isBlank && answer.right === true && answer.guess === true,
    };
  });
  const sections = start.settings.sections.map(({ title, sectionFloor }, section) => {
    const mine = rows.filter((row) => row.section === section);
    const sum = (key: 'marks' | 'of'): number => mine.reduce((total, row) => total + row[key], 0);
    return {
      title,
      marks: Math.max(sum('marks'), Math.round(sectionFloor * 100)),
      of: sum('of'),
      right: mine.filter(({ right }) => right).length,
      blank: mine.filter(({ blank }) => blank).length,
    };
  });
  const numbers = (key: 'right' | 'blank' | 'flagged' | 'lucky'): number[] =>
    rows.flatMap((row) => (row[key] ? [row.number] : []));
  return {
    marks: sections.reduce((total, { marks }) => total + marks, 0) / 100,
    of: sections.reduce((total, { of }) => total + of, 0) / 100,
    sections: sections.map((each) => ({ ...each, marks: each.marks / 100, of: each.of / 100 })),
    right: numbers('right'),
    blank: numbers('blank'),
    flagged: numbers('flagged'),
    lucky: numbers('lucky'),
  };
}
