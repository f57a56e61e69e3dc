import type { Bank } from '../../core/bank/bank.ts';
import { formatInstant } from '../../core/day.ts';
import { DEFAULT_RETENTION } from '../../core/drill/scheduler.ts';
import { type ExamOpening, examStarted } from '../../core/exam/opening.ts';
import { loadWidths } from '../../prompts/width.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { eventsIn } from '../history.ts';
import { Journal } from '../journal.ts';
import { valuesFor } from '../values.ts';
import { coverLines } from './cover.ts';
import { checkTogether, type ExamOptions } from './exam-options.ts';
import { PlainExam } from './exam-plain.ts';
import { ExamSitting } from './exam-sitting.ts';
import { readPage, wrapped } from './exam-terminal.ts';
import { banksOf, examNamed, type KnownExam } from './known.ts';
import { lookBack } from './look-back.ts';
import { fullScript, sit } from './sit.ts';
import { newExam, questionsByRef } from './start.ts';
import { takeUp, tellEdits } from './take-up.ts';

/** A mock paper under the clock: begun, taken up, sat again, or looked back at. */
export async function runExam(context: Context, options: ExamOptions): Promise<ExitCode> {
  checkTogether(options, context.words);
  const limitMinutes = valuesFor(context.words).number('--minutes', options.minutes, 0.05, 1440);
  await loadWidths();
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    if (options.report !== undefined) return await lookBack(context, journal, options.report, options.bank ?? []);
    journal.requireSound();
    if (options.resume !== undefined) return await takeUp(context, journal, options.resume, options.bank ?? []);
    const begun = await beginning(context, journal, options, limitMinutes);
    return await begin(context, journal, begun);
  } finally {
    journal.close();
  }
}

interface Begun {
  readonly opening: ExamOpening;
  readonly banks: readonly Bank[];
  /** When the same form was sat before; null for a new one. */
  readonly againOf: KnownExam | null;
}

async function beginning(
  context: Context,
  journal: Journal,
  options: ExamOptions,
  limitMinutes: number | null,
): Promise<Begun> {
  const strict = options.strict ?? false;
  if (options.again === undefined) {
    const { opening, bank } = await newExam(context, journal, {
      banks: options.bank ?? [],
      paper: options.paper,
      limitMinutes,
      strict,
      seed: options.seed ?? Math.floor(Math.random() * 2 ** 32).toString(16),
      shuffle: options.shuffle ?? true,
      fresh: options.fresh ?? false,
    });
    return { opening, banks: [bank], againOf: null };
  }
  const exam = examNamed(context, eventsIn(journal.file, context), options.again);
  const banks = await banksOf(context, exam.opening, options.bank ?? []);
  const { form, settings } = exam.opening;
  const { memories } = journal.progress;
  const seen = new Set(form.items.flatMap(({ ref }) => (memories.has(ref) ? [ref] : [])));
  const again = { ...settings, strict, limitMinutes: limitMinutes ?? settings.limitMinutes };
  return { opening: { form, settings: again, seen }, banks, againOf: exam };
}

/** The cover, and then the first question. */
async function begin(context: Context, journal: Journal, { opening, banks, againOf }: Begun): Promise<ExitCode> {
  const { cover } = context.words.exam;
  const lines = coverLines(opening, questionsByRef(banks), context.words, {
    unfinished: [...journal.progress.unfinished.values()],
    again: againOf ? againOf.startedAt.slice(0, 16).replace('T', ' ') : null,
  });
  const questions = questionsByRef(banks);
  if (againOf) tellEdits(context, opening.form.items, questions);
  const starts = context.interactive
    ? (await readPage(context, wrapped(lines), cover.start, ['return', 'q'])) === 'return'
    : true;
  if (!starts) {
    context.print(cover.notStarted);
    return EXIT.done;
  }
  const plain = context.interactive ? null : new PlainExam(context, journal, lines);
  if (plain && !(await plain.starts())) return EXIT.done;
  return beginSitting(context, journal, opening, banks, { plain });
}

/** From the first question to the report, of a form that nobody has begun yet. */
export async function beginSitting(
  context: Context,
  journal: Journal,
  opening: ExamOpening,
  banks: readonly Bank[],
  { plain, more = {} }: { readonly plain: PlainExam | null; readonly more?: Readonly<Record<string, unknown>> },
): Promise<ExitCode> {
  const parts = { context, journal, opening, questions: questionsByRef(banks), script: await fullScript() };
  const used = banks.map(({ id, revision }) => ({ id, revision }));
  const started = journal.append([examStarted(opening, used, more)]);
  const sitting = new ExamSitting(started[0]?.id ?? '', parts, started, 0);
  context.print(context.words.exam.cover.started(opening.form.paper.title, deadlineOf(context, sitting)));
  return sit(context, journal, sitting, { index: 0, draft: null }, plain);
}

/** `18:35`, on the clock of the wall; null without a limit. */
function deadlineOf({ io }: Context, sitting: ExamSitting): string | null {
  const { leftMs } = sitting;
  if (leftMs === null) return null;
  const { ms, offset } = io.now();
  return formatInstant({ ms: ms + leftMs, offset }).slice(11, 16);
}
