import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';

export interface Consent {
  /** It was said on the command line. */
  readonly yes: boolean;
  /** Standard output is read by a program: there is nobody to be asked. */
  readonly quiet: boolean;
  readonly question: string;
  /** Where nobody can be asked and nothing was said. */
  readonly lacking: { readonly message: string; readonly hint: string };
}

/** Whether a plan that was shown is to be carried out: said beforehand, or asked on a terminal. */
export async function goAhead(context: Context, { yes, quiet, question, lacking }: Consent): Promise<boolean> {
  if (yes) return true;
  if (quiet || !context.interactive) throw new UserError('NEEDS_YES', EXIT.usage, lacking.message, lacking.hint);
  const { default: inquirer } = await import('inquirer');
  const { doIt } = await inquirer.prompt<{ doIt: boolean }>([
    { type: 'confirm', name: 'doIt', message: question, default: false },
  ]);
  return doIt;
}
