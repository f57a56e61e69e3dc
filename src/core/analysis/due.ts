import { type Bank, questionsOf } from '../bank/bank.ts';
import type { Day } from '../day.ts';
import { comesBack } from '../drill/memory.ts';
import type { Scheduler } from '../drill/scheduler.ts';
import type { Progress } from '../history/fold.ts';

/** How a bank's questions stand with the scheduler. What is put away is counted there alone. */
export interface DueCount {
  readonly questions: number;
  readonly today: number;
  /** Due on one of the next seven days or before; today's are among them. */
  readonly within7Days: number;
  /** Never answered. */
  readonly fresh: number;
  readonly putAway: number;
}

/** What is due by the schedule; a queue may hold back the siblings of what was answered today. */
export function countDue(bank: Bank, progress: Progress, scheduler: Scheduler, today: Day): DueCount {
  const count = { questions: 0, today: 0, within7Days: 0, fresh: 0, putAway: 0 };
  for (const { ref } of questionsOf(bank)) {
    count.questions++;
    const memory = progress.memories.get(ref);
    if (progress.suspended.has(ref)) count.putAway++;
    else if (!memory) count.fresh++;
    else {
      const dueOn = scheduler.dueOn(memory, ref);
      if (dueOn <= today || comesBack(memory, today)) count.today++;
      if (dueOn <= today + 7) count.within7Days++;
    }
  }
  return count;
}

export function sumDue(counts: readonly DueCount[]): DueCount {
  const sumOf = (key: keyof DueCount): number => counts.reduce((sum, count) => sum + count[key], 0);
  return {
    questions: sumOf('questions'),
    today: sumOf('today'),
    within7Days: sumOf('within7Days'),
    fresh: sumOf('fresh'),
    putAway: sumOf('putAway'),
  };
}
