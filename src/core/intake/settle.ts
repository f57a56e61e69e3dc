import { blanksIn, dividedAnswers } from './blank-answers.ts';
import { readKey } from './choice-key.ts';
import { nameOf, spamIn, suspectsIn } from './damage.ts';
import type { Doubt, DoubtCode, Draft, DraftAnswer, DraftType } from './draft.ts';
import type { FlatText } from './flat-text.ts';
import type { Found } from './found.ts';
import { onlyKeyPrinted } from './only-key.ts';
import { splitInTwo } from './options.ts';
import { withoutPassageNumber } from './passage-number.ts';
import { circledOptions, lineOptions, orderedInLine } from './plain-options.ts';
import { answerOf } from './settle-answer.ts';
import { keyOf, type Say } from './settle-key.ts';
import { settleType } from './settle-type.ts';
import { tidy, tidyLine } from './tidy.ts';

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
  const ordered = orderedInLine(found);
  if (ordered) {
    rules.push('options-in-line');
    return { ...found, ...ordered, tag: 'ordering' };
  }
  const lines = lineOptions(found, type);
  if (!lines) return found;
  rules.push('options-unlabelled');
  say('OPTIONS_UNLABELLED');
  return { ...found, ...lines };
}

/** The key names a letter that has no label: its text stands behind the last option, in a sentence of its own. */
function rescued(found: Found, say: Say): Found {
  // Options in cells of their own are whole.
  const key = found.answer ?? (found.inline === '' ? null : { raw: found.inline, text: found.inline });
  if (!key || found.rules.includes('row')) return found;
  const { letters } = readKey(key, found.options, false);
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
  const draft = {
    type,
    number: found.number,
    stem: tidy(stem) || askedByTitle(found),
    // The number of a case whose parts have their own is none of its words.
    material: tidy(found.isPart ? withoutPassageNumber(found.material) : found.material),
    ...(found.isPart && found.material.trim() !== '' ? { isPart: true as const } : {}),
    options,
    answer,
    explanation: tidy(explanation),
    points: pointsOf(found, type, answer),
    section: found.section?.title ?? null,
    difficulty: found.difficulty,
    topic: found.topic,
    source: place,
    rules,
    ...acceptedOf(found, type, answer),
  };
  doubts.push(...damageIn(draft, place.line));
  return { ...draft, doubts, confidence: confidenceOf(doubts) };
}

/** `二、将下列步骤排序(6分)` over the steps: what is asked stands in the head of the section alone. */
function askedByTitle({ section, options }: Found): string {
  const title = (section?.title ?? '').replace(/[(（][^()（）]*[)）]\s*$/, '').replace(/^[^、.]{1,4}[、.]\s*/, '');
  return options.length >= 2 && /[将请把]|[下以][列面下]/.test(title) ? title : '';
}

/** Where a blank has more than one right answer; what stood in brackets behind one is kept as another. */
function acceptedOf(found: Found, type: DraftType, answer: DraftAnswer): Pick<Draft, 'accepted'> {
  if (type !== 'blank' || !Array.isArray(answer)) return {};
  const written = found.answer ? dividedAnswers(found.answer.raw, blanksIn(found.stem)) : [];
  const accepted = answer.map((text, index) => {
    const whole = written.length === answer.length ? (written[index] ?? text) : text;
    return [...new Set([...alternatives(text), ...(whole === text ? [] : [whole])])];
  });
  return accepted.some((each) => each.length > 1) ? { accepted } : {};
}

/** `雷声 / 打雷`, set off by spaces: either is right. `km/h` is one text. */
const alternatives = (text: string): string[] =>
  text
    .split(' / ')
    .map((each) => each.trim())
    .filter(Boolean);

function pointsOf(found: Found, type: DraftType, answer: DraftAnswer): number | null {
  if (found.points !== null) return found.points;
  const declared = found.section?.declared;
  if (!declared) return null;
  const own = found.number === null ? undefined : declared.byNumber.get(found.number);
  if (own !== undefined) return own;
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
  'KEYS_BY_FORMAT',
  'KEY_BY_PLACE',
];

/** Each doubt takes a share; none that is light takes much. */
export const confidenceOf = (doubts: readonly Doubt[]): number =>
  Math.round(doubts.reduce((left, { code }) => left * (LIGHT.includes(code) ? 0.9 : 0.7), 1) * 100) / 100;
