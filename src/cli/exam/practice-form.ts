import type { BankQuestion } from '../../core/bank/bank.ts';
import type { ExamOpening } from '../../core/exam/opening.ts';
import { rngOf } from '../../core/rng.ts';
import type { PracticeChoices } from '../../core/session/practice.ts';
import { presentedOrder } from '../../core/session/presentation.ts';

/** A practice that is judged at its end, as a form: one section, a point a question, no deductions and no pass mark. */
export function practiceForm(
  questions: readonly BankQuestion[],
  choices: PracticeChoices,
  seed: string,
  title: string,
  known: ReadonlySet<string>,
): ExamOpening {
  const { limitMinutes, perItemSeconds, shuffle } = choices;
  const inBankOrder = ({ question }: BankQuestion): string[] | null =>
    'options' in question ? question.options.map((_, option) => String.fromCharCode(65 + option)) : null;
  const items = questions.map((asked) => ({
    ref: asked.ref,
    section: 0,
    order: shuffle ? presentedOrder(asked.question, rngOf(`${seed} ${asked.ref}`)) : inBankOrder(asked),
    revision: asked.question.revision,
    of: 100,
  }));
  const section = {
    title,
    scoring: 'exact',
    ordering: 'exact',
    wrong: 0,
    itemFloor: 0,
    sectionFloor: 0,
    limitMinutes: null,
    perItemSeconds,
  } as const;
  const paper = { bank: questions[0]?.bank.id ?? '', id: 'practice', title, limitMinutes, pass: null, bands: [] };
  const seen = new Set(items.flatMap(({ ref }) => (known.has(ref) ? [ref] : [])));
  return {
    form: { paper, sections: [section], items },
    settings: { limitMinutes, strict: false, seed, mode: 'practice' },
    seen,
  };
}
