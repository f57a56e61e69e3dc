import { bankOfRef } from '../../core/analysis/counted.ts';
import { listSessions, sessionsNamed } from '../../core/analysis/sessions.ts';
import type { Bank } from '../../core/bank/bank.ts';
import { type ExamOpening, examOf } from '../../core/exam/opening.ts';
import { eventsOfExam } from '../../core/exam/sheet.ts';
import type { HistoryEvent, SessionStarted } from '../../core/history/event.ts';
import { inTimeOrder } from '../../core/history/event-times.ts';
import { safeLine } from '../../prompts/safe-text.ts';
import { loadBank } from '../../store/bank-file.ts';
import type { FoundBank } from '../../store/bank-library.ts';
import { findBanks, libraryFor, loadBanks } from '../banks.ts';
import type { Context } from '../context.ts';
import { EXIT, UserError } from '../errors.ts';
import { eventsIn, noSession } from '../history.ts';
import type { Journal } from '../journal.ts';

/** An exam that the history knows, with its own events in order of time. */
export interface KnownExam {
  readonly id: string;
  readonly startedAt: string;
  readonly opening: ExamOpening;
  readonly events: readonly HistoryEvent[];
  readonly isOver: boolean;
}

/** The exam with this id, or whose id begins so. */
export function examNamed(context: Context, events: readonly HistoryEvent[], idOrPrefix: string): KnownExam {
  const { errors } = context.words.exam;
  const named = sessionsNamed(events, idOrPrefix);
  const [id, ...others] = named;
  if (id === undefined || others.length > 0) throw noSession(context, events, idOrPrefix);
  const exam = knownExam(events, id);
  if (!exam)
    throw new UserError('NOT_AN_EXAM', EXIT.notFound, errors.notAnExam(id), context.words.history.noSessionHint);
  return exam;
}

/** Null where its beginning is not among the events, or is none of ours. */
export function knownExam(events: readonly HistoryEvent[], id: string): KnownExam | null {
  const started = events.find((event): event is SessionStarted => event.id === id && event.type === 'session-started');
  const opening = started && examOf(started);
  if (!started || !opening) return null;
  const own = inTimeOrder(eventsOfExam(events, id)).map(({ event }) => event);
  const isOver = listSessions(own).some((row) => row.id === id && row.ended !== null);
  return { id, startedAt: started.at, opening, events: own, isOver };
}

/** The exam to take up: the one that was named, the only one that is unfinished, or one chosen from a list. */
export async function unfinishedExam(context: Context, journal: Journal, named: string | null): Promise<KnownExam> {
  const { errors, resume } = context.words.exam;
  const events = eventsIn(journal.file, context);
  if (named !== null) {
    const exam = examNamed(context, events, named);
    if (!exam.isOver) return exam;
    throw new UserError('EXAM_OVER', EXIT.usage, errors.alreadyOver(exam.id), errors.alreadyOverHint(exam.id));
  }
  const open = [...journal.progress.unfinished.keys()].flatMap((id) => knownExam(events, id) ?? []);
  const [only, ...others] = open;
  if (!only) throw new UserError('EXAM_NOT_FOUND', EXIT.notFound, errors.noneUnfinished, errors.noneUnfinishedHint);
  if (others.length === 0) return only;
  const ids = open.map(({ id }) => id).join(', ');
  if (!context.interactive)
    throw new UserError('EXAM_MISSING', EXIT.usage, errors.severalUnfinished, errors.severalUnfinishedHint(ids));
  const { default: inquirer } = await import('inquirer');
  const choices = open.map((exam) => ({
    name: safeLine(`${exam.opening.form.paper.title} · ${exam.startedAt.slice(0, 16).replace('T', ' ')}`),
    value: exam,
  }));
  const { exam } = await inquirer.prompt<{ exam: KnownExam }>([
    { type: 'select', name: 'exam', message: resume.which, choices },
  ]);
  return exam;
}

/**
 * The banks that a form draws from. One that is not at hand, or is faulty for the moment, stops the command: its questions
 * are not gone for that, and nobody wants to sit an exam in which all of them are closed.
 */
export async function banksOf(context: Context, opening: ExamOpening, named: readonly string[]): Promise<Bank[]> {
  const ids = bankIdsIn(opening);
  const found = named.length > 0 ? await findBanks(context, named) : atHand(context, ids);
  const banks = await loadBanks(context, found);
  const missing = ids.find((id) => !banks.some((bank) => bank.id === id));
  if (missing === undefined) return banks;
  const { errors, exam } = context.words;
  throw new UserError('BANK_NOT_FOUND', EXIT.notFound, errors.bankUnknown(missing), exam.errors.bankElsewhere);
}

/** Those of them that can be had, to look back at an exam: what the history holds is there without any. */
export async function banksAtHand(context: Context, opening: ExamOpening, named: readonly string[]): Promise<Bank[]> {
  if (named.length > 0) return banksOf(context, opening, named);
  const banks: Bank[] = [];
  for (const { path } of atHand(context, bankIdsIn(opening))) {
    const loaded = await loadBank(path, context.cache);
    if (loaded.kind === 'bank') banks.push(loaded.bank);
  }
  return banks;
}

const bankIdsIn = ({ form }: ExamOpening): string[] => [...new Set(form.items.map(({ ref }) => bankOfRef(ref)))];

const atHand = (context: Context, ids: readonly string[]): FoundBank[] =>
  libraryFor(context)
    .list()
    .filter(({ id }) => ids.includes(id));
