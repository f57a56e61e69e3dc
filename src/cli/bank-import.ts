import { basename, resolve } from 'node:path';
import type { Doubt, Draft } from '../core/intake/draft.ts';
import { type Intake, type Source, takeIn } from '../core/intake/intake.ts';
import type { TopicTree } from '../core/intake/topic-tree.ts';
import { safeLine, safeText } from '../prompts/safe-text.ts';
import { intakeJson } from '../report/intake-json.ts';
import { intakeReport, topicLines } from '../report/intake-report.ts';
import { reviewJson, reviewReport } from '../report/review-report.ts';
import { writeReportFile } from '../store/report-file.ts';
import { SCHEMA_FILE } from './bank-new.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { explainLines } from './explain-import.ts';
import { readSources } from './intake-sources.ts';
import { valuesFor } from './values.ts';

export interface BankImportOptions {
  readonly id?: string;
  readonly title?: string;
  readonly output?: string | undefined;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly explain?: string;
  /** Makes topics of the headings, and of the topics that questions name. */
  readonly topics?: boolean;
  /** Goes through the doubtful questions before anything is written. */
  readonly review?: boolean;
  /** A file that holds the answers, apart from the questions. */
  readonly answers?: string;
}

/** `quiz bank import FILE…`: documents become a bank, and what is not sure is said; 0 where all is sure, else 1. */
export async function runBankImport(
  context: Context,
  files: readonly string[],
  given: BankImportOptions,
): Promise<ExitCode> {
  const { words } = context;
  const { intake: said } = words;
  checkTarget(context, given);
  const reviewing = given.review ? await import('./import-review.ts') : null;
  const options = reviewing ? { ...given, ...reviewing.checkReview(context, files, given) } : given;
  const sources = await readSources(context, files);
  const answers = options.answers === undefined ? [] : await readSources(context, [options.answers]);
  const read = takeIn(sources, answers);
  const number = valuesFor(words).wholeNumber('--explain', options.explain, 1, 1_000_000);
  if (number !== null) return explain(context, read, sources, number);
  const reviewed = (await reviewing?.reviewImport(context, read, sources, options)) ?? null;
  const intake = reviewed?.intake ?? read;
  const inWords = (doubt: Doubt): string => said.doubt[doubt.code](doubt.params);
  const tree = options.topics ? await treeOf(intake, sources) : undefined;
  if (options.json) {
    const review = reviewed ? reviewJson(reviewed.outcome) : undefined;
    context.print(intakeJson(intake.items, intake.report, inWords, tree?.topics, review));
  } else {
    for (const line of intakeReport(intake.items, intake.report, said, words.types, inWords))
      context.print(safeLine(line));
    if (tree) for (const line of topicLines(tree, said)) context.print(safeLine(line));
    if (reviewed) for (const line of reviewReport(reviewed.outcome, words.review)) context.print(safeLine(line));
  }
  const writeTo = (output?: string) => write(context, intake, sources, { ...options, output }, tree);
  await (reviewed && reviewing ? reviewing.writeReviewed(context, options, writeTo) : writeTo(options.output));
  if (reviewed?.interrupted) return EXIT.interrupted;
  if (reviewed?.outcome.open.length === 0 && !intake.report.sure) context.notice(words.review.otherDoubts);
  return intake.report.sure || isOutline(intake, tree) ? EXIT.done : EXIT.faults;
}

async function treeOf({ items }: Intake, sources: readonly Source[]): Promise<TopicTree> {
  const { topicTree } = await import('../core/intake/topic-tree.ts');
  const { nameInPinyin } = await import('../store/pinyin.ts');
  const texts = sources.filter((source) => source.kind === 'text');
  return topicTree(texts, items, (title) => nameInPinyin(title));
}

/** Topics were asked for, there are some, and nothing else was to be had. */
const isOutline = ({ report }: Intake, tree?: TopicTree): boolean =>
  tree !== undefined && tree.count > 0 && report.questions === 0 && report.unread.length === 0;

/** What cannot be written is refused before a minute is spent on reading. */
function checkTarget({ words }: Context, { id, output }: BankImportOptions): void {
  const { intake: said } = words;
  if (output !== undefined && id === undefined)
    throw new UserError('WRONG_USE', EXIT.usage, said.needsId, said.needsIdHint);
  if (id !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UserError('WRONG_VALUE', EXIT.usage, said.badId(id), said.badIdHint);
}

async function write(
  context: Context,
  { items, report }: Intake,
  sources: readonly Source[],
  { id, title, output, force = false }: BankImportOptions,
  tree?: TopicTree,
): Promise<void> {
  const { intake: said } = context.words;
  if (report.questions === 0 && (tree?.count ?? 0) === 0) return;
  if (id === undefined || output === undefined) return context.notice(said.notWritten);
  const path = resolve(context.io.cwd, output);
  const { allowingFaults, bankDocument } = await import('../core/intake/bank-document.ts');
  const { bankText } = await import('../store/bank-text.ts');
  const text = sources.map((source) => (source.kind === 'text' ? source.text : '')).join('\n');
  const head = { id, title: title ?? titleOf(sources, id), language: languageOf(items, text) };
  const document = allowingFaults(bankDocument(head, items, text, tree), said.asInSource);
  if (writeReportFile(path, bankText(document, SCHEMA_FILE), { replace: force }) === 'exists')
    throw new UserError('FILE_EXISTS', EXIT.data, said.exists(path), said.existsHint);
  context.notice(said.written(path, document.items.length));
  context.notice(said.thenCheck(output));
}

const titleOf = (sources: readonly Source[], id: string): string =>
  basename(sources[0]?.file ?? '')
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/^-$/, '') || id;

const languageOf = (items: readonly Draft[], text: string): string =>
  /[\u4e00-\u9fff]/.test(items.length > 0 ? items.map(({ stem }) => stem).join('') : text) ? 'zh-CN' : 'en';

function explain(context: Context, { items }: Intake, sources: readonly Source[], number: number): ExitCode {
  const { intake: said } = context.words;
  const draft = items[number - 1];
  if (!draft)
    throw new UserError('NO_SUCH_QUESTION', EXIT.notFound, said.noQuestion(number, items.length), said.noQuestionHint);
  for (const line of explainLines(draft, sources, context.words)) context.print(safeText(line));
  return EXIT.done;
}
