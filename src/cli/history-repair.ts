import { basename, join } from 'node:path';
import { type MendReport, renderMended, renderMendJson, renderMendPlan } from '../report/history-repair.ts';
import { newestWithMore } from '../store/backup-search.ts';
import { entriesIn } from '../store/history-entries.ts';
import { historyFiles } from '../store/history-files.ts';
import { planRepair, type RepairInput, type RepairPlan, repairHistory } from '../store/repair.ts';
import { readHistoryFile } from '../store/steady-file.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { goAhead } from './go-ahead.ts';

interface RepairOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * `quiz history repair`: shows what will be mended, asks, and mends it. Away from a terminal it takes `--yes`: without it the plan is
 * shown, and nothing done.
 */
export async function runHistoryRepair(context: Context, options: RepairOptions): Promise<ExitCode> {
  const { repair: words } = context.words;
  const plans = plansOf(context);
  const planned = plans.map(reportOf);
  const say = (files: readonly MendReport[], render: typeof renderMended): void => {
    if (!options.json) for (const file of files) context.io.output.write(render(file, words));
  };
  if (plans.every(({ plan }) => plan.steps.length === 0)) {
    if (options.json) context.io.output.write(renderMendJson(planned, false));
    else if (plans.length === 0) context.print(words.noHistory);
    else context.print(words.sound(planned.reduce((sum, { events }) => sum + events, 0)));
    return EXIT.done;
  }
  say(planned, renderMendPlan);
  const { yes = false, json = false, dryRun = false } = options;
  if (json && (dryRun || !yes)) context.io.output.write(renderMendJson(planned, false));
  const lacking = { message: words.needsYes, hint: words.needsYesHint };
  const isWanted = !dryRun && (await goAhead(context, { yes, quiet: json, question: words.ask, lacking }));
  if (!isWanted) {
    if (!json) context.print(dryRun ? words.dryRun : words.declined);
    return EXIT.done;
  }
  const done = plans.filter(({ plan }) => plan.steps.length > 0).map((plan) => mend(context, plan));
  say(done, renderMended);
  if (options.json) context.io.output.write(renderMendJson(done, true));
  else tellMore(context, done);
  return EXIT.done;
}

interface FilePlan {
  readonly path: string;
  readonly plan: RepairPlan;
  readonly input: RepairInput;
}

/** Each file knows the events of those that are read before it: the archive first, then the history. */
function plansOf({ home }: Context): FilePlan[] {
  const known = new Map<string, string>();
  const plans: FilePlan[] = [];
  for (const path of historyFiles(home)) {
    const bytes = readHistoryFile(path);
    if (bytes === null) continue;
    const input = { elsewhere: new Map(known), mayBeEmpty: path === home.history };
    const plan = planRepair(path, bytes, input);
    plans.push({ path, plan, input });
    for (const { id, text } of plan.entries) known.set(id, text);
  }
  return plans;
}

function mend(context: Context, { path, input }: FilePlan): MendReport {
  const { home, io } = context;
  // Copies of an archive have a folder of their own: among those of the history they would be taken for the history.
  const backups = path === home.history ? home.backups : join(home.backups, basename(path, '.json'));
  const { plan, aside, backup } = repairHistory(path, { ...input, backups, now: io.now() });
  return { ...reportOf({ path, plan }), aside, backup };
}

function reportOf({ path, plan }: Pick<FilePlan, 'path' | 'plan'>): MendReport {
  const { steps, entries, restBytes } = plan;
  return { path, steps, events: entries.length, restBytes, aside: null, backup: null };
}

/** How to go back, and where there may be more of what could not be read. */
function tellMore({ home, words: { repair: words }, print }: Context, done: readonly MendReport[]): void {
  print(words.whole);
  const own = done.find(({ path }) => path === home.history);
  if (!own?.backup) return;
  print(words.goBack(own.backup.name));
  if (own.restBytes === 0) return;
  const ids = historyFiles(home).flatMap((path) => {
    const bytes = readHistoryFile(path);
    return bytes === null ? [] : entriesIn(bytes).entries.map(({ id }) => id);
  });
  const more = newestWithMore(home.backups, new Set(ids));
  if (more) print(words.inBackup(more.name, more.events));
}
