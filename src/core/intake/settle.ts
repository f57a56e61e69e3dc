import { partLanguages } from './bilingual.ts';
import { blankAnswers, blanksIn } from './blank-answers.ts';
import { keyInExplanation, type ReadKey, readKey, truthOf } from './choice-key.ts';
import { nameOf, spamIn, suspectsIn } from './damage.ts';
import type { Doubt, DoubtCode, Draft, DraftAnswer, DraftType } from './draft.ts';
import type { FlatText } from './flat-text.ts';
import type { Found } from './found.ts';
import { onlyKeyPrinted } from './only-key.ts';
import { splitInTwo } from './options.ts';
import { circledOptions, lineOptions } from './plain-options.ts';
import { settleType } from './settle-type.ts';
import { divideShort } from './short-answer.ts';
import { emptied, withoutFilled } from './stem.ts';
import { tidy, tidyLine, tidyLines } from './tidy.ts';

/** A question with its type and its key decided, and every doubt about them said. */
export function settle(flat: FlatText, given: Found): Draft {
  const doubts: Doubt[] = given.doubts.map(({ code, at, params = {} }) => ({ code, line: flat.lineOf(at), params }));
  const rules = [...given.rules];
  const say = (code: DoubtCode, params: Doubt['params'] = {}): void => {
    doubts.push({ code, line: flat.lineOf(given.from), params });
  };
  const found = withOptions(given, rules, say);
  const truthFirst =
    (found.options.length < 2 && /^\s*[TFtf](?![A-Za-z])/.test(found.answer?.text ?? '')) ||
    found.tag === 'boolean' ||
    (found.tag === null && found.section?.type === 'boolean');
  const key = keyOf(found, truthFirst, rules, say);
  const alone = found.options.length === 1 || found.options.length === 0 ? onlyKeyPrinted(found, key.letters) : null;
  if (alone) {
    say('ONLY_KEY_PRINTED');
    rules.push('only-key');
    return draftOf(flat, found, 'blank', alone.stem, [alone.answer], found.explanation, doubts, rules);
  }
  const { type, guessed } = settleType(found, key);
  if (guessed && found.section !== null && found.section.type !== 'list') say('TYPE_GUESSED', { type });
  rules.push(`type-${type}`);
  const settled = answerOf(found, type, key, rules, say);
  return draftOf(flat, found, type, settled.stem, settled.answer, settled.explanation, doubts, rules);
}

type Say = (code: DoubtCode, params?: Doubt['params']) => void;

/** Options that carry no letters, where the key or the section says that there must be some. */
function withOptions(found: Found, rules: string[], say: Say): Found {
  if (found.options.length >= 2) {
    return rescued(found, say);
  }
  const type = found.tag ?? found.section?.type ?? null;
  const circled = circledOptions(found, type);
  if (circled) {
    rules.push('options-circled');
    return { ...found, ...circled };
  }
  const lines = lineOptions(found, type);
  if (!lines) return found;
  rules.push('options-unlabelled');
  say('OPTIONS_UNLABELLED');
  return { ...found, ...lines };
}

/** The key names a letter that has no label: its text stands behind the last option, in a sentence of its own. */
function rescued(found: Found, say: Say): Found {
  if (!found.answer) return found;
  const { letters } = readKey(found.answer, found.options, false);
  const last = found.options.at(-1);
  const missing = last ? String.fromCharCode(last.id.charCodeAt(0) + 1) : '';
  if (!last || !letters.includes(missing) || [...letters].some((letter) => letter > missing)) return found;
  const behind = found.rest.trim().split('\n', 1)[0] ?? '';
  const parts = behind !== '' ? ([last.raw, behind] as const) : splitInTwo(last.raw);
  say('OPTION_MISSING', { letter: missing });
  if (!parts) return found;
  return {
    ...found,
    options: [...found.options.slice(0, -1), { id: last.id, raw: parts[0] }, { id: missing, raw: parts[1] }],
  };
}

function keyOf(found: Found, truthFirst: boolean, rules: string[], say: Say): ReadKey {
  const read = found.answer ? readKey(found.answer, found.options, truthFirst) : NO_KEY;
  const inline =
    found.inline === '' ? NO_KEY : readKey({ raw: found.inline, text: found.inline }, found.options, truthFirst);
  const hasKey = (key: ReadKey): boolean => key.letters !== '' || key.truth !== null;
  if (hasKey(read)) {
    if (hasKey(inline) && !sameKey(read, inline)) say('KEY_CONFLICT', { first: shown(inline), second: shown(read) });
    return read;
  }
  if (hasKey(inline)) {
    rules.push('key-in-stem');
    return { ...inline, tail: read.tail };
  }
  const quoted = found.options.length >= 2 ? keyInExplanation(`${found.answer?.raw ?? ''}\n${found.explanation}`) : '';
  if (quoted === '') return read;
  rules.push('key-in-explanation');
  say('KEY_FROM_EXPLANATION');
  return { letters: quoted, truth: null, tail: read.tail, near: true };
}

const NO_KEY: ReadKey = { letters: '', truth: null, tail: '', near: true };
const sameKey = (a: ReadKey, b: ReadKey): boolean =>
  a.truth !== null ? a.truth === b.truth : [...a.letters].sort().join('') === [...b.letters].sort().join('');
const shown = ({ letters, truth }: ReadKey): string => letters || (truth ? '√' : '×');

interface Settled {
  readonly stem: string;
  readonly answer: DraftAnswer;
  readonly explanation: string;
}

function answerOf(found: Found, type: DraftType, key: ReadKey, rules: string[], say: Say): Settled {
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
  return lines.length > 0 && /[。.!！;；]$/.test((lines[0] ?? '').trim()) && (lines[0] ?? '').length >= 8 ? tail : '';
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
    return { stem: found.stem, answer: tidyLines(found.answer.raw), explanation };
  const divided = type === 'short' && !found.answer ? divideShort(found.stem) : null;
  if (divided) {
    rules.push('answer-unlabelled');
    return { stem: divided.stem, answer: tidyLines(divided.answer), explanation };
  }
  say('NO_KEY');
  return { stem: found.stem, answer: null, explanation };
}

function draftOf(
  flat: FlatText,
  found: Found,
  type: DraftType,
  stem: string,
  answer: DraftAnswer,
  explanation: string,
  doubts: Doubt[],
  rules: string[],
): Draft {
  const place = flat.placeOf(found.from, found.to);
  const keeps = type === 'single' || type === 'multiple' || type === 'ordering';
  const options = keeps ? found.options.map(({ id, raw }) => ({ id, text: tidyLine(raw).replace(/[;；]$/, '') })) : [];
  const parted = partLanguages(tidy(stem), options);
  const draft = {
    type,
    number: found.number,
    stem: parted?.stem ?? tidy(stem),
    material: tidy(found.material),
    options: parted?.options ?? options,
    ...(parted ? { translation: parted.translation } : {}),
    answer,
    explanation: tidy(explanation),
    points: pointsOf(found, type, answer),
    section: found.section?.title ?? null,
    difficulty: found.difficulty,
    topic: found.topic,
    source: place,
    rules,
  };
  doubts.push(...damageIn(draft, place.line));
  return { ...draft, doubts, confidence: confidenceOf(doubts) };
}

function pointsOf(found: Found, type: DraftType, answer: DraftAnswer): number | null {
  if (found.points !== null) return found.points;
  const declared = found.section?.declared;
  if (!declared) return null;
  if (declared.each !== null || declared.perBlank === null || type !== 'blank') return declared.each;
  return declared.perBlank * Math.max(1, Array.isArray(answer) ? answer.length : blanksIn(found.stem));
}

/** Characters that may stand for lost ones, and advertisements, wherever they stand in a question. */
export function damageIn(draft: Pick<Draft, 'stem' | 'options' | 'explanation' | 'material'>, line: number): Doubt[] {
  const all = [draft.material, draft.stem, ...draft.options.map(({ text }) => text), draft.explanation].join('\n');
  const names = new Map<string, string>();
  for (const { character } of suspectsIn(all)) names.set(nameOf(character), character);
  return [
    ...[...names].map(([name, character]): Doubt => ({ code: 'SUSPECT_CHARACTER', line, params: { name, character } })),
    ...spamIn(all).map(({ text }): Doubt => ({ code: 'SPAM', line, params: { text } })),
  ];
}

const LIGHT: readonly DoubtCode[] = [
  'TRUTH_AS_LETTER',
  'DUPLICATE',
  'NUMBER_DAMAGED',
  'LOOSE_TEXT',
  'KEY_FROM_EXPLANATION',
  'PART_LEFT_OUT',
  'WEIGHTS_LEFT_OUT',
  'RANGE_NARROWED',
  'MADE_OF',
  'NOT_PARTED',
];

/** Each doubt takes a share; none that is light takes much. */
export const confidenceOf = (doubts: readonly Doubt[]): number =>
  Math.round(doubts.reduce((left, { code }) => left * (LIGHT.includes(code) ? 0.9 : 0.7), 1) * 100) / 100;
