import type { BankQuestion } from '../bank/bank.ts';
import type { Day } from '../day.ts';
import { type Rng, shuffled } from '../rng.ts';
import { comesBack, type Memory, NEW, type Reviewed } from './memory.ts';
import type { Scheduler } from './scheduler.ts';

export interface QueueInput {
  /** What may be asked, in the order of the banks. */
  readonly questions: readonly BankQuestion[];
  readonly memories: ReadonlyMap<string, Reviewed>;
  /** Put away by the learner. */
  readonly suspended: ReadonlySet<string>;
  readonly scheduler: Scheduler;
  readonly today: Day;
  /** New questions that may still be met today. */
  readonly newLeft: number;
  /** True while nothing new was met today: a case with more parts than `newLeft` may then come in whole. */
  readonly newUntouched: boolean;
  /** Most questions of the session; null for no limit. */
  readonly limit: number | null;
  /** Also what is not due yet, soonest first. */
  readonly ahead: boolean;
  readonly rng: Rng;
}

export interface Queued {
  readonly question: BankQuestion;
  /** `chosen`: picked by the learner, whether it is due or not. */
  readonly because: 'due' | 'new' | 'ahead' | 'chosen';
}

/** Questions that are asked one after the other: a case's parts, or one question alone. */
type Group = readonly Queued[];

/**
 * What to ask today, in order: what is due, oldest first and shuffled within a day; then what was missed earlier today and
 * not right since; then what is new, in the order of the topics; then, if asked for, what is due later. Parts of
 * a case stand together or rest until tomorrow.
 */
export function planQueue(input: QueueInput): Queued[] {
  const all = groupsOf(input.questions);
  const groups = all.filter((group) => !isResting(group, input));
  const due = shuffled(groups, input.rng).flatMap((group) => pickDue(group, input));
  due.sort((a, b) => a.on - b.on);
  const missed = shuffled(
    all.flatMap((group) => pickMissed(group, input)),
    input.rng,
  );
  const taken = new Set([...due.map(({ group }) => group), ...missed].map((group) => group[0]?.question.ref));
  const newest = takeNew(groups, due, input);
  // Asked for early, what was answered today may come again: the learner wants it.
  const ahead = input.ahead ? pickAhead(all, taken, input) : [];
  return cut([...newest.dueGroups, ...missed, ...newest.newGroups, ...ahead], input.limit);
}

/** Questions alone, and the parts of each case together, in their order. */
export function groupsOf(questions: readonly BankQuestion[]): (readonly BankQuestion[])[] {
  const groups = new Map<string, BankQuestion[]>();
  for (const question of questions) {
    const key = question.parent ? `${question.bank.id}/${question.parent.id}` : question.ref;
    const group = groups.get(key);
    if (group) group.push(question);
    else groups.set(key, [question]);
  }
  return [...groups.values()];
}

const memoryOf = (question: BankQuestion, input: QueueInput): Memory => input.memories.get(question.ref) ?? NEW;

/** A case of which one part was answered today rests; so does everything that was answered today. */
function isResting(group: readonly BankQuestion[], input: QueueInput): boolean {
  return group.some((question) => {
    const memory = memoryOf(question, input);
    return memory.kind === 'reviewed' && memory.reviewedOn === input.today;
  });
}

/** What was missed earlier today comes back, of a case the missed parts alone: the learner left, or was asked in an exam. */
function pickMissed(group: readonly BankQuestion[], input: QueueInput): Group[] {
  const open = group.filter((question) => !input.suspended.has(question.ref));
  const missed = open.filter((question) => {
    const memory = memoryOf(question, input);
    return memory.kind === 'reviewed' && comesBack(memory, input.today);
  });
  return missed.length > 0 ? [missed.map((question) => ({ question, because: 'due' }))] : [];
}

interface DueGroup {
  readonly on: Day;
  readonly group: Group;
  /** New parts of the same case, asked along with it while the day has room for them. */
  readonly fresh: readonly BankQuestion[];
}

function pickDue(group: readonly BankQuestion[], input: QueueInput): DueGroup[] {
  const open = group.filter((question) => !input.suspended.has(question.ref));
  let first = Number.POSITIVE_INFINITY;
  const due = open.filter((question) => {
    const memory = memoryOf(question, input);
    if (memory.kind === 'new') return false;
    if (!input.scheduler.isDue(memory, question.ref, input.today)) return false;
    first = Math.min(first, input.scheduler.dueOn(memory, question.ref));
    return true;
  });
  if (due.length === 0) return [];
  const fresh = open.filter((question) => memoryOf(question, input).kind === 'new');
  return [{ on: first, group: due.map((question) => ({ question, because: 'due' })), fresh }];
}

function takeNew(groups: readonly (readonly BankQuestion[])[], due: readonly DueGroup[], input: QueueInput) {
  let left = input.newLeft;
  const dueGroups = due.map(({ group, fresh }): Group => {
    if (fresh.length === 0 || fresh.length > left) return group;
    left -= fresh.length;
    const parts = [...group, ...fresh.map((question): Queued => ({ question, because: 'new' }))];
    return parts.sort((a, b) => partNumber(a.question) - partNumber(b.question));
  });
  const newGroups: Group[] = [];
  const unseen = groups
    .map((group) => group.filter((question) => !input.suspended.has(question.ref)))
    .filter((open) => open.length > 0 && open.every((question) => memoryOf(question, input).kind === 'new'));
  for (const open of left > 0 ? inTopicOrder(unseen) : []) {
    if (left <= 0) break;
    const first = input.newUntouched && left === input.newLeft;
    if (open.length > left && !first) continue;
    left -= open.length;
    newGroups.push(open.map((question) => ({ question, because: 'new' })));
  }
  return { dueGroups, newGroups };
}

/** The number behind `#`; parts of a case are asked in the order they were written in. */
const partNumber = (question: BankQuestion): number => Number(question.question.id.split('#')[1] ?? 0);

/** Unseen questions come topic by topic, as a book would bring them. */
function inTopicOrder(groups: readonly (readonly BankQuestion[])[]): (readonly BankQuestion[])[] {
  const ranks = new Map<object, Map<string, number>>();
  const rankOf = (question: BankQuestion): number => {
    let ofBank = ranks.get(question.bank);
    if (!ofBank) {
      ofBank = new Map(question.bank.topics.map((topic, index) => [topic.path, index]));
      ranks.set(question.bank, ofBank);
    }
    return ofBank.get(question.question.topic) ?? Number.MAX_SAFE_INTEGER;
  };
  const banks = [...new Set(groups.map((group) => group[0]?.bank))];
  return groups
    .map((group, index) => ({
      group,
      index,
      bank: banks.indexOf(group[0]?.bank),
      rank: group[0] ? rankOf(group[0]) : 0,
    }))
    .sort((a, b) => a.bank - b.bank || a.rank - b.rank || a.index - b.index)
    .map(({ group }) => group);
}

function pickAhead(
  groups: readonly (readonly BankQuestion[])[],
  taken: ReadonlySet<unknown>,
  input: QueueInput,
): Group[] {
  const later = groups.flatMap((group) => {
    const open = group.filter((question) => !input.suspended.has(question.ref));
    const known = open.flatMap((question) => {
      const memory = memoryOf(question, input);
      return memory.kind === 'new' ? [] : [{ question, on: input.scheduler.dueOn(memory, question.ref) }];
    });
    if (known.length === 0 || known.some(({ question }) => taken.has(question.ref))) return [];
    return [{ on: Math.min(...known.map(({ on }) => on)), known }];
  });
  return later
    .filter(({ on }) => on > input.today)
    .sort((a, b) => a.on - b.on)
    .map(({ known }) => known.map(({ question }): Queued => ({ question, because: 'ahead' })));
}

/** The first questions up to the limit; a case that would be cut in two waits, unless it alone is more than the limit. */
export function cut<T>(groups: readonly (readonly T[])[], limit: number | null): T[] {
  const out: T[] = [];
  for (const group of groups) {
    if (limit !== null && out.length > 0 && out.length + group.length > limit) {
      if (out.length >= limit) break;
      continue;
    }
    out.push(...group);
  }
  return out;
}
