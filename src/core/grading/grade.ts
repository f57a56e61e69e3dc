import type { Question } from '../bank/item.ts';
import { gradeBlank } from './blank.ts';
import { gradeBoolean } from './boolean.ts';
import type { Mark, Response } from './mark.ts';
import { gradeMultiple } from './multiple.ts';
import { gradeOrdering } from './ordering.ts';
import type { Rule } from './rule.ts';
import { gradeShort } from './short.ts';
import { gradeSingle } from './single.ts';
import type { ScriptFold } from './text-match.ts';

export { fullPoints } from './points.ts';

/**
 * The mark of a response. `Mark.rule` names what was applied: `exact` or `exact-0.5` (a wrong answer costs half a
 * point), the scoring of a multiple choice, `exact` or `pairs` for an order, `blanks`, `points` (key points), and
 * `sum` for a case.
 *
 * `fold` turns traditional characters into simplified ones; it is handed in, so that the core carries no table.
 * A response of another kind than the question asks for is a bug in the caller, and throws.
 */
export function grade(question: Question, response: Response, rule: Rule, fold: ScriptFold): Mark {
  switch (question.type) {
    case 'single':
      return gradeSingle(question, expecting('letters', question, response).letters, rule);
    case 'multiple':
      return gradeMultiple(question, expecting('letters', question, response).letters, rule);
    case 'ordering':
      return gradeOrdering(question, expecting('letters', question, response).letters, rule);
    case 'boolean':
      return gradeBoolean(question, expecting('truth', question, response).value, rule);
    case 'blank':
      return gradeBlank(question, expecting('texts', question, response).texts, rule, fold);
    case 'short': {
      const { text, covered } = expecting('essay', question, response);
      return gradeShort(question, text, covered, rule);
    }
  }
}

type Kind = Response['kind'];

function expecting<K extends Kind>(kind: K, question: Question, response: Response): Extract<Response, { kind: K }> {
  if (isOfKind(kind, response)) return response;
  throw new Error(`"${question.id}" is a ${question.type} question: it takes ${kind}, and got ${response.kind}.`);
}

const isOfKind = <K extends Kind>(kind: K, response: Response): response is Extract<Response, { kind: K }> =>
  response.kind === kind;
