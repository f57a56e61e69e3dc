import type { ListedAnswer } from './answer-list.ts';
import { lacks, withAnswer } from './answered.ts';
import type { Found } from './found.ts';
import type { AnswerPart } from './join-answers.ts';
import { passageNumber } from './passage-number.ts';

/** The questions about the case of that number, where none of them has its answer yet; null where there is no such case. */
export function caseOf(found: readonly Found[], part: AnswerPart, nth: number): number[] | null {
  const isOpen = (group: readonly number[] | undefined): group is number[] =>
    group?.every((index) => lacks(found[index] as Found)) === true;
  // The head above may be of the section before.
  const group = [part, { ...part, number: null }].map((each) => casesOf(found, each)[nth - 1]).find(isOpen);
  return group ?? null;
}

/** The cases of the last section before the part that has open ones, each as its questions. */
function casesOf(found: readonly Found[], { at, number }: AnswerPart): number[][] {
  const inCases = found.flatMap((each, index) => {
    const isCase = each.section?.type === 'case' || each.material !== '' || each.rules.includes('material');
    return each.from < at && isCase && (number === null || each.section?.number === number) ? [index] : [];
  });
  const last = found[inCases.findLast((index) => lacks(found[index] as Found)) ?? -1]?.section;
  const cases: number[][] = [];
  for (const index of inCases.filter((each) => found[each]?.section === last)) {
    const { material } = found[index] as Found;
    const before = cases.at(-1);
    if (before && material !== '' && found[before[0] as number]?.material === material) before.push(index);
    else cases.push([index]);
  }
  return cases;
}

/** Each question of a case by its number; all of it where it is one question. */
export function answerCase(found: Found[], group: readonly number[], { answers, whole }: AnswerPart): void {
  const [only] = group;
  if (only !== undefined && group.length === 1 && whole) {
    found[only] = withAnswer(found[only] as Found, { number: 0, answer: whole, explanation: '' });
    return;
  }
  for (const listed of answers) {
    const index = group.find((each) => found[each]?.number === listed.number);
    if (index !== undefined) found[index] = withAnswer(found[index] as Found, listed);
  }
}

/**
 * `1.(1)…(2)… 2.…` for two cases, of which the first asks two things: the numbers count the cases. False, and nothing done, where
 * they may count questions.
 */
export function answerCases(found: Found[], run: readonly ListedAnswer[], part: AnswerPart): boolean {
  if (part.type !== 'case' || run.length < 2 || run.length !== part.answers.length) return false;
  const cases = casesOf(found, part);
  const counts = run.every(({ number }, index) => number === index + 1) && run.length === cases.length;
  const isDivided = cases.every((group, index) => group.length < 2 || partsIn(run[index], group.length).length > 1);
  if (!counts || !isDivided || cases.every(({ length }) => length === 1)) return false;
  cases.forEach((group, index) => {
    const listed = run[index] as ListedAnswer;
    const parts = group.length > 1 ? partsIn(listed, group.length) : [listed];
    group.forEach((place, nth) => {
      const own = parts[nth];
      if (own && lacks(found[place] as Found)) found[place] = withAnswer(found[place] as Found, own);
    });
  });
  return true;
}

/**
 * `18.(1)…(2)…` for the passage that has the number 18, below which (1) and (2) are asked. False, and nothing done, where no
 * passage has it.
 */
export function answerPassage(
  found: Found[],
  listed: ListedAnswer,
  { at, number, type }: AnswerPart,
  passages: ReadonlyMap<number, readonly number[]>,
  open: readonly number[],
): boolean {
  const isNamed = ({ from, section }: Found): boolean =>
    from < at && (number === null || section?.number === number) && (type === null || section?.type === type);
  const all = passages.get(listed.number) ?? [];
  const group = all.filter((index) => lacks(found[index] as Found) && isNamed(found[index] as Found));
  const [first] = group;
  if (first === undefined) return false;
  // Where the list names no section, a question that has the number itself comes first.
  const isTaken = open.some((index) => found[index]?.number === listed.number && !all.includes(index));
  if (number === null && type === null && isTaken) return false;
  const material = found[first]?.material;
  if (listed.answer === null || group.some((index) => found[index]?.material !== material)) return false;
  const parts = partsIn(listed, group.length);
  if (parts.length === 0) found[first] = withAnswer(found[first] as Found, listed);
  for (const [nth, own] of parts.entries()) {
    const index = group[nth] as number;
    found[index] = withAnswer(found[index] as Found, own);
  }
  return true;
}

/** The parts of each passage that has a number, by that number. */
export function passagesIn(found: readonly Found[]): ReadonlyMap<number, readonly number[]> {
  const passages = new Map<number, number[]>();
  for (const [index, { isPart, outer, material }] of found.entries()) {
    const number = isPart ? (outer ?? passageNumber(material)) : null;
    if (number !== null) passages.set(number, [...(passages.get(number) ?? []), index]);
  }
  return passages;
}

/** `(1)…(2)…`, or `①…②…`, as so many answers, the explanation with the last; none where it is not so divided. */
function partsIn(listed: ListedAnswer | undefined, count: number): ListedAnswer[] {
  const { raw = '', text = '' } = listed?.answer ?? {};
  if (!listed || raw.length !== text.length) return [];
  for (const pattern of [/[(（](\d)[)）][ ]{0,2}/g, /([①-⑨])[ ]{0,2}/g, /(?<![\d(（])(\d)[)）][ ]{0,2}/g]) {
    const marks: { readonly at: number; readonly end: number }[] = [];
    for (const { 0: whole, 1: value = '', index } of text.matchAll(pattern)) {
      const number = /\d/.test(value) ? Number(value) : value.charCodeAt(0) - 0x245f;
      if (number === marks.length + 1) marks.push({ at: index, end: index + whole.length });
    }
    if (marks.length !== count) continue;
    return marks.map(({ end }, nth) => {
      const to = marks[nth + 1]?.at ?? text.length;
      const answer = { raw: raw.slice(end, to), text: text.slice(end, to) };
      return { number: nth + 1, answer, explanation: nth === count - 1 ? listed.explanation : '' };
    });
  }
  return [];
}
