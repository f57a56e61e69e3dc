import { safeLine, safeText } from '../safe-text.ts';
import { GLYPHS } from '../theme.ts';
import { positionOf, type StudyCard, type StudyOption, type StudyQuestion, type StudyWords } from './cards.ts';

type PlainWords = Pick<StudyWords, 'material' | 'note' | 'key' | 'keyPoints'>;

/** A page as lines that stand by themselves; a case's material only where it was not read just before. */
export function plainPage(card: StudyCard, withAnswer: boolean, words: PlainWords): string[] {
  const head = safeLine([positionOf(card), ...card.heading.filter(Boolean)].join(' · '));
  if (card.kind === 'notes') return ['', head, safeText(card.notes.trim())];
  const lines = ['', card.starred ? `${head} ${GLYPHS.star}` : head];
  if (card.material && !card.materialSeen)
    lines.push(`${words.material} ${safeLine(card.caseTitle)}`.trim(), safeText(card.material));
  lines.push(safeText(withAnswer ? card.answeredStem : card.stem));
  for (const option of card.options) lines.push(plainOption(option, withAnswer));
  if (card.note) lines.push(`${words.note} ${safeText(card.note)}`);
  return withAnswer ? [...lines, ...plainAnswer(card, words)] : lines;
}

/** The key, what else is accepted, key points, and the explanation. */
export function plainAnswer(card: StudyQuestion, words: PlainWords): string[] {
  const [only = '', ...more] = card.key.map(safeLine);
  return [
    ...(more.length === 0 ? [`${words.key} ${only}`] : [words.key, ...[only, ...more].map((text) => `  ${text}`)]),
    ...card.accepted.map((text) => `  ${safeLine(text)}`),
    ...(card.keyPoints.length > 0 ? [words.keyPoints] : []),
    ...card.keyPoints.map((text, index) => `  ${index + 1}. ${safeLine(text)}`),
    ...(card.explanation ? [safeText(card.explanation)] : []),
  ];
}

const plainOption = ({ label, text, right }: StudyOption, withAnswer: boolean): string =>
  `${withAnswer && right ? GLYPHS.right : ' '} ${label}. ${safeLine(text)}`;
