import { examReport } from '../../core/analysis/exam-report.ts';
import type { Bank } from '../../core/bank/bank.ts';
import { formatInstant } from '../../core/day.ts';
import { DEFAULT_RETENTION } from '../../core/drill/scheduler.ts';
import { usedTime } from '../../core/exam/exam-clock.ts';
import { type ExamOpening, examStarted } from '../../core/exam/opening.ts';
import { inRuns } from '../../core/exam/runs.ts';
import { answerAt } from '../../core/exam/sheet.ts';
import type { HistoryEvent } from '../../core/history/event.ts';
import { loadWidths } from '../../prompts/width.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, isInterruption, UserError } from '../errors.ts';
import { eventsIn } from '../history.ts';
import { Journal } from '../journal.ts';
import { LateScript } from '../late-script.ts';
import { valuesFor } from '../values.ts';
import { coverLines } from './cover.ts';
import { PlainExam } from './exam-plain.ts';
import { ExamSitting, shortId } from './exam-sitting.ts';
import { type ExamStartAt, markOnTerminal, readPage, sitOnTerminal, wrapped } from './exam-terminal.ts';
import { banksOf, examNamed, type KnownExam, unfinishedExam } from './known.ts';
import { reportLines, walkReport } from './result.ts';
import { newExam, questionsByRef } from './start.ts';

export interface ExamOptions {
  readonly bank?: readonly string[];
  readonly paper?: string;
  readonly minutes?: string;
  readonly seed?: string;
  readonly shuffle?: boolean;
  readonly strict?: boolean;
  readonly fresh?: boolean;
  readonly resume?: string | true;
  readonly again?: string;
  readonly report?: string;
}

/** A mock paper under the clock: begun, taken up, sat again, or looked back at. */
export async function runExam(context: Context, options: ExamOptions): Promise<ExitCode> {
  const limitMinutes = valuesFor(context.words).number('--minutes', options.minutes, 0.05, 1440);
  await loadWidths();
  const journal = new Journal(context, DEFAULT_RETENTION);
  try {
    if (options.report !== undefined) return await lookBack(context, journal, options);
    journal.requireSound();
    if (options.resume !== undefined) return await takeUp(context, journal, options);
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
  const [started] = journal.append([examStarted(opening, used, more)]);
  const sitting = new ExamSitting(started?.id ?? '', parts, [], 0);
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

/** The table of traditional characters is read before the clock runs, not in the middle of an answer. */
async function fullScript(): Promise<LateScript> {
  const script = new LateScript();
  await script.load();
  return script;
}

async function takeUp(context: Context, journal: Journal, options: ExamOptions): Promise<ExitCode> {
  const { exam: words } = context.words;
  const named = typeof options.resume === 'string' ? options.resume : null;
  const exam = await unfinishedExam(context, journal, named);
  const banks = await banksOf(context, exam.opening, options.bank ?? []);
  const sitting = await resumed(context, journal, exam, banks);
  const { form } = exam.opening;
  const numbers = (fits: (index: number) => boolean): string =>
    inRuns(form.items.flatMap((_, index) => (fits(index) ? [index + 1] : [])));
  const missing = numbers((index) => sitting.questionAt(index) === null);
  const changed = numbers((index) => {
    const now = sitting.questionAt(index)?.question.revision;
    return now !== undefined && now !== sitting.itemAt(index).revision;
  });
  const { leftMs } = sitting;
  context.print(words.resume.goesOn(form.paper.title, leftMs === null ? null : words.minutes(Math.max(0, leftMs))));
  if (changed) context.notice(words.resume.changed(changed));
  if (missing) context.notice(words.resume.missing(missing));
  const beat = sitting.beats.read();
  const index = Math.min(beat?.index ?? firstBlank(sitting), form.items.length - 1);
  if (leftMs !== null && leftMs <= 0) {
    context.print(words.resume.tooLate);
    return finish(context, journal, sitting, 'timed-out');
  }
  const plain = context.interactive ? null : new PlainExam(context, journal, []);
  return sit(context, journal, sitting, { index, draft: beat?.draft ?? null }, plain);
}

const firstBlank = (sitting: ExamSitting): number =>
  Math.max(
    0,
    sitting.items.findIndex(({ ref }) => answerAt(sitting.sheet, ref) === null),
  );

/** The sitting as it stood, with its clock; how long nobody sat it goes on record. */
async function resumed(
  context: Context,
  journal: Journal,
  exam: KnownExam,
  banks: readonly Bank[],
): Promise<ExamSitting> {
  const { opening, events, id } = exam;
  const { strict } = opening.settings;
  const parts = { context, journal, opening, questions: questionsByRef(banks), script: await fullScript() };
  const known = usedTime(events, strict);
  const now = context.io.now().ms;
  const awayMs = Math.max(0, now - known.lastMs);
  const beat = new ExamSitting(id, parts, events, 0).beats.read();
  // Cut off, its last beat says how far the clock was; left by its owner, the history does.
  const usedMs = strict
    ? known.usedMs + awayMs
    : known.paused
      ? known.usedMs
      : Math.max(known.usedMs, beat?.usedMs ?? 0);
  const beyond = strict ? 0 : Math.max(0, usedMs - known.usedMs);
  const event = {
    type: 'resumed',
    session: id,
    usedMs: Math.round(usedMs),
    awayMs: Math.max(0, awayMs - beyond),
  } as const;
  const written: HistoryEvent[] = journal.append([event]);
  if (event.awayMs >= 1000) context.print(context.words.exam.resume.away(context.words.exam.minutes(event.awayMs)));
  return new ExamSitting(id, parts, [...events, ...written], usedMs);
}

async function sit(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  at: ExamStartAt,
  plain: PlainExam | null,
): Promise<ExitCode> {
  const { exam: words } = context.words;
  let interrupted = false;
  const how = await (plain ? plain.sit(sitting, at) : sitOnTerminal(context, journal, sitting, at)).catch(
    (error: unknown) => {
      if (!isInterruption(error)) throw error;
      interrupted = true;
      return 'quit' as const;
    },
  );
  if (how !== 'quit') return finish(context, journal, sitting, how, plain);
  sitting.pause();
  context.print(words.left(`quiz exam --resume ${shortId(sitting.id)}`));
  return interrupted ? EXIT.interrupted : EXIT.done;
}

/** Handed in or out of time: short answers are marked, and the report is there at once. */
async function finish(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  how: 'submitted' | 'timed-out',
  plain: PlainExam | null = context.interactive ? null : new PlainExam(context, journal, []),
): Promise<ExitCode> {
  const { exam: words } = context.words;
  const usedMs = Math.min(sitting.usedMs, sitting.limitMs ?? Number.POSITIVE_INFINITY);
  sitting.end(how);
  context.print(how === 'submitted' ? words.submitted : words.timeUp);
  const essays = sitting.items.flatMap(({ ref }, index) => {
    const question = sitting.questionAt(index)?.question;
    const isEssay = question?.type === 'short' && question.points.length > 0;
    return isEssay && answerAt(sitting.sheet, ref) ? [index] : [];
  });
  if (essays.length > 0) {
    context.print(words.marking(essays.length));
    if (plain) await plain.mark(sitting, essays);
    else await markOnTerminal(context, journal, sitting, essays).catch(quietly);
  }
  plain?.close();
  const report = reportOf(sitting, usedMs);
  if (!context.interactive) {
    for (const line of reportLines(context, journal, sitting, report)) context.print(line);
    return EXIT.done;
  }
  return walkReport(context, journal, sitting, report);
}

/** Left in the middle of marking, what keywords decided stands. */
function quietly(error: unknown): void {
  if (!isInterruption(error)) throw error;
}

const reportOf = (sitting: ExamSitting, usedMs: number) =>
  examReport({
    opening: sitting.opening,
    sheet: sitting.sheet,
    usedMs,
    questions: sitting.questions,
    fold: sitting.fold,
  });

/** `--report SESSION`: the report of an exam that is over, as it was. */
async function lookBack(context: Context, journal: Journal, options: ExamOptions): Promise<ExitCode> {
  const { errors } = context.words.exam;
  const exam = examNamed(context, eventsIn(journal.file, context), options.report ?? '');
  if (!exam.isOver) throw new UserError('EXAM_OPEN', EXIT.usage, errors.notOver(exam.id), errors.notOverHint);
  const banks = await banksOf(context, exam.opening, options.bank ?? []);
  const parts = {
    context,
    journal,
    opening: exam.opening,
    questions: questionsByRef(banks),
    script: await fullScript(),
  };
  const end = exam.events.findIndex((event) => event.type === 'session-ended');
  const { usedMs } = usedTime(exam.events.slice(0, end + 1), exam.opening.settings.strict);
  const sitting = new ExamSitting(exam.id, parts, exam.events, usedMs);
  const report = reportOf(sitting, usedMs);
  if (context.interactive) return walkReport(context, journal, sitting, report);
  for (const line of reportLines(context, journal, sitting, report)) context.print(line);
  return EXIT.done;
}
