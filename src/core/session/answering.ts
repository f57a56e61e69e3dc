import type { BankQuestion } from '../bank/bank.ts';
import type { Letter, Question } from '../bank/item.ts';
import { ratingOf } from '../drill/rating.ts';
import { grade } from '../grading/grade.ts';
import type { Mark, Response } from '../grading/mark.ts';
import type { Rule } from '../grading/rule.ts';
import type { ScriptFold } from '../grading/text-match.ts';
import type { Answered, Mode, NewEvent } from '../history/event.ts';

/** One answer as given, with everything that history wants to know of it. */
export interface Attempt {
  readonly session: string;
  readonly mode: Mode;
  readonly question: BankQuestion;
  /** The order the options were shown in; null for a question without options. */
  readonly order: readonly Letter[] | null;
  readonly response: Response;
  readonly guess: boolean;
  readonly easy: boolean;
  /** The learner counts it right against the marking. */
  readonly overrule: boolean;
  /** The time for the question ran out. */
  readonly expired: boolean;
  /** What was picked or typed when the time ran out. */
  readonly draft?: readonly string[];
  readonly ms: number;
}

export type AnsweredEvent = Extract<NewEvent, { type: 'answered' }>;

/** The event that an attempt becomes, with its mark. Overruled, it has full marks, and says that it was overruled. */
export function markAttempt(attempt: Attempt, rule: Rule, fold: ScriptFold): { mark: Mark; event: AnsweredEvent } {
  const { question, response } = attempt;
  const given = grade(question.question, response, rule, fold);
  const mark = attempt.overrule ? { ...given, hundredths: given.of, right: true } : given;
  const event: AnsweredEvent = {
    type: 'answered',
    session: attempt.session,
    mode: attempt.mode,
    item: question.ref,
    revision: question.question.revision,
    ...(attempt.order ? { order: attempt.order } : {}),
    response: recorded(response),
    ...(response.kind === 'essay' ? { covered: response.covered } : {}),
    ...(mark.steps ? { steps: mark.steps } : {}),
    right: mark.right,
    marks: mark.hundredths / 100,
    of: mark.of / 100,
    rule: mark.rule,
    guess: attempt.guess,
    ...(attempt.overrule ? { overrule: true } : {}),
    ...(attempt.expired ? { expired: true } : {}),
    ...(attempt.draft?.some((text) => text !== '') ? { draft: attempt.draft } : {}),
    rating: ratingOf({ right: mark.right, guess: attempt.guess, overrule: attempt.overrule, easy: attempt.easy }),
    ms: Math.round(attempt.ms),
  };
  return { mark, event };
}

function recorded(response: Response): Answered['response'] {
  switch (response.kind) {
    case 'letters':
      return response.letters;
    case 'truth':
      return response.value === null ? [] : [response.value];
    case 'texts':
      return response.texts.every((text) => text === '') ? [] : response.texts;
    case 'essay':
      return response.text === '' ? [] : [response.text];
  }
}

/** Nothing chosen, nothing typed: what a question gets whose time ran out. */
export function noResponse(question: Question): Response {
  switch (question.type) {
    case 'boolean':
      return { kind: 'truth', value: null };
    case 'blank':
      return { kind: 'texts', texts: question.blanks.map(() => '') };
    case 'short':
      return { kind: 'essay', text: '', covered: [] };
    default:
      return { kind: 'letters', letters: [] };
  }
}

/** True where an answer says nothing at all. */
export function isUnanswered(event: Pick<Answered, 'response'>): boolean {
  return event.response.length === 0;
}

/** The response that an event holds, as an answer to this question; null where the question is of another kind by now. */
export function responseOf(
  question: Question,
  { response, covered = [] }: Pick<Answered, 'response' | 'covered'>,
): Response | null {
  const texts = response.filter((part) => typeof part === 'string');
  switch (question.type) {
    case 'boolean': {
      const [value = null] = response;
      return typeof value === 'string' ? null : { kind: 'truth', value };
    }
    case 'blank':
      return { kind: 'texts', texts: question.blanks.map((_, index) => texts[index] ?? '') };
    case 'short':
      return { kind: 'essay', text: texts[0] ?? '', covered };
    default:
      return texts.every((text) => /^[A-Z]$/.test(text)) ? { kind: 'letters', letters: texts } : null;
  }
}
