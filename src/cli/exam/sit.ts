import { answerAt } from '../../core/exam/sheet.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, isInterruption } from '../errors.ts';
import type { Journal } from '../journal.ts';
import { LateScript } from '../late-script.ts';
import { PlainExam } from './exam-plain.ts';
import { type ExamSitting, shortId } from './exam-sitting.ts';
import { type ExamStartAt, markOnTerminal, sitOnTerminal } from './exam-terminal.ts';
import { showReport } from './result.ts';

/** From a question on until the exam is handed in, left, or out of time. */
export async function sit(
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
export async function finish(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  how: 'submitted' | 'timed-out',
  plain: PlainExam | null = context.interactive ? null : new PlainExam(context, journal, []),
): Promise<ExitCode> {
  const { exam: words } = context.words;
  const usedMs = sitting.end(how);
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
  return showReport(context, journal, sitting, usedMs);
}

/** Left in the middle of marking, what keywords decided stands. */
function quietly(error: unknown): void {
  if (!isInterruption(error)) throw error;
}

/** The table of traditional characters is read before the clock runs, not in the middle of an answer. */
export async function fullScript(): Promise<LateScript> {
  const script = new LateScript();
  await script.load();
  return script;
}
