import { essentials } from '../../src/core/analysis/group/essential.ts';
import { type GroupSummary, summariseGroup } from '../../src/core/analysis/group/group.ts';
import { type LearnerFile, uniteFiles } from '../../src/core/analysis/group/learners.ts';
import { namesOf } from '../../src/core/analysis/group/names.ts';
import type { SummaryInput } from '../../src/core/analysis/summary.ts';
import { type Bank, type BankQuestion, questionsOf } from '../../src/core/bank/bank.ts';
import { letterAt } from '../../src/core/bank/item.ts';
import { type Day, formatInstant, parseDay } from '../../src/core/day.ts';
import type { Answered, HistoryEvent } from '../../src/core/history/event.ts';
import { type Rng, rngOf, shuffled } from '../../src/core/rng.ts';
import { eventLine } from '../../src/store/event-line.ts';
import { END, HEADER } from '../../src/store/history-tail.ts';

/** Somebody who answers questions at random, better ones with more ability, harder ones with less luck. */
export interface Person {
  readonly device: string;
  /** The chance to be right of a question of middling difficulty, in logits. */
  readonly ability: number;
  readonly answers: number;
}

const FIRST_MS = Date.parse('2026-11-02T20:00:00+08:00');
const DAY_MS = 86_400_000;
const PER_DAY = 40;

/** A history of single-choice drills over these banks, a session a day. The same person gives the same history. */
export function eventsOfPerson({ device, ability, answers }: Person, banks: readonly Bank[]): HistoryEvent[] {
  const rng = rngOf(`${device} ${ability} ${answers}`);
  const questions = banks.flatMap(questionsOf).filter(({ question }) => question.type === 'single');
  const events: HistoryEvent[] = [];
  let session = '';
  for (let n = 0; n < answers; n++) {
    const ms = FIRST_MS + Math.floor(n / PER_DAY) * DAY_MS + (n % PER_DAY) * 20_000;
    const base = { id: `${device}-${String(n).padStart(6, '0')}`, at: formatInstant({ ms, offset: 480 }), device };
    if (n % PER_DAY === 0) {
      session = `${base.id}-session`;
      const about = { mode: 'drill', banks: [], settings: {}, seed: '1', form: [] } as const;
      events.push({ ...base, id: session, type: 'session-started', ...about });
    }
    const question = questions[rng.below(questions.length)] as BankQuestion;
    events.push({ ...base, ...answerTo(question, session, ability, rng) });
  }
  return events;
}

type Given = Omit<Answered, 'id' | 'at' | 'device'>;

function answerTo({ ref, question }: BankQuestion, session: string, ability: number, rng: Rng): Given {
  if (question.type !== 'single') throw new Error(`${ref} is no single choice.`);
  const { key } = question;
  const letters = question.options.map((_, index) => letterAt(index));
  const right = rng.next() < 1 / (1 + Math.exp(question.difficulty - 3 - ability));
  const wrong = letters.filter((letter) => letter !== key);
  const chosen = right ? key : (wrong[rng.below(wrong.length)] as string);
  return {
    type: 'answered',
    session,
    mode: 'drill',
    item: ref,
    revision: question.revision,
    order: shuffled(letters, rng),
    response: [chosen],
    right,
    marks: right ? 1 : 0,
    of: 1,
    rule: 'exact',
    guess: false,
    rating: right ? 'good' : 'again',
    ms: 2_000 + rng.below(20_000),
  };
}

/** What a group comes to whose files are these, as `quiz export --by person` sees them. */
export function summaryOfFiles(
  files: readonly LearnerFile[],
  { banks = [], filter = {} }: { banks?: readonly Bank[]; filter?: SummaryInput['filter'] } = {},
): GroupSummary {
  const keep = essentials();
  const slim = files.map((file) => ({ ...file, events: file.events.flatMap((event) => keep(event) ?? []) }));
  const { learners } = uniteFiles(slim);
  const names = namesOf(learners, (text) => text);
  const named = learners.map((learner, n) => ({ ...learner, name: names[n] ?? '' }));
  return summariseGroup({ learners: named, banks, today: TODAY, filter });
}

export const TODAY = parseDay('2026-11-22') as Day;

/** A history file of these events. */
export const historyText = (events: readonly HistoryEvent[]): string => HEADER + events.map(eventLine).join('') + END;
