import type { Form, FormItem, FormSection } from '../../src/core/exam/form.ts';
import type { ExamOpening } from '../../src/core/exam/opening.ts';
import type { Answered } from '../../src/core/history/event.ts';
import { anAnswer } from './results-history.ts';

export const aSection = (fields: Partial<FormSection> = {}): FormSection => ({
  title: '单项选择题',
  scoring: 'exact',
  ordering: 'exact',
  wrong: 0,
  itemFloor: 0,
  sectionFloor: 0,
  limitMinutes: null,
  perItemSeconds: null,
  ...fields,
});

export const aFormItem = (ref: string, fields: Partial<FormItem> = {}): FormItem => ({
  ref,
  section: 0,
  order: ['A', 'B'],
  revision: 'r1',
  of: 100,
  ...fields,
});

export const aForm = (items: readonly FormItem[], fields: Partial<Form> = {}): Form => ({
  paper: { bank: 'phone', id: 'mock', title: '模拟卷', limitMinutes: 90, pass: null, bands: [] },
  sections: [aSection()],
  items,
  ...fields,
});

export const anOpening = (form: Form, fields: Partial<ExamOpening> = {}): ExamOpening => ({
  form,
  settings: { limitMinutes: form.paper.limitMinutes, strict: false, seed: '1', mode: 'exam' },
  seen: new Set(),
  ...fields,
});

/** An answer on the sheet of an exam. */
export const onPaper = (item: string, fields: Partial<Answered> = {}): Answered =>
  anAnswer({ mode: 'exam', item, ...fields });
