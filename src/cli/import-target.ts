import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { BankDocument } from '../core/bank/schema.ts';
import { stamped } from '../core/intake/again/fingerprint.ts';
import { isIdle, type UpdatePlan } from '../core/intake/again/update.ts';
import { updateLines } from '../report/update-report.ts';
import { writeReportFile } from '../store/report-file.ts';
import { SCHEMA_FILE } from './bank-new.ts';
import type { Context } from './context.ts';
import { EXIT, UserError } from './errors.ts';
import { goAhead } from './go-ahead.ts';

export interface WriteOptions {
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The file that an import goes to, looked at and not yet written. */
export interface Target {
  /** What it does to the bank that is there; null where there is none of this name. */
  readonly update: UpdatePlan | null;
  /** The same in words. */
  readonly lines: readonly string[];
  write(options: WriteOptions): Promise<void>;
}

/** A new bank, or the bank with the same id that is there already: that one is brought up to date, never replaced. `named`: ids that the documents give. */
export async function targetOf(
  context: Context,
  output: string,
  document: BankDocument,
  named: ReadonlySet<string>,
): Promise<Target> {
  const path = resolve(context.io.cwd, output);
  const { readBankToUpdate } = await import('../store/bank-update-file.ts');
  const there = await readBankToUpdate(path);
  if (there?.document.id !== document.id) return newBank(context, path, output, document);
  const { planUpdate } = await import('../core/intake/again/update.ts');
  const plan = planUpdate(there.document.items, document.items, hash, named);
  const { intake: said } = context.words;
  return {
    update: plan,
    lines: updateLines(output, plan, said.update),
    async write({ force = false, yes = false, dryRun = false, json = false }) {
      if (isIdle(plan)) return context.notice(said.update.idle(output));
      if (dryRun) return context.notice(said.update.dryRun);
      const lacking = { message: said.update.needsYes(output), hint: said.update.needsYesHint };
      if (!(await goAhead(context, { yes: yes || force, quiet: json, question: said.update.question, lacking })))
        return context.notice(said.update.leftAlone(output));
      const { writeUpdatedBank } = await import('../store/bank-update-file.ts');
      const written = await writeUpdatedBank(path, there, plan, said.asInSource);
      if (written === 'overtaken')
        throw new UserError('CHANGED_MEANWHILE', EXIT.data, said.update.overtaken(output), said.update.overtakenHint);
      if (written === 'faulty')
        throw new UserError('BANK_FAULTY', EXIT.data, said.update.faulty(output), said.update.faultyHint);
      context.notice(said.update.done(output));
      context.notice(said.thenCheck(output));
    },
  };
}

function newBank(context: Context, path: string, output: string, document: BankDocument): Target {
  const { intake: said } = context.words;
  return {
    update: null,
    lines: [],
    async write({ force = false, dryRun = false }) {
      if (dryRun) return context.notice(said.update.dryRun);
      const { bankText } = await import('../store/bank-text.ts');
      const text = bankText(stamped(document, hash), SCHEMA_FILE);
      if (writeReportFile(path, text, { replace: force }) === 'exists')
        throw new UserError('FILE_EXISTS', EXIT.data, said.exists(path), said.existsHint);
      context.notice(said.written(path, document.items.length));
      context.notice(said.thenCheck(output));
    },
  };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
