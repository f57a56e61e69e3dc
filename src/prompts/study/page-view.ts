import { renderMarkdown } from '../markdown.ts';
import { safeLine, safeText } from '../safe-text.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { widthOf } from '../width.ts';
import { wrap, wrapIndented } from '../wrap.ts';
import type { StudyNotes, StudyOption, StudyQuestion, StudyWords } from './cards.ts';
import { isShown, type StudyState } from './state.ts';

/** The lines of a page, and where its question and its answer begin. */
export interface PageLines {
  readonly lines: readonly string[];
  readonly questionAt: number;
  readonly answerAt: number;
}

interface Look {
  readonly theme: Theme;
  readonly words: StudyWords;
}

export function pageLines(state: StudyState, look: Look, columns: number): PageLines {
  return state.card.kind === 'notes'
    ? notesLines(state.card, look, columns)
    : questionLines(state.card, isShown(state), look, columns);
}

function notesLines({ title, notes }: StudyNotes, { theme }: Look, columns: number): PageLines {
  const head = wrap(safeLine(title), columns).map(theme.strong);
  return { lines: [...head, '', ...renderMarkdown(notes, columns, theme.markdown)], questionAt: 0, answerAt: 0 };
}

function questionLines(card: StudyQuestion, shown: boolean, look: Look, columns: number): PageLines {
  const { theme, words } = look;
  const material = materialLines(card, look, columns);
  const stem = renderMarkdown(shown ? card.answeredStem : card.stem, columns, theme.markdown);
  const note = card.note
    ? ['', ...wrapIndented(safeText(card.note), columns, `${words.note} `, '  ').map(theme.faint)]
    : [];
  const options = card.options.flatMap((option) => optionLines(option, shown, theme, columns));
  const before = [...material, ...stem, ...note, ...(options.length > 0 ? ['', ...options] : [])];
  const answerAt = options.length > 0 ? before.length - options.length : before.length + 1;
  const answer = shown ? answerLines(card, look, columns) : [];
  return { lines: [...before, ...answer], questionAt: material.length, answerAt };
}

function materialLines({ material, caseTitle }: StudyQuestion, { theme, words }: Look, columns: number): string[] {
  if (!material) return [];
  const title = caseTitle ? `${words.material} · ${caseTitle}` : words.material;
  return [
    ...wrap(safeLine(title), columns).map(theme.accent),
    ...renderMarkdown(material, columns, theme.markdown),
    '',
  ];
}

/** A right option has its glyph, one in an order its place in it. */
function optionLines({ label, text, right, place }: StudyOption, shown: boolean, theme: Theme, columns: number) {
  const mark = place === null ? (right ? GLYPHS.right : ' ') : String(place).padStart(2);
  const first = `  ${shown ? mark : ' '.repeat(widthOf(mark))} ${label}  `;
  const lines = wrapIndented(safeText(text), columns, first, ' '.repeat(widthOf(first)));
  return shown && right ? lines.map(theme.right) : lines;
}

function answerLines(card: StudyQuestion, { theme, words }: Look, columns: number): string[] {
  const indented = (text: string): string[] => wrapIndented(safeText(text), columns, '  ', '  ');
  const [only = '', ...more] = card.key;
  const key =
    more.length === 0
      ? wrapIndented(safeText(only), columns, `${words.key} `, '  ')
      : [words.key, ...card.key.flatMap(indented)];
  const points = card.keyPoints.flatMap((point, index) => {
    const first = `  ${index + 1}. `;
    return wrapIndented(safeText(point), columns, first, ' '.repeat(first.length));
  });
  return [
    '',
    ...key.map(theme.right),
    ...card.accepted.flatMap(indented),
    ...(points.length > 0 ? ['', ...wrap(words.keyPoints, columns), ...points] : []),
    ...(card.explanation ? ['', ...renderMarkdown(card.explanation, columns, theme.markdown)] : []),
  ];
}
