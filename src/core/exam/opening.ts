import { MULTIPLE_SCORINGS, ORDERING_SCORINGS } from '../grading/rule.ts';
import type { NewEvent, SessionStarted } from '../history/event.ts';
import type { Form, FormSection, PaperHead } from './form.ts';

/** How an exam is sat, beside what its form says. */
export interface ExamSettings {
  /** Minutes for the whole; null for no limit. */
  readonly limitMinutes: number | null;
  /** The clock runs on while the program is closed. */
  readonly strict: boolean;
  readonly seed: string;
  /** A practice whose answers are judged at its end is sat like an exam. */
  readonly mode: 'exam' | 'practice';
}

export interface ExamOpening {
  readonly form: Form;
  readonly settings: ExamSettings;
  /** Questions of the form that had been answered before. */
  readonly seen: ReadonlySet<string>;
}

/** The first event of an exam. It holds all that is needed to take it up, mark it and sit it again; `more` is kept beside. */
export function examStarted(
  { form, settings, seen }: ExamOpening,
  banks: SessionStarted['banks'],
  more: SessionStarted['settings'] = {},
): Extract<NewEvent, { type: 'session-started' }> {
  const { limitMinutes, strict, seed, mode } = settings;
  return {
    type: 'session-started',
    mode,
    banks,
    settings: { ...more, paper: form.paper, sections: form.sections, limitMinutes, strict },
    seed,
    form: form.items.map(({ ref, section, order, revision, of }) => ({
      item: ref,
      ...(order ? { order } : {}),
      section,
      of: of / 100,
      revision,
      ...(seen.has(ref) ? { seen: true } : {}),
    })),
  };
}

/** The exam that an opening tells of; null where it is none, or where another program wrote it otherwise. */
export function examOf(event: SessionStarted): ExamOpening | null {
  const { paper, sections, limitMinutes = null, strict = false } = event.settings as Partial<Record<string, unknown>>;
  if (event.mode === 'drill' || !isPaper(paper) || !areSections(sections)) return null;
  const items = event.form.map(({ item, order, section = 0, of = 1, revision = '' }) => ({
    ref: item,
    section,
    order: order ?? null,
    revision,
    of: Math.round(of * 100),
  }));
  if (items.length === 0 || !items.every(({ section }) => section in sections && Number.isInteger(section)))
    return null;
  const settings = {
    // A day is the longest that can be asked for; no timer takes more than a month.
    limitMinutes: typeof limitMinutes === 'number' && limitMinutes > 0 && limitMinutes <= 1440 ? limitMinutes : null,
    strict: strict === true,
    seed: event.seed,
    mode: event.mode,
  };
  const seen = new Set(event.form.filter(({ seen }) => seen === true).map(({ item }) => item));
  const limits = sections.map((section) => ({
    ...section,
    limitMinutes: section.limitMinutes ?? null,
    perItemSeconds: section.perItemSeconds ?? null,
  }));
  const head = { ...paper, pass: paper.pass ?? null, limitMinutes: paper.limitMinutes ?? null };
  return { form: { paper: head, sections: limits, items }, settings, seen };
}

function isPaper(value: unknown): value is PaperHead {
  const { id, title, bank, pass, limitMinutes, bands } = fieldsOf<PaperHead>(value);
  if (typeof id !== 'string' || typeof title !== 'string' || typeof bank !== 'string') return false;
  if (!isNumberOrNull(pass) || !isNumberOrNull(limitMinutes) || !Array.isArray(bands)) return false;
  return bands.every((band) => {
    const { title, from } = fieldsOf<PaperHead['bands'][number]>(band);
    return typeof title === 'string' && isNumber(from);
  });
}

const areSections = (value: unknown): value is readonly FormSection[] => Array.isArray(value) && value.every(isSection);

function isSection(value: unknown): boolean {
  const section = fieldsOf<FormSection>(value);
  const { title, scoring, ordering, wrong, itemFloor, sectionFloor, limitMinutes, perItemSeconds } = section;
  if (typeof title !== 'string' || !isNumberOrNull(limitMinutes) || !isNumberOrNull(perItemSeconds)) return false;
  const isRuled =
    MULTIPLE_SCORINGS.some((each) => each === scoring) && ORDERING_SCORINGS.some((each) => each === ordering);
  return isRuled && isNumber(wrong) && isNumber(itemFloor) && isNumber(sectionFloor);
}

const fieldsOf = <T>(value: unknown): { readonly [K in keyof T]?: unknown } => (value ?? {}) as object;
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isNumberOrNull = (value: unknown): boolean => value === null || value === undefined || isNumber(value);
