import { type Bank, type BankQuestion, questionsOf } from '../core/bank/bank.ts';
import { ITEM_TYPES, type ItemType } from '../core/bank/item.ts';
import { isSelected } from '../core/bank/selection.ts';
import { formatDay } from '../core/day.ts';
import { planQueue, type Queued } from '../core/drill/queue.ts';
import { DEFAULT_RETENTION } from '../core/drill/scheduler.ts';
import { rngOf } from '../core/rng.ts';
import { askThrough } from './ask-through.ts';
import { checkTopics, loadBanks } from './banks.ts';
import { chooseBanks } from './choose-banks.ts';
import type { Context } from './context.ts';
import type { Begun } from './drill-cut-off.ts';
import type { SittingPlan } from './drill-sitting.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { Journal } from './journal.ts';
import { LateScript } from './late-script.ts';
import { valuesFor } from './values.ts';

export interface DrillOptions {
  readonly bank?: readonly string[];
  readonly topic?: readonly string[];
  readonly type?: readonly string[];
  readonly new?: string;
  readonly limit?: string;
  readonly minutes?: string;
  readonly perItem?: string;
  readonly ahead?: boolean;
  readonly retention?: string;
  readonly seed?: string;
  readonly shuffle?: boolean;
}

export const NEW_PER_DAY = 20;

/** Spaced repetition: what is due today and what is new, until it is done, the time is over, or the learner leaves. */
export async function runDrill(context: Context, options: DrillOptions): Promise<ExitCode> {
  const settings = settingsOf(context, options);
  const journal = new Journal(context, settings.retention);
  try {
    journal.requireSound();
    if (journal.progress.days.latestOn > journal.today)
      context.notice(context.words.history.clockBack(formatDay(journal.progress.days.latestOn)));
    const banks = await loadBanks(context, await chooseBanks(context, options.bank ?? [], journal));
    checkTopics(context, banks, settings.topics);
    const recorded = recordedSettings(banks, settings);
    if (journal.progress.openDrills.size > 0) {
      const { cutOffDrill } = await import('./drill-cut-off.ts');
      const begun = cutOffDrill(context, journal, banks, { settings: recorded, seed: options.seed ?? null });
      if (begun) {
        context.print(context.words.drill.takenUp(begun.answered, begun.left));
        const { seed } = begun.started;
        return await askThrough(
          context,
          journal,
          planOf(begun.queue, { ...settings, seed }, recorded, begun),
          settings,
        );
      }
    }
    const queue = planToday(banks, journal, settings);
    if (queue.length === 0) return nothingToAsk(context, banks, journal, settings);
    const count = (because: Queued['because']): number => queue.filter((each) => each.because === because).length;
    context.print(context.words.drill.start(count('due'), count('new'), count('ahead')));
    return await askThrough(context, journal, planOf(queue, settings, recorded), settings);
  } finally {
    journal.close();
  }
}

interface Settings {
  readonly topics: readonly string[];
  readonly types: readonly ItemType[];
  readonly newPerDay: number;
  readonly limit: number | null;
  readonly limitMinutes: number | null;
  readonly perItemSeconds: number | null;
  readonly ahead: boolean;
  readonly retention: number;
  readonly seed: string;
  readonly shuffle: boolean;
}

function settingsOf(context: Context, options: DrillOptions): Settings {
  const values = valuesFor(context.words);
  return {
    topics: options.topic ?? [],
    types: (options.type ?? []).map((type) => values.oneOf('--type', type, ITEM_TYPES)),
    newPerDay: values.wholeNumber('--new', options.new, 0, 9999) ?? NEW_PER_DAY,
    limit: values.wholeNumber('--limit', options.limit, 1, 9999),
    limitMinutes: values.number('--minutes', options.minutes, 0.05, 1440),
    perItemSeconds: values.duration('--per-item', options.perItem),
    ahead: options.ahead ?? false,
    retention: values.number('--retention', options.retention, 0.7, 0.99) ?? DEFAULT_RETENTION,
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 32).toString(16),
    shuffle: options.shuffle ?? true,
  };
}

const matching = (questions: readonly BankQuestion[], settings: Settings): BankQuestion[] =>
  questions.filter((question) => isSelected(question, settings));

function planToday(banks: readonly Bank[], journal: Journal, settings: Settings): Queued[] {
  const { progress, scheduler, today } = journal;
  const all = banks.flatMap(questionsOf);
  const metToday = all.filter(({ ref }) => progress.memories.get(ref)?.firstOn === today).length;
  return planQueue({
    questions: matching(all, settings),
    memories: progress.memories,
    suspended: progress.suspended,
    scheduler,
    today,
    newLeft: Math.max(0, settings.newPerDay - metToday),
    newUntouched: metToday === 0,
    limit: settings.limit,
    ahead: settings.ahead,
    rng: rngOf(settings.seed),
  });
}

/** What the history says of how the drill was set up. */
function recordedSettings(banks: readonly Bank[], { seed: _, ...settings }: Settings): Record<string, unknown> {
  return { banks: banks.map(({ id }) => id), ...settings };
}

function planOf(
  queue: readonly Queued[],
  { seed, shuffle }: Settings,
  settings: Record<string, unknown>,
  begun?: Begun,
): SittingPlan {
  return { mode: 'drill', queue, seed, shuffle, settings, script: new LateScript(), ...(begun && { begun }) };
}

function nothingToAsk(context: Context, banks: readonly Bank[], journal: Journal, settings: Settings): ExitCode {
  const { drill } = context.words;
  const questions = matching(banks.flatMap(questionsOf), settings);
  if (questions.length === 0) {
    context.print(drill.nothingMatches);
    context.print(drill.nothingMatchesHint);
    return EXIT.done;
  }
  context.print(drill.nothingDue);
  const days = questions.flatMap(({ ref }) => {
    const memory = journal.progress.memories.get(ref);
    return memory && !journal.progress.suspended.has(ref)
      ? [Math.max(journal.today + 1, journal.scheduler.dueOn(memory, ref))]
      : [];
  });
  const next = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  if (days.length > 0) context.print(drill.nextDue(formatDay(next), days.filter((day) => day === next).length));
  context.print(drill.aheadHint);
  return EXIT.done;
}
