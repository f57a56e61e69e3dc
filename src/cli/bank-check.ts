import { type BotScore, botScore, STRATEGIES } from '../core/bank/writing/bot.ts';
import { placedIn } from '../core/bank/writing/review.ts';
import { safeLine } from '../prompts/safe-text.ts';
import { jsonText } from '../report/json-text.ts';
import { loadBank } from '../store/bank-file.ts';
import { reviewFile } from '../store/bank-review.ts';
import type { Located } from '../store/bank-source.ts';
import { findBanks } from './banks.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { findingLine, shortPath } from './faults.ts';

export interface CheckOptions {
  readonly json?: boolean;
  /** Warnings count as faults. */
  readonly strict?: boolean;
  /** Mends what needs no judgement, in place. */
  readonly fix?: boolean;
}

interface Checked {
  readonly path: string;
  readonly items: number | null;
  /** Items without a key, by id. */
  readonly drafts: readonly string[];
  readonly findings: readonly Located[];
  readonly bot: BotScore | null;
}

/** `quiz bank check FILE…`: everything there is to say of every file; 1 where there is a fault, or in strictness a warning. */
export async function runBankCheck(
  context: Context,
  tokens: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const checked: Checked[] = [];
  for (const { path } of await findBanks(context, tokens)) {
    if (options.fix) await mend(path, context);
    checked.push(await check(path));
  }
  const counts = (some: readonly Located[], severity: string): number =>
    some.filter(({ finding }) => finding.severity === severity).length;
  const all = checked.flatMap(({ findings }) => findings);
  const faults = counts(all, 'error');
  const warnings = counts(all, 'warning');
  if (options.json) context.print(jsonText({ files: checked.map((one) => asJson(one, context)) }));
  else {
    for (const one of checked) show(one, context);
    if (faults + warnings > 0) context.notice(context.words.bank.faults(faults, warnings));
  }
  return faults > 0 || (options.strict && warnings > 0) ? EXIT.faults : EXIT.done;
}

/** Says what it mended beside the report. */
async function mend(path: string, context: Context): Promise<void> {
  const { fixBankFile } = await import('../store/bank-fix-file.ts');
  const { bank } = context.words;
  for (const { kind, line, value } of fixBankFile(path))
    context.notice(`${shortPath(path, context.io.cwd)}:${line} ${bank.mended[kind](value)}`);
}

async function check(path: string): Promise<Checked> {
  const loaded = await loadBank(path);
  if (loaded.kind === 'faulty') return { path, items: null, drafts: [], findings: loaded.faults, bot: null };
  const findings = await reviewFile(path, loaded.bank);
  const drafts = (loaded.bank.drafts ?? []).map(({ id }) => id);
  return { path, items: loaded.bank.items.length, drafts, findings, bot: botScore(placedIn(loaded.bank)) };
}

function show({ path, items, drafts, findings, bot }: Checked, context: Context): void {
  const { bank } = context.words;
  const name = shortPath(path, context.io.cwd);
  for (const located of findings) context.print(findingLine(path, located, context));
  if (items === null) return;
  const faults = findings.filter(({ finding }) => finding.severity === 'error').length;
  if (faults === 0) context.print(bank.checked(name, items));
  if (drafts.length > 0) context.print(bank.drafts(drafts.length, safeLine(drafts.join(bank.listGap))));
  if (bot) {
    const points = (value: number): string => value.toFixed(0);
    const each = STRATEGIES.map((strategy) => `${bank.strategies[strategy]} ${points(bot.strategies[strategy])}`);
    context.print(
      bank.bot(points(bot.strategies[bot.best]), points(bot.chance), bot.questions, each.join(bank.listGap)),
    );
  }
}

function asJson({ path, items, drafts, findings, bot }: Checked, context: Context): object {
  const listed = findings.map(({ finding, line, column }) => ({
    code: finding.code,
    severity: finding.severity,
    line,
    column,
    path: finding.path,
    ...context.words.findings[finding.code](finding.params),
  }));
  const file = shortPath(path, context.io.cwd);
  const faults = listed.filter(({ severity }) => severity === 'error');
  const remarks = listed.filter(({ severity }) => severity !== 'error');
  return items === null
    ? { file, faults }
    : { file, items, ...(drafts.length > 0 ? { drafts } : {}), faults, remarks, bot };
}
