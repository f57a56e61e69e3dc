import { loadWidths } from '../prompts/width.ts';
import type { Context } from './context.ts';
import { PlainDrill } from './drill-plain.ts';
import { clockOf, type DrillEnd } from './drill-run.ts';
import { DrillSitting, type SittingPlan } from './drill-sitting.ts';
import { drillSummary } from './drill-summary.ts';
import { drillOnTerminal } from './drill-terminal.ts';
import { EXIT, type ExitCode, isInterruption } from './errors.ts';
import type { Journal } from './journal.ts';

export interface AskingLimits {
  readonly limitMinutes: number | null;
  readonly perItemSeconds: number | null;
}

/** Asks the questions of a plan one by one, each judged at once, and says in the end what it came to. */
export async function askThrough(
  context: Context,
  journal: Journal,
  plan: SittingPlan,
  { limitMinutes, perItemSeconds }: AskingLimits,
): Promise<ExitCode> {
  const { words, io } = context;
  const sitting = new DrillSitting(journal, plan, context.home.cache);
  const startedAt = io.now().ms - (plan.begun?.usedMs ?? 0);
  const clock = clockOf(startedAt, limitMinutes, perItemSeconds);
  let end: DrillEnd = 'quit';
  let interrupted = false;
  try {
    const running = context.interactive
      ? drillOnTerminal(context, journal, sitting, clock)
      : new PlainDrill(context, journal, sitting, clock).run();
    prepareTheRest(context);
    end = await running;
  } catch (error) {
    if (!isInterruption(error)) throw error;
    interrupted = true;
  }
  sitting.end(end);
  if (end === 'timed-out') context.print(words.drill.timeBoxOver);
  for (const line of drillSummary(sitting, journal, io.now().ms - startedAt, context)) context.print(line);
  if (journal.file.sawOthers) context.notice(words.history.others);
  return interrupted ? EXIT.interrupted : EXIT.done;
}

/** What nobody should wait for before the first question comes soon after it. */
function prepareTheRest(context: Context): void {
  const prepare = async (): Promise<void> => {
    await loadWidths();
    context.cache.flush();
    // What Node compiled so far is kept for the next start even if this one is killed (Node 22 and later).
    const { default: module } = await import('node:module');
    (module as { flushCompileCache?: () => void }).flushCompileCache?.();
  };
  setTimeout(prepare, AFTER_FIRST_SCREEN_MS).unref();
}

const AFTER_FIRST_SCREEN_MS = 300;
