import { parseLetters, parseTruth } from '../../core/bank/letters.ts';
import type { DraftAnswer } from '../../core/intake/draft.ts';
import type { Doubtful } from '../../core/intake/review.ts';
import { parseCommand } from '../plain.ts';
import { safeLine, safeText } from '../safe-text.ts';
import { GLYPHS } from '../theme.ts';
import { type Decided, positionOf, type ReviewCard, type ReviewWords } from './cards.ts';

type PlainWords = Pick<ReviewWords, 'material' | 'key' | 'noKey' | 'explanation' | 'source' | 'decided'>;

/** A page as lines that stand by themselves. */
export function plainPage(card: ReviewCard, words: PlainWords): string[] {
  return [
    '',
    safeLine([positionOf(card), ...card.heading.filter(Boolean)].join(' · ')),
    ...card.doubts.map((doubt) => `! ${safeLine(doubt)}`),
    ...(card.material ? [words.material, safeText(card.material)] : []),
    safeText(card.stem),
    ...card.options.map(
      ({ label, text, right }) => `${right ? GLYPHS.right : ' '} ${safeLine(label)}. ${safeLine(text)}`,
    ),
    `${words.key} ${safeText(card.key || words.noKey)}`,
    ...(card.explanation ? [`${words.explanation} ${safeText(card.explanation)}`] : []),
    ...card.sources.flatMap(({ place, lines }) => [
      words.source(safeLine(place)),
      ...lines.map((line) => `| ${safeLine(line)}`),
    ]),
    ...(card.decision === null ? [] : [decidedLine(card.decision, card.key, words)]),
  ];
}

const decidedLine = (decision: Decided, key: string, { decided }: PlainWords): string =>
  decision === 'key-changed' ? `${decided[decision]} ${safeLine(key)}` : decided[decision];

/** What a line means in a review. */
export type PlainReviewLine =
  | { readonly kind: 'accept' | 'draft' | 'not-understood' }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'key'; readonly answer: DraftAnswer };

/** An empty line accepts; a line with a key gives the whole of it; 0 says that there is none. */
export function parseReviewLine(line: string, { draft }: Doubtful): PlainReviewLine {
  const command = parseCommand(line);
  if (command) return { kind: 'command', name: command.name };
  const said = line.normalize('NFKC').trim();
  if (said === '') return { kind: 'accept' };
  if (said === '0') return { kind: 'draft' };
  const answer = draft.type === 'boolean' ? truthOf(said) : lettersOf(said, draft);
  return answer === null ? { kind: 'not-understood' } : { kind: 'key', answer };
}

function truthOf(said: string): boolean | null {
  if (/^[a2b]$/i.test(said)) return /^a$/i.test(said);
  return parseTruth(said);
}

function lettersOf(said: string, { type, options }: Doubtful['draft']): string | null {
  const letters = [...new Set(parseLetters(said) ?? [])];
  const areOptions = letters.every((letter) => options.some(({ id }) => id === letter));
  if (letters.length === 0 || !areOptions || (type === 'single' && letters.length !== 1)) return null;
  return type === 'ordering' && letters.length !== options.length ? null : letters.join('');
}
