import { basename } from 'node:path';
import type { BankHead } from '../core/intake/bank-document.ts';
import type { Doubt, Draft } from '../core/intake/draft.ts';
import { mergeTopics } from '../core/intake/formats/topics.ts';
import { type Intake, type Source, takeIn } from '../core/intake/intake.ts';
import type { TopicTree } from '../core/intake/topic-tree.ts';
import { safeLine, safeText } from '../prompts/safe-text.ts';
import { intakeJson } from '../report/intake-json.ts';
import { intakeReport, topicLines } from '../report/intake-report.ts';
import { reviewReport } from '../report/review-report.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import { explainLines } from './explain-import.ts';
import { type Target, targetOf } from './import-target.ts';
import { readSources } from './intake-sources.ts';
import { valuesFor } from './values.ts';

export interface BankImportOptions {
  readonly id?: string;
  readonly title?: string;
  readonly output?: string | undefined;
  readonly force?: boolean;
  /** Carries out what importing again does to a bank, without asking. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
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
  const options = reviewing ? { ...given, ...(await reviewing.checkReview(context, files, given)) } : given;
  const sources = await readSources(context, files);
  const answers = options.answers === undefined ? [] : await readSources(context, [options.answers]);
  const read = takeIn(sources, answers);
  const number = valuesFor(words).wholeNumber('--explain', options.explain, 1, 1_000_000);
  if (number !== null) return explain(context, read, sources, number);
  const reviewed = (await reviewing?.reviewImport(context, read, sources, options)) ?? null;
  const intake = reviewed?.intake ?? read;
  const inWords = (doubt: Doubt): string => said.doubt[doubt.code](doubt.params);
  const tree = options.topics ? await treeOf(intake, sources) : undefined;
  const targetFor = (output?: string) => plannedTarget(context, intake, sources, { ...options, output }, tree);
  /** What somebody decided is not lost where the bank cannot be written. */
  const safely = <T>(action: () => Promise<T>): Promise<T> =>
    reviewed && reviewing ? reviewing.orRescued(context, options, action, targetFor) : action();
  const target = await safely(() => targetFor(options.output));
  if (options.json) {
    const besides = { topics: tree?.topics, update: target?.update, review: reviewed?.outcome };
    context.print(intakeJson(intake.items, intake.report, inWords, besides));
  } else {
    for (const line of intakeReport(intake.items, intake.report, said, words.types, inWords))
      context.print(safeLine(line));
    if (!intake.report.sure && sources.some(({ unit }) => unit === 'paragraph')) context.print(said.paragraphs);
    if (tree) for (const line of topicLines(tree, said)) context.print(safeLine(line));
    if (reviewed) for (const line of reviewReport(reviewed.outcome, words.review)) context.print(safeLine(line));
    for (const line of target?.lines ?? []) context.print(safeLine(line));
  }
  if (target === null) {
    if (intake.report.questions + (tree?.count ?? 0) > 0) context.notice(said.notWritten);
  } else await safely(() => target.write(options));
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

/** Where all of it goes; null where nothing was asked for or there is nothing. */
async function plannedTarget(
  context: Context,
  { items, report }: Intake,
  sources: readonly Source[],
  { id, title, output }: BankImportOptions,
  tree?: TopicTree,
): Promise<Target | null> {
  if (output === undefined || id === undefined || report.questions + (tree?.count ?? 0) === 0) return null;
  const { allowingFaults, bankDocument } = await import('../core/intake/bank-document.ts');
  const text = sources.map((source) => (source.kind === 'text' ? source.text : '')).join('\n');
  const topics = topicsOf(sources);
  const head = {
    ...{ id, title: title ?? titleOf(sources, id), language: languageOf(items, text) },
    ...(topics ? { topics } : {}),
  };
  const document = allowingFaults(bankDocument(head, items, text, tree), context.words.intake.asInSource);
  const named = items.flatMap(({ id: given, duplicateOf }) => (given && duplicateOf === undefined ? [given] : []));
  return targetOf(context, output, document, new Set(named));
}

const titleOf = (sources: readonly Source[], id: string): string =>
  basename(sources[0]?.file ?? '')
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/^-$/, '') || id;

/** Of all banks among the sources; null for none. */
function topicsOf(sources: readonly Source[]): BankHead['topics'] | null {
  const topics = sources
    .map((source) => (source.kind === 'items' ? (source.topics ?? {}) : {}))
    .reduce(mergeTopics, {});
  return Object.keys(topics).length > 0 ? topics : null;
}

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
