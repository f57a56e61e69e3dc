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
  const settings: Partial<Record<string, unknown>> = event.settings ?? {};
  const { paper, sections, limitMinutes = null, strict = false } = settings;
  if (event.mode === 'drill' || !isPaper(paper) || !areSections(sections) || !isForm(event.form)) return null;
  const items = event.form.map(({ item, order, section = 0, of = 1, revision = '' }) => ({
    ref: item,
    section,
    order: order ?? null,
    revision,
    of: Math.round(of * 100),
  }));
  if (items.some(({ section }) => sections[section] === undefined)) return null;
  const seen = new Set(event.form.filter(({ seen }) => seen === true).map(({ item }) => item));
  return {
    form: { paper, sections, items },
    settings: {
      limitMinutes: typeof limitMinutes === 'number' ? limitMinutes : null,
      strict: strict === true,
      seed: event.seed,
      mode: event.mode,
    },
    seen,
  };
}

function isPaper(value: unknown): value is PaperHead {
  const { id, title, bank, bands } = (value ?? {}) as Partial<Record<keyof PaperHead, unknown>>;
  return typeof id === 'string' && typeof title === 'string' && typeof bank === 'string' && Array.isArray(bands);
}

const isForm = (value: unknown): value is SessionStarted['form'] =>
  Array.isArray(value) && value.every((entry) => typeof entry?.item === 'string');

function areSections(value: unknown): value is readonly FormSection[] {
  return Array.isArray(value) && value.every((section) => typeof section?.title === 'string');
}
