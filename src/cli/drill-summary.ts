import { comesBack } from '../core/drill/memory.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { GLYPHS } from '../prompts/theme.ts';
import { truncate } from '../prompts/width.ts';
import type { Context } from './context.ts';
import type { DrillSitting } from './drill-sitting.ts';
import type { Journal } from './journal.ts';

/** Missed questions that are named; the rest are counted, so that the summary stays on the screen. */
const MOST_NAMED = 8;

/** What a drill came to, in a few lines. */
export function drillSummary(sitting: DrillSitting, journal: Journal, ms: number, context: Context): string[] {
  const { drill, practice, minutesSeconds } = context.words;
  // What a practice did not come to is drawn anew the next time.
  const { summaryTitle, summaryLeft } = sitting.mode === 'drill' ? drill : practice;
  const { answers } = sitting;
  if (answers.length === 0) return ['', drill.summaryNone];
  const right = answers.filter((answer) => answer.right).length;
  const lines = ['', `── ${summaryTitle} ──`, drill.summaryLine(answers.length, right, minutesSeconds(ms))];
  const wrong = answers.filter((answer) => !answer.right && !journal.progress.suspended.has(answer.question.ref));
  const missed = new Map(wrong.map(({ question }) => [question.ref, question.question.stem]));
  if (missed.size > 0) {
    const columns = Math.max(20, (context.io.output.columns || 80) - 1);
    lines.push(
      drill.summaryWrong,
      ...[...missed.values()]
        .slice(0, MOST_NAMED)
        .map((stem) => truncate(`  ${GLYPHS.wrong} ${safeLine(stem)}`, columns)),
    );
    if (missed.size > MOST_NAMED) lines.push(drill.summaryMore(missed.size - MOST_NAMED));
  }
  if (sitting.unasked > 0) lines.push(summaryLeft(sitting.unasked));
  const { again, tomorrow } = toCome(journal, new Set(answers.map(({ question }) => question.bank.id)));
  if (again > 0) lines.push(drill.summaryAgain(again));
  if (tomorrow > 0) lines.push(drill.summaryTomorrow(tomorrow));
  return [...lines, drill.kept(context.home.history), drill.undoHint];
}

/** What comes back in the next drill of the day, and what is due tomorrow besides. */
function toCome(
  { progress, scheduler, today }: Journal,
  banks: ReadonlySet<string>,
): { again: number; tomorrow: number } {
  const count = { again: 0, tomorrow: 0 };
  for (const [ref, memory] of progress.memories) {
    if (!banks.has(ref.slice(0, ref.indexOf('/'))) || progress.suspended.has(ref)) continue;
    if (comesBack(memory, today)) count.again++;
    else if (scheduler.dueOn(memory, ref) <= today + 1) count.tomorrow++;
  }
  return count;
}
