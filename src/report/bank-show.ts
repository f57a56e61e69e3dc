import { type Bank, questionsOf } from '../core/bank/bank.ts';
import type { Certificate } from '../core/bank/certificate.ts';
import type { QuestionType } from '../core/bank/item.ts';
import type { Paper, Section } from '../core/bank/paper.ts';
import { formatPoints, hundredthsOf } from '../core/grading/mark.ts';
import { oneLine } from './one-line.ts';

export interface BankShowWords {
  /** Sub-questions of cases are counted one by one. */
  readonly questions: (count: number) => string;
  readonly cases: (count: number) => string;
  readonly types: Readonly<Record<QuestionType, string>>;
  readonly topics: string;
  readonly noTopic: string;
  readonly papers: string;
  readonly minutes: (minutes: number) => string;
  readonly pass: (points: string, total: string) => string;
  /** A paper without a pass mark. */
  readonly total: (total: string) => string;
  readonly section: (count: number, points: string, total: string) => string;
  readonly certificates: string;
  readonly need: (need: number, papers: number) => string;
  /** A pass mark that the certificate asks for. */
  readonly from: (points: string) => string;
}

/** What is in a bank: its questions by type and topic, its papers and certificates. */
export function renderBankShow(bank: Bank, words: BankShowWords): string {
  const parts = [
    headLines(bank),
    countLines(bank, words),
    topicLines(bank, words),
    paperLines(bank, words),
    certificateLines(bank, words),
  ];
  return parts.flatMap((lines) => (lines.length === 0 ? [] : [`${lines.join('\n')}\n`])).join('\n');
}

function headLines(bank: Bank): string[] {
  const facts = [bank.id, bank.language, bank.license].filter((fact) => fact !== '');
  return [oneLine(bank.title), facts.map(oneLine).join(' · ')];
}

const TYPES: readonly QuestionType[] = ['single', 'multiple', 'boolean', 'blank', 'ordering', 'short'];

function countLines(bank: Bank, words: BankShowWords): string[] {
  const questions = questionsOf(bank);
  const cases = bank.items.filter(({ type }) => type === 'case').length;
  const byType = TYPES.flatMap((type) => {
    const count = questions.filter(({ question }) => question.type === type).length;
    return count === 0 ? [] : [`  ${words.types[type]} ${count}`];
  });
  return [words.questions(questions.length), ...byType, ...(cases === 0 ? [] : [`  ${words.cases(cases)}`])];
}

/** A topic's count has the questions of the topics below it. */
function topicLines(bank: Bank, words: BankShowWords): string[] {
  if (bank.topics.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { question } of questionsOf(bank))
    for (const path of pathsUpFrom(question.topic)) counts.set(path, (counts.get(path) ?? 0) + 1);
  const tree = bank.topics.map(({ path, title }) => {
    const depth = path.split('.').length;
    return `${'  '.repeat(depth)}${oneLine(title)} (${path}) ${counts.get(path) ?? 0}`;
  });
  const without = counts.get('') ?? 0;
  return [words.topics, ...tree, ...(without === 0 ? [] : [`  ${words.noTopic} ${without}`])];
}

/** `a.b.c`, `a.b`, `a`; the empty path is its own only one. */
function pathsUpFrom(topic: string): string[] {
  const parts = topic.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function paperLines(bank: Bank, words: BankShowWords): string[] {
  if (bank.papers.length === 0) return [];
  return [
    words.papers,
    ...bank.papers.flatMap((paper) => [`  ${paperLine(paper, words)}`, ...sectionLines(paper, words)]),
  ];
}

function paperLine(paper: Paper, words: BankShowWords): string {
  const total = formatPoints(paper.sections.reduce((sum, section) => sum + hundredthsIn(section), 0));
  const score = paper.pass === null ? words.total(total) : words.pass(formatPoints(hundredthsOf(paper.pass)), total);
  const time = paper.limitMinutes === null ? [] : [words.minutes(paper.limitMinutes)];
  return [`${oneLine(paper.title)} (${oneLine(paper.id)})`, ...time, score].join(' · ');
}

const sectionLines = (paper: Paper, words: BankShowWords): string[] =>
  paper.sections.map((section) => {
    const points = formatPoints(hundredthsOf(section.points));
    const counts = words.section(countIn(section), points, formatPoints(hundredthsIn(section)));
    return `    ${oneLine(section.title)} ${counts}`;
  });

const countIn = (section: Section): number => section.groups.reduce((sum, group) => sum + group.count, 0);
const hundredthsIn = (section: Section): number => countIn(section) * hundredthsOf(section.points);

function certificateLines(bank: Bank, words: BankShowWords): string[] {
  if (bank.certificates.length === 0) return [];
  return [words.certificates, ...bank.certificates.flatMap((certificate) => linesOf(certificate, bank, words))];
}

function linesOf({ id, title, need, papers }: Certificate, bank: Bank, words: BankShowWords): string[] {
  const named = papers.map(({ bank: of, paper, pass }) => {
    const name = of === bank.id ? paper : `${of}/${paper}`;
    return pass === null ? `    ${name}` : `    ${name} · ${words.from(formatPoints(hundredthsOf(pass)))}`;
  });
  return [`  ${oneLine(title)} (${id}) · ${words.need(need, papers.length)}`, ...named];
}
