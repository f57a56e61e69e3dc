import type { ListedAnswer } from './answer-list.ts';
import { targetsOf } from './answer-targets.ts';
import { lacks, withAnswer } from './answered.ts';
import { foldWidth } from './fold.ts';
import type { Found, Labelled } from './found.ts';
import { answerCase, answerCases, answerPassage, caseOf, passagesIn } from './join-cases.ts';
import type { SectionType } from './lexer/type-words.ts';

/** A list of answers, and what its own head says it is for. */
export interface AnswerPart {
  readonly type: SectionType | null;
  /** Number of its head: 二 is 2. */
  readonly number: number | null;
  readonly at: number;
  readonly answers: readonly ListedAnswer[];
  /** It explains answers that are given elsewhere. */
  readonly explains?: boolean;
  /** All of it, for a section whose only question has no number. */
  readonly whole?: Labelled;
  /** What answers all questions of its section that it does not name. */
  readonly others?: Labelled;
  /** It answers what is asked about the case of this number, counted from 1. */
  readonly nth?: number;
}

/** Answers that fit no question: the list is longer, or numbered otherwise. */
export interface Unmatched {
  readonly at: number;
  readonly numbers: readonly number[];
}

/** Gives each question its answer from the lists behind: by section and number, never by guess. */
export function joinAnswers(
  found: readonly Found[],
  parts: readonly AnswerPart[],
): { found: Found[]; unmatched: Unmatched[] } {
  const out = [...found];
  const unmatched: Unmatched[] = [];
  // What has its answer is looked at no more: a collection of papers has as many lists as papers.
  let open = found.flatMap((each, index) => (lacks(each) ? [index] : []));
  const passages = passagesIn(found);
  for (const part of parts) {
    if (part.explains) continue;
    // `案例A:(16)A (17)B` numbers the questions themselves.
    const isNumbered = part.answers.length > 0 && part.answers.every((each) => isAskedWithOptions(out, open, each));
    const ofCase = part.nth === undefined || isNumbered ? null : caseOf(out, part, part.nth);
    if (ofCase) {
      answerCase(out, ofCase, part);
      open = open.filter((index) => lacks(out[index] as Found));
      continue;
    }
    const alone = soleOf(out, part);
    if (alone !== null && part.whole) {
      const answer = withoutNumber(part.whole, (out[alone] as Found).number);
      out[alone] = withAnswer(out[alone] as Found, { number: 0, answer, explanation: '' });
      continue;
    }
    for (const run of runsOf(part.answers)) {
      if (answerCases(out, run, part)) {
        open = open.filter((index) => lacks(out[index] as Found));
        continue;
      }
      const targets = targetsOf(out, open, { ...part, answers: run });
      const row =
        run.length > 1 && run.every(({ inRow }) => inRow)
          ? sectionsOf(out, open, targets, { ...part, answers: run })
          : null;
      // A key that a row lacks could be any of them.
      if (row && row.length !== run.length) {
        unmatched.push({ at: part.at, numbers: run.map(({ number }) => number) });
        continue;
      }
      const inOrder = row !== null || positional(out, targets, run, part) || runsOn(out, targets, run, part);
      const strays: number[] = [];
      let answered: number | null = null;
      for (const listed of run) {
        if (answerPassage(out, listed, part, passages, open)) continue;
        const index = inOrder
          ? (row ?? targets)[listed.number - (run[0]?.number ?? 1)]
          : targets.find((each) => out[each]?.number === listed.number);
        if (index !== undefined) {
          out[index] = withAnswer(out[index] as Found, listed);
          answered = index;
        } else if (answered !== null && goesOnWith(out[answered] as Found, listed))
          out[answered] = withMore(out[answered] as Found, listed);
        else strays.push(listed.number);
      }
      if (part.others)
        for (const index of targets)
          if (lacks(out[index] as Found))
            out[index] = withAnswer(out[index] as Found, { number: 0, answer: part.others, explanation: '' });
      open = open.filter((index) => lacks(out[index] as Found));
      if (strays.length > 0) unmatched.push({ at: part.at, numbers: strays });
    }
  }
  for (const part of parts) if (part.explains) explain(out, part);
  return { found: out, unmatched };
}

const isAskedWithOptions = (found: readonly Found[], open: readonly number[], { number }: ListedAnswer): boolean =>
  open.some((index) => found[index]?.number === number && (found[index]?.options.length ?? 0) >= 2);

/**
 * Explanations of a list of their own, where the numbers of the questions run through the whole paper. An open question that has
 * no answer elsewhere has it there.
 */
function explain(found: Found[], { answers, at, number: nth, type }: AnswerPart): void {
  for (const { number, answer, explanation } of answers) {
    const all = found.flatMap((each, index) => (each.from < at && each.number === number ? [index] : []));
    const isNamed = ({ section }: Found): boolean =>
      (nth !== null && section?.number === nth) || (nth === null && type !== null && section?.type === type);
    const named = all.filter((index) => isNamed(found[index] as Found));
    const places = named.length > 0 ? named : all;
    const [only] = places;
    const text = [answer?.raw.trim() ?? '', explanation.trim()].filter(Boolean).join('\n');
    if (only === undefined || places.length > 1 || found[only]?.explanation.trim() !== '') continue;
    const one = found[only] as Found;
    const isOpen = one.options.length === 0 && (one.section?.type === 'short' || one.section?.type === 'blank');
    found[only] =
      isOpen && lacks(one)
        ? withAnswer(one, { number, answer: { raw: text, text: foldWidth(text) }, explanation: '' })
        : { ...one, explanation: text };
  }
}

/** The one question of the section that a part is for, where it has no number and no answer yet. */
function soleOf(found: readonly Found[], { type, number, at, answers, whole }: AnswerPart): number | null {
  const isOpen = type === 'case' || type === 'short';
  if (number === null && !(isOpen && answers.length === 0)) return null;
  const isInside = ({ from, section }: Found): boolean =>
    from < at && (number === null || section?.number === number) && (type === null || section?.type === type);
  const index = found.findIndex(isInside);
  const only = found[index];
  // The second is soon found where there are many papers, and the rest need not be looked at.
  if (!only || found.findIndex((each, place) => place > index && isInside(each)) >= 0) return null;
  return (only.number === null || answers.length === 0 || hasListInside(only, answers) || isListOfParts(only, whole)) &&
    lacks(only)
    ? index
    : null;
}

/** `1、(一)原因:1、…2、…`: the answer to the only question of a section has lists of its own. */
const hasListInside = ({ number }: Found, answers: readonly ListedAnswer[]): boolean =>
  answers.length > 1 && answers.filter((answer) => answer.number === number).length !== 1;

/** `解:(1)…(2)…` for the only question, which is numbered otherwise. */
const isListOfParts = ({ isPart }: Found, whole: Labelled | undefined): boolean =>
  !isPart && /^\s*(?:[解答][:：])?\s*[(（]1[)）][\s\S]*[(（]2[)）]/.test(whole?.text ?? '');

function withoutNumber({ raw, text }: Labelled, number: number | null): Labelled {
  const [lead = '', value] = /^\s*(\d{1,3})[ ]?[、.)][ ]{0,3}/.exec(text) ?? [];
  return Number(value) === number ? { raw: raw.slice(lead.length), text: text.slice(lead.length) } : { raw, text };
}

/** All open questions before it of the sections that a row of keys answers, also where a number is printed twice. */
function sectionsOf(
  found: readonly Found[],
  open: readonly number[],
  targets: readonly number[],
  { answers, at }: AnswerPart,
): number[] {
  const numbers = new Set(answers.map(({ number }) => number));
  const answered = targets.filter((index) => numbers.has(found[index]?.number ?? -1));
  const sections = new Set((answered.length > 0 ? answered : targets).map((index) => found[index]?.section));
  const known = new Set(targets);
  const last = targets.at(-1) ?? 0;
  return open.filter((index) => {
    const { section, from } = found[index] as Found;
    return sections.has(section) && from < at && (known.has(index) || index > last);
  });
}

/** A list whose numbers begin anew is as many lists. */
function runsOf(answers: readonly ListedAnswer[]): ListedAnswer[][] {
  const runs: ListedAnswer[][] = [];
  answers.forEach((answer, index) => {
    if (index === 0 || answer.number <= (answers[index - 1]?.number ?? 0)) runs.push([]);
    runs.at(-1)?.push(answer);
  });
  return runs;
}

/** `三、√ × × √ ×` for questions 17 to 21: as many keys as questions, counted from the first. Few prove it where they are named. */
const positional = (
  found: readonly Found[],
  targets: readonly number[],
  run: readonly ListedAnswer[],
  { type, number }: AnswerPart,
): boolean =>
  run.length >= (type === null || type === 'list' ? (number === null ? 3 : 2) : 1) &&
  run.length === targets.length &&
  run.every(({ number }, index) => number === index + 1) &&
  targets.every((index) => (found[index]?.number ?? 0) > run.length);

/** The answer before it is a list that has come to the number before this one, and no question has this number. */
function goesOnWith({ answer, section }: Found, { number, answer: next }: ListedAnswer): boolean {
  if (next === null || answer === null || (section?.type !== 'short' && section?.type !== 'case')) return false;
  const numbers = [...answer.text.matchAll(/(?:^|\n)\s*(\d{1,2})[ ]?[、.．)]/g)].map(([, value]) => Number(value));
  return numbers[0] === 1 && numbers.at(-1) === number - 1;
}

function withMore(found: Found, { number, answer }: ListedAnswer): Found {
  const before = found.answer as Labelled;
  const sign = /(?:^|\n)\s*\d{1,2}[ ]?([、.．)])/.exec(before.raw)?.[1] ?? '.';
  const added = (text: string, more: string): string => `${text.trimEnd()}\n${number}${sign}${more}`;
  return {
    ...found,
    answer: { raw: added(before.raw, answer?.raw ?? ''), text: added(before.text, answer?.text ?? '') },
  };
}

/** Keys 9 to 11 for the questions 1 to 3 of the section that their head names: the list numbers them throughout. */
function runsOn(
  found: readonly Found[],
  targets: readonly number[],
  run: readonly ListedAnswer[],
  { type }: AnswerPart,
): boolean {
  const first = run[0]?.number ?? 0;
  return (
    type !== null &&
    type !== 'list' &&
    first > targets.length &&
    run.length === targets.length &&
    run.every(({ number }, index) => number === first + index) &&
    targets.every((index, n) => found[index]?.number === n + 1)
  );
}
