import { usedTime } from '../../core/exam/exam-clock.ts';
import type { HistoryEvent } from '../../core/history/event.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, UserError } from '../errors.ts';
import { eventsIn } from '../history.ts';
import type { Journal } from '../journal.ts';
import { ExamSitting } from './exam-sitting.ts';
import { banksAtHand, examNamed, type KnownExam } from './known.ts';
import { showReport } from './result.ts';
import { fullScript } from './sit.ts';
import { questionsByRef } from './start.ts';

/** `--report SESSION`: the report of an exam that is over, as it was. */
export async function lookBack(
  context: Context,
  journal: Journal,
  named: string,
  bankNames: readonly string[],
): Promise<ExitCode> {
  const { errors } = context.words.exam;
  const exam = examNamed(context, eventsIn(journal.file, context), named);
  if (!exam.isOver) throw new UserError('EXAM_OPEN', EXIT.usage, errors.notOver(exam.id), errors.notOverHint);
  const banks = await banksAtHand(context, exam.opening, bankNames);
  const { opening, events, id } = exam;
  const parts = { context, journal, opening, questions: questionsByRef(banks), script: await fullScript() };
  const usedMs = usedInAll(exam);
  return showReport(context, journal, new ExamSitting(id, parts, events, usedMs), usedMs);
}

/** As it stands with the end of the exam; where another program wrote that, as the times of its events tell. */
function usedInAll({ events, opening }: KnownExam): number {
  const isEnd = (event: HistoryEvent): boolean => event.type === 'session-ended';
  const end = events.find(isEnd);
  if (end?.type === 'session-ended' && typeof end.usedMs === 'number') return end.usedMs;
  const { limitMinutes, strict } = opening.settings;
  const { usedMs } = usedTime(events.slice(0, events.findIndex(isEnd) + 1), strict);
  return limitMinutes === null ? usedMs : Math.min(usedMs, limitMinutes * 60_000);
}
