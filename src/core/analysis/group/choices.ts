import { type Letter, letterAt, type Question } from '../../bank/item.ts';
import { type CountedAnswer, compare } from '../counted.ts';
import { type Fall, fellFor } from '../fell-for.ts';
import { wrongResponses } from '../mistakes.ts';
import { isLetters } from './essential.ts';

/** What a group chose of an item in one version: the bank's, or without the bank the one that was answered most. */
export interface Choices {
  /** The wrong answer that most learners gave first; null where there was none. */
  readonly most: Fall | null;
  /** Wrong options that no answer has; null where the options or the key are not known. */
  readonly unchosen: readonly Option[] | null;
  /** First answers to other versions of the item: their letters may have named other options. */
  readonly otherVersions: number;
}

export interface Option {
  /** The bank's own, whatever place it was shown in. */
  readonly letter: Letter;
  /** Empty where the bank is not at hand. */
  readonly text: string;
}

/** `firsts`: each learner's first answer; `all`: the later ones too, since what anybody ever chose is no option in vain. */
export function choicesOf(
  firsts: readonly CountedAnswer[],
  all: readonly CountedAnswer[],
  question: Question | null,
): Choices {
  const version = question?.revision ?? mostCommonVersion(all);
  const isOfVersion = ({ event }: CountedAnswer): boolean => event.revision === version;
  const own = firsts.filter(isOfVersion);
  const wrong = own.filter(({ event }) => !event.right).sort((a, b) => compare(a.event.id, b.event.id));
  return {
    most: mostGiven(wrong, question),
    unchosen: unchosenOf(all.filter(isOfVersion), question),
    otherVersions: firsts.length - own.length,
  };
}

/** An essay is nobody's trap, and a text is one only once two have written it. */
function mostGiven(wrong: readonly CountedAnswer[], question: Question | null): Fall | null {
  if (question?.type === 'short') return null;
  const { most } = fellFor(wrongResponses(wrong), question);
  if (most?.kind === 'typed' && most.times < 2) return null;
  return most?.kind === 'letters' && most.letters.length === 0 ? null : most;
}

function unchosenOf(answers: readonly CountedAnswer[], question: Question | null): readonly Option[] | null {
  const chosen = new Set(answers.flatMap(({ event }) => (isLetters(event.response) ? event.response : [])));
  const distractors = question ? distractorsIn(question) : distractorsFrom(answers);
  if (chosen.size === 0 || distractors === null) return null;
  return distractors.filter(({ letter }) => !chosen.has(letter));
}

function distractorsIn(question: Question): Option[] | null {
  if (question.type !== 'single' && question.type !== 'multiple') return null;
  return question.options
    .map((text, index) => ({ letter: letterAt(index), text }))
    .filter(({ letter }) => !question.key.includes(letter));
}

/** Without the bank the order that the options were shown in says which there are, and a right answer which is the key. */
function distractorsFrom(answers: readonly CountedAnswer[]): Option[] | null {
  const key = answers.find(({ event }) => event.right && event.overrule !== true && isLetters(event.response));
  const shown = answers.find(({ event }) => isLetters(event.order));
  if (!key || !shown) return null;
  return [...new Set(shown.event.order)]
    .filter((letter) => !key.event.response.includes(letter))
    .sort(compare)
    .map((letter) => ({ letter, text: '' }));
}

/** Of two as common, always the same. */
function mostCommonVersion(answers: readonly CountedAnswer[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { event } of answers) counts.set(event.revision, (counts.get(event.revision) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compare(b[0], a[0]))[0]?.[0];
}
