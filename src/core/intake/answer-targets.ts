import type { ListedAnswer } from './answer-list.ts';
import type { Found } from './found.ts';
import type { AnswerPart } from './join-answers.ts';

/** The questions a list is for: the section its head names, else the first ones before it that lack an answer. */
export function targetsOf(found: readonly Found[], open: readonly number[], part: AnswerPart): number[] {
  const before = open.filter((index) => (found[index] as Found).from < part.at);
  const numbers = new Set(part.answers.map(({ number }) => number));
  const covered = (indices: readonly number[]): number =>
    indices.filter((index) => numbers.has(found[index]?.number ?? -1)).length;
  const groups = groupsOf(found, before);
  const hasType = part.type !== null && part.type !== 'list';
  const named = groups.filter((group) => {
    const section = found[group[0] as number]?.section;
    return hasType ? section?.type === part.type : part.number !== null && section?.number === part.number;
  });
  const exact = named.find(
    (group) => found[group[0] as number]?.section?.number === part.number && part.number !== null,
  );
  // Keys that are counted, not numbered, are of the section that is named.
  if (exact && part.answers.every(({ inRow }) => inRow)) return exact;
  // All of the sections that it names have their answers: what is left over is a list in one of these.
  const isOver =
    named.length === 0 &&
    found.some(({ section }) =>
      hasType ? section?.type === part.type : part.number !== null && section?.number === part.number,
    );
  if (isOver) return [];
  const candidates = exact ? [exact] : named.length > 0 ? named : askedSo(found, groups, part.answers);
  const best =
    candidates.find((group) => group.length === part.answers.length && covered(group) === group.length) ??
    candidates.find((group) => covered(group) >= Math.min(group.length, part.answers.length)) ??
    [...candidates].sort((a, b) => covered(b) - covered(a))[0];
  // Numbers that run on through all sections need no section.
  const seen = new Set<number | null>();
  const first = before.filter((index) => {
    const number = found[index]?.number ?? null;
    return !seen.has(number) && seen.add(number);
  });
  // Where type and number name one, others must have all the rest: numbers beyond it are else of lists in its answers.
  const isNamed = exact !== undefined && hasType && covered(exact) > 0 && covered(first) < part.answers.length;
  if (!isNamed && covered(first) > covered(best ?? [])) return first;
  return best ?? [];
}

/** Letters answer questions with options, where there are such; nothing else is left out. */
function askedSo(found: readonly Found[], groups: number[][], answers: readonly ListedAnswer[]): number[][] {
  const letters = answers.filter(({ answer }) => /^\s*[A-H]{1,8}[\s。.;；,，]*$/.test(answer?.text ?? '')).length;
  if (letters < 0.8 * answers.length) return groups;
  const choices = groups.filter((group) => group.some((index) => (found[index]?.options.length ?? 0) >= 2));
  return choices.length > 0 ? choices : groups;
}

function groupsOf(found: readonly Found[], indices: readonly number[]): number[][] {
  const groups: number[][] = [];
  indices.forEach((index, n) => {
    const previous = indices[n - 1];
    const same =
      previous !== undefined &&
      found[previous]?.section === found[index]?.section &&
      (found[index]?.number ?? 0) > (found[previous]?.number ?? 0);
    if (same) groups.at(-1)?.push(index);
    else groups.push([index]);
  });
  return groups;
}
