import type { BankQuestion } from '../../core/bank/bank.ts';
import { type FormItem, type FormSection, totalOf } from '../../core/exam/form.ts';
import type { ExamOpening } from '../../core/exam/opening.ts';
import { rulesOf } from '../../core/exam/section-rules.ts';
import { formatPoints } from '../../core/grading/mark.ts';
import type { Messages } from '../../messages/messages.ts';
import { safeLine } from '../../prompts/safe-text.ts';

export interface CoverFacts {
  /** Titles of exams that are unfinished. */
  readonly unfinished: readonly string[];
  /** When the same form was sat before; null for a new one. */
  readonly again: string | null;
}

/** What is to be known before the clock starts: sections, points, every rule in words, time and pass mark. */
export function coverLines(
  { form, settings }: ExamOpening,
  questions: ReadonlyMap<string, BankQuestion>,
  words: Messages,
  facts: CoverFacts,
): string[] {
  const { cover } = words.exam;
  const { paper } = form;
  const sections = form.sections.flatMap((section, index) => {
    const items = form.items.filter((item) => item.section === index);
    if (items.length === 0) return [];
    const points = formatPoints(items.reduce((sum, { of }) => sum + of, 0));
    return [
      `  ${cover.section(safeLine(section.title), items.length, points)}`,
      ...rulesInWords(section, items, questions, words).map((rule) => `    · ${rule}`),
    ];
  });
  const bands = [...paper.bands].map(({ title, from }) => cover.band(safeLine(title), String(from)));
  return [
    safeLine(paper.title),
    '',
    [
      cover.total(form.items.length, formatPoints(totalOf(form))),
      cover.time(settings.limitMinutes),
      ...(paper.pass === null ? [] : [cover.pass(String(paper.pass))]),
    ].join(' · '),
    ...(bands.length > 0 ? [cover.bands(bands.join(cover.bandGap))] : []),
    '',
    ...sections,
    '',
    ...(settings.limitMinutes === null ? [] : [settings.strict ? cover.strict : cover.lenient]),
    ...(facts.again ? [cover.again(facts.again)] : []),
    ...facts.unfinished.map((title) => cover.unfinished(safeLine(title))),
  ];
}

/** How a section is marked, a rule a line. */
function rulesInWords(
  section: FormSection,
  items: readonly FormItem[],
  questions: ReadonlyMap<string, BankQuestion>,
  { exam, paper }: Messages,
): string[] {
  const types = [...new Set(items.flatMap(({ ref }) => questions.get(ref)?.question.type ?? []))];
  const [each, ...others] = [...new Set(items.map(({ of }) => of))];
  const same = each !== undefined && others.length === 0 ? each : null;
  return [
    ...(same === null ? [] : [exam.cover.each(formatPoints(same))]),
    ...rulesOf(section, types, same).map(paper.sheet.rule),
  ];
}
