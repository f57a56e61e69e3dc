import { blanksIn } from './blank-answers.ts';
import { type ReadKey, truthOf } from './choice-key.ts';
import type { DraftType } from './draft.ts';
import type { Found } from './found.ts';

/** A stem that says itself that it is no case: a section of 综合题 (mixed questions) has both. */
const OPEN_QUESTION = /^(?:名词解释|简答|简述|试论|论述|试述)/;

/** The type of a question: what it says itself, then its section, then what it is made of. */
export function settleType(found: Found, key: ReadKey): { type: DraftType; guessed: boolean } {
  const said = found.tag ?? (found.section?.type === 'list' ? null : found.section?.type) ?? null;
  const { options } = found;
  const truths = options.map(({ raw }) => truthOf(raw));
  const isTruth = options.length === 2 && truths.includes(true) && truths.includes(false);
  if (said === 'boolean') {
    if (options.length > 2 && key.letters !== '') return byKey(found, key, true);
    return { type: 'boolean', guessed: false };
  }
  if (isTruth && said !== 'multiple') return { type: 'boolean', guessed: said !== null };
  if (options.length >= 2) {
    if (said === 'ordering') return { type: 'ordering', guessed: false };
    if (said === 'multiple') return { type: 'multiple', guessed: false };
    if (said === 'single')
      return key.letters.length > 1 ? { type: 'multiple', guessed: true } : { type: 'single', guessed: false };
    // A case asks in every form.
    return byKey(found, key, said !== null && said !== 'choice' && said !== 'case');
  }
  if (said === 'single' || said === 'multiple' || said === 'choice') return withoutOptions(found, key, said);
  if (said === 'case' && found.material === '' && OPEN_QUESTION.test(found.stem))
    return { type: 'short', guessed: false };
  // `名词解释与排序` heads both.
  if (said === 'ordering' && key.letters === '' && found.answer !== null) return { type: 'short', guessed: true };
  if (said !== null) return { type: said === 'list' ? 'short' : said, guessed: false };
  return { type: byShape(found, key), guessed: true };
}

function byKey(found: Found, key: ReadKey, guessed: boolean): { type: DraftType; guessed: boolean } {
  const { options } = found;
  const ordered =
    /排序|排列|先后|顺序(?:是|为|正确|依次|排)|正确的?顺序|\b(?:correct|right|proper) (?:order|sequence)\b|drag[ -]and[ -]drop|drag drop/i.test(
      found.stem,
    );
  if (ordered && key.letters.length === options.length && options.length > 2) return { type: 'ordering', guessed };
  if (key.letters.length > 1) return { type: 'multiple', guessed };
  return { type: 'single', guessed };
}

function withoutOptions(
  found: Found,
  key: ReadKey,
  said: 'single' | 'multiple' | 'choice',
): { type: DraftType; guessed: boolean } {
  if (key.truth !== null && key.letters === '') return { type: 'boolean', guessed: true };
  if (key.letters === '' && found.answer && blanksIn(found.stem) > 0) return { type: 'blank', guessed: true };
  return { type: said === 'multiple' || key.letters.length > 1 ? 'multiple' : 'single', guessed: said === 'choice' };
}

function byShape(found: Found, key: ReadKey): DraftType {
  if (key.truth !== null) return 'boolean';
  if (key.letters.length === 1) return 'single';
  if (key.letters.length > 1) return 'multiple';
  return blanksIn(found.stem) > 0 ? 'blank' : 'short';
}
