import { blankAnswers, blanksIn } from './blank-answers.ts';
import { type ReadKey, truthOf } from './choice-key.ts';
import type { DraftAnswer, DraftType } from './draft.ts';
import type { Found } from './found.ts';
import type { Say } from './settle-key.ts';
import { divideShort } from './short-answer.ts';
import { emptied, withoutFilled } from './stem.ts';
import { bare, tidyLines } from './tidy.ts';

/** What the answer of a question is, and what is left for its stem and its explanation. */
export interface Settled {
  readonly stem: string;
  readonly answer: DraftAnswer;
  readonly explanation: string;
}

/** The answer of a question whose type is decided; whatever is doubtful about it is said. */
export function answerOf(found: Found, type: DraftType, key: ReadKey, rules: string[], say: Say): Settled {
  switch (type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return choiceAnswer(found, type, key, say);
    case 'boolean':
      return truthAnswer(found, key, say);
    case 'blank':
      return blankAnswer(found, rules, say);
    default:
      return openAnswer(found, type, rules, say);
  }
}

function choiceAnswer(found: Found, type: DraftType, key: ReadKey, say: Say): Settled {
  const ids = found.options.map(({ id }) => id);
  const strays = [...key.letters].filter((letter) => !ids.includes(letter));
  if (key.letters === '') say(found.answer && found.answer.raw.trim() !== '' ? 'KEY_UNCLEAR' : 'NO_KEY');
  else if (ids.length === 0) say('NO_OPTIONS');
  else if (strays.length > 0) say('KEY_NOT_AN_OPTION', { letters: strays.join('') });
  const letters = type === 'multiple' ? [...key.letters].sort().join('') : key.letters;
  return { stem: found.stem, answer: letters || null, explanation: explained(found, key) };
}

function truthAnswer(found: Found, key: ReadKey, say: Say): Settled {
  let value = key.truth;
  if (value === null && key.letters.length === 1) {
    const option = found.options.find(({ id }) => id === key.letters);
    value = option ? truthOf(option.raw) : ({ A: true, B: false, T: true, F: false }[key.letters] ?? null);
    if (!option && (key.letters === 'A' || key.letters === 'B')) say('TRUTH_AS_LETTER', { letter: key.letters });
  }
  if (value === null) say(found.answer && found.answer.raw.trim() !== '' ? 'KEY_UNCLEAR' : 'NO_KEY');
  const stem = found.stem
    .replace(/[ \u3000]*[√×✓✗✘✔][ \u3000]*$/, '')
    .replace(/\s*[(（][ \u3000]*[)）]\s*([。.]?)\s*$/, '$1');
  return { stem: stem.trim() === '' ? found.stem : stem, answer: value, explanation: explained(found, key) };
}

/** An explanation with its label, or what stands behind the key and is more than a stray sign. */
function explained(found: Found, key: ReadKey): string {
  if (found.explanation.trim() !== '') return found.explanation;
  const tail = key.letters === '' && key.truth === null ? '' : key.tail.trim();
  if (key.near) return /[\p{L}\p{N}]{2}/u.test(tail) ? tail : '';
  // On lines of its own it must read like a sentence: titles and footers follow keys too.
  const lines = tail.split('\n').filter((line) => /[\p{L}]/u.test(line));
  const line = (lines[0] ?? '').trim();
  return line.length >= 8 && /[。.!！;；]$|^[(（].*[)）]$/.test(line) ? tail : '';
}

function blankAnswer(found: Found, rules: string[], say: Say): Settled {
  const blanks = blanksIn(found.stem);
  if (found.answer && found.answer.raw.trim() !== '') {
    const note = /\n?[(（]注[:：]([^()（）]{2,})[)）]\s*$/.exec(found.answer.raw);
    const answers = blankAnswers(note ? found.answer.raw.slice(0, note.index) : found.answer.raw, blanks);
    if (blanks > 0 && answers.length !== blanks) say('BLANK_COUNT', { blanks, answers: answers.length });
    return {
      stem: found.stem,
      answer: answers.length > 0 ? answers : null,
      explanation: found.explanation || (note?.[1] ?? ''),
    };
  }
  if (found.filled.length > 0 && found.inline === '' && blanksIn(withoutFilled(found.stem)) === 0) {
    rules.push('blanks-filled-in');
    return { stem: emptied(found.stem), answer: [...found.filled], explanation: found.explanation };
  }
  say('NO_KEY');
  return { stem: found.stem, answer: null, explanation: found.explanation };
}

function openAnswer(found: Found, type: DraftType, rules: string[], say: Say): Settled {
  const { explanation } = found;
  if (found.answer && found.answer.raw.trim() !== '')
    return { stem: found.stem, answer: tidyLines(withoutTerm(found.answer.raw, found.stem)), explanation };
  const divided =
    (type === 'short' || type === 'case') && !found.answer ? divideShort(found.stem, type === 'short') : null;
  if (divided) {
    rules.push('answer-unlabelled');
    return { stem: divided.stem, answer: tidyLines(divided.answer), explanation };
  }
  say('NO_KEY');
  return { stem: found.stem, answer: null, explanation };
}

/** `答:` and the term itself, `潮式呼吸:又称…`, lead to the answer and are none of it. */
function withoutTerm(raw: string, stem: string): string {
  const answer = raw.replace(/^\s*[答解][ ]?[:：]\s*/, '');
  const lead = /^\s*([^:：\n]{2,20})[:：]\s*/.exec(answer);
  return lead && bare(lead[1] ?? '') === bare(stem) ? answer.slice(lead[0].length) : answer;
}
