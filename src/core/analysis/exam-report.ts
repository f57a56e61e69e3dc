import type { BankQuestion } from '../bank/bank.ts';
import { type Form, type FormItem, ruleOf } from '../exam/form.ts';
import type { ExamOpening } from '../exam/opening.ts';
import { type ItemScore, type Score, scoreForm } from '../exam/score.ts';
import { answerAt, entryOf, type Sheet } from '../exam/sheet.ts';
import { grade } from '../grading/grade.ts';
import type { ScriptFold } from '../grading/text-match.ts';
import type { Answered } from '../history/event.ts';
import { responseOf } from '../session/answering.ts';

/** What an exam came to. Marks are hundredths of a point. */
export interface ExamReport {
  readonly score: Score;
  readonly usedMs: number;
  readonly limitMs: number | null;
  readonly topics: readonly TopicScore[];
  readonly times: readonly ItemTime[];
  readonly changes: Changes;
  readonly blank: readonly FormItem[];
  readonly flagged: readonly FormItem[];
  /** Answered unsure, and right: luck, or more than was thought. */
  readonly lucky: readonly FormItem[];
  /** Questions that had been answered before the exam, and those that never were: the second is the honest score. */
  readonly seen: Part;
  readonly unseen: Part;
  readonly today: Today;
}

export interface Part {
  readonly count: number;
  readonly marks: number;
  readonly of: number;
}

export interface TopicScore extends Part {
  /** Dotted path; empty for items without a topic, and for those that the bank lacks by now. */
  readonly topic: string;
  readonly right: number;
}

export interface ItemTime {
  readonly item: FormItem;
  readonly spentMs: number;
  /** The time that its marks would give it. */
  readonly shareMs: number;
}

/** Answers that were changed, by what the first and the last of them were worth. */
export interface Changes {
  readonly rightToWrong: number;
  readonly wrongToRight: number;
  /** Changed between answers that were both right, or both wrong. */
  readonly other: number;
}

/** The same answers by the key and the texts that the bank has today; nothing that was recorded is changed by it. */
export interface Today {
  readonly score: Score;
  /** Questions whose texts or key are others by now. */
  readonly changed: readonly FormItem[];
  /** Questions that the bank has no more: they keep the marks that they were given. */
  readonly missing: readonly FormItem[];
}

export interface ReportInput {
  readonly opening: ExamOpening;
  readonly sheet: Sheet;
  readonly usedMs: number;
  readonly questions: ReadonlyMap<string, BankQuestion>;
  readonly fold: ScriptFold;
}

export function examReport(input: ReportInput): ExamReport {
  const { opening, sheet, usedMs, questions } = input;
  const { form, settings, seen } = opening;
  const score = scoreForm(form, (ref) => answerAt(sheet, ref));
  const limitMs = settings.limitMinutes === null ? null : settings.limitMinutes * 60_000;
  const items = (fits: (score: ItemScore) => boolean): FormItem[] => score.items.filter(fits).map(({ item }) => item);
  return {
    score,
    usedMs,
    limitMs,
    topics: topicScores(score.items, questions),
    times: itemTimes(form, sheet, limitMs ?? usedMs),
    changes: changesIn(form, sheet),
    blank: items(({ outcome }) => outcome === 'blank'),
    flagged: items(({ item }) => entryOf(sheet, item.ref).flagged),
    lucky: items(({ answer }) => answer?.guess === true && answer.right),
    seen: partOf(score.items.filter(({ item }) => seen.has(item.ref))),
    unseen: partOf(score.items.filter(({ item }) => !seen.has(item.ref))),
    today: byTodaysKey(input),
  };
}

const partOf = (scores: readonly ItemScore[]): Part => ({
  count: scores.length,
  marks: scores.reduce((sum, { marks }) => sum + marks, 0),
  of: scores.reduce((sum, { item }) => sum + item.of, 0),
});

function topicScores(scores: readonly ItemScore[], questions: ReportInput['questions']): TopicScore[] {
  const topicOf = ({ item }: ItemScore): string => questions.get(item.ref)?.question.topic ?? '';
  return [...new Set(scores.map(topicOf))].map((topic) => {
    const own = scores.filter((score) => topicOf(score) === topic);
    return { topic, ...partOf(own), right: own.filter(({ outcome }) => outcome === 'right').length };
  });
}

function itemTimes(form: Form, sheet: Sheet, wholeMs: number): ItemTime[] {
  const total = form.items.reduce((sum, { of }) => sum + of, 0) || 1;
  return form.items.map((item) => ({
    item,
    spentMs: entryOf(sheet, item.ref).spentMs,
    shareMs: (wholeMs * item.of) / total,
  }));
}

function changesIn(form: Form, sheet: Sheet): Changes {
  const changes = { rightToWrong: 0, wrongToRight: 0, other: 0 };
  for (const { ref } of form.items) {
    const given = entryOf(sheet, ref).answers.filter(({ remarked }) => remarked !== true);
    const [first, last] = [given[0], given.at(-1)];
    if (!first || !last || !given.some((answer) => isOther(answer, last))) continue;
    if (first.right && !last.right) changes.rightToWrong++;
    else if (!first.right && last.right) changes.wrongToRight++;
    else changes.other++;
  }
  return changes;
}

/** Marked unsure and then sure again, an answer is still the same. */
const isOther = (a: Answered, b: Answered): boolean => JSON.stringify(a.response) !== JSON.stringify(b.response);

function byTodaysKey({ opening: { form }, sheet, questions, fold }: ReportInput): Today {
  const changed = form.items.filter(({ ref, revision }) => {
    const now = questions.get(ref)?.question.revision;
    return now !== undefined && revision !== '' && now !== revision;
  });
  const again = new Map(
    changed.map((item) => [item.ref, markedAgain(form, item, answerAt(sheet, item.ref), questions, fold)]),
  );
  return {
    score: scoreForm(form, (ref) => (again.has(ref) ? (again.get(ref) ?? null) : answerAt(sheet, ref))),
    changed,
    missing: form.items.filter(({ ref }) => !questions.has(ref)),
  };
}

function markedAgain(
  form: Form,
  item: FormItem,
  answer: Answered | null,
  questions: ReportInput['questions'],
  fold: ScriptFold,
): Answered | null {
  const question = questions.get(item.ref)?.question;
  const response = answer && question ? responseOf(question, answer) : null;
  if (!answer || !question || !response || answer.overrule) return answer;
  const mark = grade(question, response, ruleOf(form, item), fold);
  return { ...answer, right: mark.right, marks: mark.hundredths / 100 };
}
