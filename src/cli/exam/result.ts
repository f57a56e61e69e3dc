import { type ExamReport, examReport } from '../../core/analysis/exam-report.ts';
import { standingsFor } from '../../core/analysis/paper-results.ts';
import { judgedPage } from '../../prompts/ask/judged-page.ts';
import { safeLine } from '../../prompts/safe-text.ts';
import { GLYPHS, themeFor } from '../../prompts/theme.ts';
import { widthOf } from '../../prompts/width.ts';
import { renderCertificate } from '../../report/certificate.ts';
import { renderExamReport } from '../../report/exam-report.ts';
import type { Context } from '../context.ts';
import { EXIT, type ExitCode, isInterruption } from '../errors.ts';
import { eventsIn } from '../history.ts';
import type { Journal } from '../journal.ts';
import { practiseNow } from '../practise-now.ts';
import { examCard, examVerdict } from './exam-cards.ts';
import { type ExamSitting, shortId } from './exam-sitting.ts';
import { readPage, wrapped } from './exam-terminal.ts';

/** What the exam came to: on the screen with a way through its questions, elsewhere as lines. */
export async function showReport(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  usedMs: number,
): Promise<ExitCode> {
  const { opening, sheet, questions, fold } = sitting;
  const report = examReport({ opening, sheet, usedMs, questions, fold });
  if (context.interactive) return walkReport(context, journal, sitting, report);
  for (const line of reportLines(context, journal, sitting, report)) context.print(line);
  return EXIT.done;
}

/** The report as lines of text, with what can be done next. */
function reportLines(context: Context, journal: Journal, sitting: ExamSitting, report: ExamReport): string[] {
  const { exam } = context.words;
  const banks = new Map([...sitting.questions.values()].map(({ bank }) => [bank.id, bank]));
  const topics = new Map([...banks.values()].flatMap(({ topics }) => topics.map(({ path, title }) => [path, title])));
  const view = {
    form: sitting.opening.form,
    report,
    ended: sitting.sheet.ended,
    topicTitle: (path: string) => topics.get(path) ?? path,
  };
  const certificates = [...banks.values()].flatMap((bank) => bank.certificates);
  const { paper } = sitting.opening.form;
  const standings = certificates.length > 0 ? standingsFor(certificates, paper, eventsIn(journal.file, context)) : [];
  return [
    ...renderExamReport(view, exam, widthOf),
    ...standings.flatMap((standing) => ['', ...renderCertificate(standing, exam.certificate)]),
    '',
    exam.report.next(shortId(sitting.id)),
  ].map((line) => safeLine(line));
}

/** The report on the screen, and from there through the questions. */
async function walkReport(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  report: ExamReport,
): Promise<ExitCode> {
  const lines = reportLines(context, journal, sitting, report);
  const { exam } = context.words;
  try {
    for (;;) {
      const key = await readPage(context, wrapped(lines), exam.report.menu, ['w', 'f', 'a', 'd', 'q', 'return']);
      if (key === 'q' || key === 'return') break;
      const { score } = report;
      const chosen = score.items.flatMap(({ item, outcome }, index) => {
        if (key === 'a') return [index];
        if (key === 'f') return report.flagged.includes(item) ? [index] : [];
        return outcome === 'right' ? [] : [index];
      });
      if (key === 'd') {
        const missed = chosen.flatMap((index) => sitting.questionAt(index) ?? []);
        if (missed.length > 0) return await practiseNow(context, journal, missed, sitting.id);
      }
      if (chosen.length === 0) context.print(exam.report.nothing);
      else await walk(context, journal, sitting, chosen);
    }
  } catch (error) {
    if (!isInterruption(error)) throw error;
  }
  const columns = Math.max(20, (context.io.output.columns || 80) - 1);
  for (const line of wrapped(lines)(columns)) context.print(line);
  return EXIT.done;
}

/** Question by question with its answer and explanation. */
async function walk(
  context: Context,
  journal: Journal,
  sitting: ExamSitting,
  indexes: readonly number[],
): Promise<void> {
  const { words } = context;
  const theme = themeFor(context.color);
  for (let at = 0; at < indexes.length; ) {
    const index = indexes[at] as number;
    const card = examCard(sitting, index, journal, words);
    const verdict = examVerdict(sitting, index, card, words);
    const starred = card.starred ? ` ${GLYPHS.star}` : '';
    const title = safeLine([card.position, ...card.heading].join(' · ')) + starred;
    const lines = (columns: number): readonly string[] =>
      judgedPage(card, verdict, title, { theme, words: words.ask }, columns);
    const key = await readPage(context, lines, words.exam.report.walk, ['left', 'right', 'return', 's', 'q']);
    if (key === 'q') return;
    if (key === 's') sitting.star(index, !card.starred);
    else at = Math.max(0, key === 'left' ? at - 1 : at + 1);
  }
}
