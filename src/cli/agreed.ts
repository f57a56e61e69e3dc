import type { Context } from './context.ts';

export interface AgreeOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Whether what was shown shall be done. */
export type Agreement =
  | 'yes'
  /** Somebody was asked and said no. */
  | 'no'
  /** Only a rehearsal was asked for. */
  | 'rehearsal'
  /** Nobody can be asked, and nobody said yes beforehand. */
  | 'unasked';

/** `--dry-run` comes before `--yes`; on a terminal the question's own answer is no. A JSON report asks nothing. */
export async function agreed(context: Context, options: AgreeOptions, question: string): Promise<Agreement> {
  if (options.dryRun) return 'rehearsal';
  if (options.yes) return 'yes';
  if (!context.interactive || options.json) return 'unasked';
  const { default: inquirer } = await import('inquirer');
  const { answer } = await inquirer.prompt<{ answer: boolean }>([
    { type: 'confirm', name: 'answer', message: question, default: false },
  ]);
  return answer ? 'yes' : 'no';
}
