import type { Bank, BankQuestion } from '../../core/bank/bank.ts';
import { usedTime } from '../../core/exam/exam-clock.ts';
import type { FormItem } from '../../core/exam/form.ts';
import { inRuns } from '../../core/exam/runs.ts';
import { answerAt } from '../../core/exam/sheet.ts';
import { responseFrom } from '../../prompts/exam/state.ts';
import { type ExamBeat, ExamBeats } from '../../store/exam-beat.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import type { Journal } from '../journal.ts';
import { examCard, placeOf } from './exam-cards.ts';
import { PlainExam } from './exam-plain.ts';
import { ExamSitting } from './exam-sitting.ts';
import { banksOf, type KnownExam, unfinishedExam } from './known.ts';
import { finish, fullScript, sit } from './sit.ts';
import { questionsByRef } from './start.ts';

/** `--resume`: an unfinished exam goes on where it stood, or is marked as it stood where its deadline has passed. */
export async function takeUp(
  context: Context,
  journal: Journal,
  named: string | true,
  bankNames: readonly string[],
): Promise<ExitCode> {
  const { resume, minutes } = context.words.exam;
  const exam = await unfinishedExam(context, journal, named === true ? null : named);
  const beat = new ExamBeats(context.home.cache, exam.id).read();
  const banks = await banksOf(context, exam.opening, bankNames);
  const sitting = await resumed(context, journal, exam, banks, beat);
  const index = Math.min(beat?.index ?? firstBlank(sitting), sitting.items.length - 1);
  const draft = beat?.draft && !sitting.isLocked(index, 0) ? beat.draft : null;
  const { leftMs } = sitting;
  const isLate = leftMs !== null && leftMs <= 0;
  const { title } = exam.opening.form.paper;
  if (!isLate) context.print(resume.goesOn(title, leftMs === null ? null : minutes(leftMs)));
  tellEdits(context, sitting.items, sitting.questions);
  if (isLate) {
    keepDraft(context, journal, sitting, index, draft);
    context.print(resume.tooLate);
    return finish(context, journal, sitting, 'timed-out');
  }
  if (context.interactive) return sit(context, journal, sitting, { index, draft }, null);
  keepDraft(context, journal, sitting, index, draft);
  return sit(context, journal, sitting, { index, draft: null }, new PlainExam(context, journal, []));
}

/** Which questions are others in the bank by now, or gone. */
export function tellEdits(
  { words, notice }: Context,
  items: readonly FormItem[],
  questions: ReadonlyMap<string, BankQuestion>,
): void {
  const { changed, missing } = words.exam.resume;
  const numbers = (fits: (now: string | undefined, item: FormItem) => boolean): string =>
    inRuns(items.flatMap((item, n) => (fits(questions.get(item.ref)?.question.revision, item) ? [n + 1] : [])));
  const others = numbers((now, { revision }) => now !== undefined && now !== revision);
  const gone = numbers((now) => now === undefined);
  if (others) notice(changed(others));
  if (gone) notice(missing(gone));
}

/** What stood at a question when the exam was cut off is its answer, where nobody can type on. */
function keepDraft(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  index: number,
  draft: readonly string[] | null,
): void {
  const response = draft && responseFrom(examCard(sitting, index, journal, context.words), draft);
  if (response) sitting.save(index, response, placeOf(sitting, index, journal).unsure, 0);
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
  { opening, events, id }: KnownExam,
  banks: readonly Bank[],
  beat: ExamBeat | null,
): Promise<ExamSitting> {
  const parts = { context, journal, opening, questions: questionsByRef(banks), script: await fullScript() };
  const { usedMs, awayMs } = clockAt(context.io.now().ms, usedTime(events, opening.settings.strict), opening, beat);
  const sitting = new ExamSitting(id, parts, events, usedMs);
  sitting.resume(Math.round(awayMs));
  if (awayMs >= 1000) context.print(context.words.exam.resume.away(context.words.exam.minutes(awayMs)));
  return sitting;
}

/** Cut off, its last beat says how far the clock was; left by its owner, the history does. A strict clock ran on. */
function clockAt(
  nowMs: number,
  known: ReturnType<typeof usedTime>,
  { settings }: KnownExam['opening'],
  beat: ExamBeat | null,
): { readonly usedMs: number; readonly awayMs: number } {
  const awayMs = Math.max(0, nowMs - known.lastMs);
  if (settings.strict) return { usedMs: known.usedMs + awayMs, awayMs };
  const usedMs = known.paused ? known.usedMs : Math.max(known.usedMs, beat?.usedMs ?? 0);
  return { usedMs, awayMs: Math.max(0, awayMs - (usedMs - known.usedMs)) };
}
