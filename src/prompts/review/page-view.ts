import { renderMarkdown } from '../markdown.ts';
import { safeLine, safeText } from '../safe-text.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { wrap, wrapIndented } from '../wrap.ts';
import type { ReviewCard, ReviewWords } from './cards.ts';

/** A page as lines: why it is doubted first, since that is what it is looked at for; what it was made from last. */
export function pageLines(card: ReviewCard, theme: Theme, words: ReviewWords, columns: number): string[] {
  const doubts = card.doubts.flatMap((doubt) => wrapIndented(safeText(doubt), columns, '! ', '  ').map(theme.partial));
  return [
    ...doubts,
    ...(doubts.length > 0 ? [''] : []),
    ...materialLines(card, theme, words, columns),
    ...wrap(safeText(card.stem), columns),
    ...card.options.flatMap((option) => optionLines(option, theme, columns)),
    ...keyLines(card, theme, words, columns),
    ...(card.explanation ? wrapIndented(safeText(card.explanation), columns, `${words.explanation} `, '  ') : []),
    ...card.sources.flatMap(({ place, lines }) => [
      '',
      ...wrap(words.source(safeLine(place)), columns).map(theme.accent),
      ...lines.flatMap((line) => wrapIndented(safeLine(line), columns, '│ ', '│ ').map(theme.faint)),
    ]),
  ];
}

function materialLines({ material }: ReviewCard, theme: Theme, words: ReviewWords, columns: number): string[] {
  if (!material) return [];
  const lines = renderMarkdown(material, columns, theme.markdown);
  const shown = lines.length > MOST_MATERIAL ? [...lines.slice(0, MOST_MATERIAL - 1), '…'] : lines;
  return [...wrap(words.material, columns).map(theme.accent), ...shown, ''];
}

/** What all questions about a passage have in common need not be read with each; the source has it whole. */
const MOST_MATERIAL = 4;

function optionLines(option: ReviewCard['options'][number], theme: Theme, columns: number): string[] {
  const lines = wrapIndented(
    safeLine(option.text),
    columns,
    `  ${option.right ? GLYPHS.right : ' '} ${safeLine(option.label)}  `,
    '       ',
  );
  return option.right ? lines.map(theme.right) : lines;
}

function keyLines({ key }: ReviewCard, theme: Theme, words: ReviewWords, columns: number): string[] {
  const paint = key === '' ? theme.wrong : theme.right;
  return wrapIndented(safeText(key || words.noKey), columns, `${words.key} `, '  ').map(paint);
}
