import type { Letter } from '../../core/bank/item.ts';
import { fieldLines } from '../field-view.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeText } from '../safe-text.ts';
import type { TextField } from '../text-field.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { truncate, widthOf } from '../width.ts';
import { wrap, wrapIndented } from '../wrap.ts';
import type { AskWords, QuestionCard, VerdictCard } from './cards.ts';
import type { AskState, Phase } from './state.ts';

/** What belongs to the answer: lines that scroll with the question, and lines that stay, the caret at the end of the last. */
export interface AnswerLines {
  readonly body: string[];
  readonly pinned: string[];
  /** The line of the body that must be seen when an answer is judged. */
  readonly focus?: number;
}

interface Look {
  readonly theme: Theme;
  readonly words: AskWords;
  /** A single choice stays on the screen before it is judged, and so shows what is chosen. */
  readonly showsChoice?: boolean;
}

export function answerLines(state: AskState, card: QuestionCard, look: Look, columns: number): AnswerLines {
  const { phase } = state;
  const message = complaintLine(state, look, columns);
  switch (phase.at) {
    case 'choosing':
      return { body: optionLines(card, phase, null, look, columns), pinned: [message] };
    case 'typing':
      return typingLines(phase, look, columns, message);
    case 'writing': {
      const written = phase.lines.flatMap((line) => wrapIndented(safeText(line), columns, '  ', '  '));
      return {
        body: [...wrap(look.words.essayHere, columns).map(look.theme.faint), ...written],
        pinned: fieldLines('› ', phase.line, look.theme, columns),
      };
    }
    case 'ticking':
      return { body: tickLines(card, phase, look, columns), pinned: [message] };
    case 'noting':
      return { body: [], pinned: fieldLines(`${look.words.noteHere} `, phase.text, look.theme, columns) };
    case 'judged':
      return { ...judgedLines(state.verdict as VerdictCard, card, look, columns), pinned: [message] };
  }
}

/** A line that is there even when it says nothing, so that the screen does not jump. */
function complaintLine(state: AskState, { theme, words }: Look, columns: number): string {
  const said = complaintOf(state, words);
  return said === '' ? ' ' : theme.partial(truncate(said, columns));
}

function complaintOf(state: AskState, words: AskWords): string {
  switch (state.complaint) {
    case 'nothing-picked':
      return words.nothingPicked;
    case 'not-complete':
      return words.notComplete;
    case 'not-right':
      return words.notRight;
    case 'not-wrong':
      return words.notWrong;
    case 'cause-of-right':
      return words.causeOfRight;
    default:
      return state.guess && !state.verdict ? words.guessing : '';
  }
}

type Choosing = Extract<Phase, { at: 'choosing' }>;

function optionLines(
  card: QuestionCard,
  phase: Choosing | null,
  verdict: VerdictCard | null,
  { theme, showsChoice = false }: Look,
  columns: number,
): string[] {
  return card.options.flatMap((option, place) => {
    const chosen = (verdict ? verdict.chosenLetters : (phase?.picked ?? [])).includes(option.letter);
    const cursor = phase?.cursor === place ? `${GLYPHS.cursor} ` : '  ';
    const one = showsChoice && !verdict && (card.type === 'single' || card.type === 'boolean');
    const glyph = one
      ? `${chosen ? GLYPHS.on : GLYPHS.off} `
      : optionGlyph(card, option.letter, chosen, phase, verdict);
    const first = `${cursor}${glyph}${option.label}  `;
    const lines = wrapIndented(safeText(option.text), columns, first, ' '.repeat(widthOf(first)));
    return lines.map(optionPaint(option.letter, chosen, phase?.cursor === place, verdict, theme));
  });
}

function optionGlyph(
  card: QuestionCard,
  letter: Letter,
  chosen: boolean,
  phase: Choosing | null,
  verdict: VerdictCard | null,
): string {
  if (card.type === 'ordering') {
    const order = verdict ? verdict.chosenLetters : (phase?.picked ?? []);
    const place = order.indexOf(letter);
    return place < 0 ? '   ' : `${String(place + 1).padStart(2)} `;
  }
  const tick = card.type === 'multiple' ? `${chosen ? GLYPHS.ticked : GLYPHS.unticked} ` : '';
  if (!verdict) return tick;
  const mark = verdict.rightLetters.includes(letter) ? GLYPHS.right : chosen ? GLYPHS.wrong : ' ';
  return `${mark} ${tick}`;
}

function optionPaint(
  letter: Letter,
  chosen: boolean,
  under: boolean,
  verdict: VerdictCard | null,
  theme: Theme,
): (text: string) => string {
  if (!verdict) return chosen || under ? theme.accent : (text) => text;
  if (verdict.rightLetters.includes(letter)) return theme.right;
  return chosen ? theme.wrong : (text) => text;
}

function typingLines(
  phase: Extract<Phase, { at: 'typing' }>,
  look: Look,
  columns: number,
  message: string,
): AnswerLines {
  const label = (n: number): string => `${look.words.typeHere(n + 1, phase.fields.length)} `;
  const others = phase.fields.flatMap((field, n) =>
    n === phase.field || field.graphemes.length === 0
      ? []
      : wrapIndented(safeText(field.graphemes.join('')), columns, label(n), '  '),
  );
  const current = phase.fields[phase.field] as TextField;
  const said = message.trim() === '' ? [] : [message];
  return { body: others, pinned: [...said, ...fieldLines(label(phase.field), current, look.theme, columns)] };
}

function tickLines(
  card: QuestionCard,
  phase: Extract<Phase, { at: 'ticking' }>,
  { theme, words }: Look,
  columns: number,
): string[] {
  const mine = phase.text.split('\n').flatMap((line) => wrapIndented(safeText(line), columns, '  ', '  '));
  const points = card.keyPoints.flatMap((text, index) => {
    const ticked = phase.covered.includes(index + 1);
    const first = `${phase.cursor === index ? GLYPHS.cursor : ' '} ${ticked ? GLYPHS.ticked : GLYPHS.unticked} ${index + 1}  `;
    const lines = wrapIndented(safeText(text), columns, first, ' '.repeat(widthOf(first)));
    return ticked ? lines.map(theme.right) : lines;
  });
  return [...mine.map(theme.faint), '', ...wrap(words.tickPoints, columns).map(theme.accent), ...points];
}

export function judgedLines(
  verdict: VerdictCard,
  card: QuestionCard,
  look: Look,
  columns: number,
): { body: string[]; focus: number } {
  const { theme, words } = look;
  const paint = theme[verdict.outcome];
  const lines = optionLines(card, null, verdict, look, columns);
  if (lines.length > 0) lines.push('');
  const focus = lines.length;
  lines.push(
    ...wrapIndented(safeText(verdict.headline), columns, `${GLYPHS[verdict.outcome]} `, '  ').map((line) =>
      paint(theme.strong(line)),
    ),
  );
  for (const remark of verdict.remarks) lines.push(...wrapIndented(safeText(remark), columns, '  ', '  '));
  const [only, ...more] = verdict.key;
  if (only !== undefined && more.length === 0)
    lines.push(...wrapIndented(safeText(only), columns, `${words.key} `, '  '));
  else if (only !== undefined)
    lines.push(words.key, ...verdict.key.flatMap((text) => wrapIndented(safeText(text), columns, '  ', '  ')));
  if (verdict.explanation) lines.push('', ...renderMarkdown(verdict.explanation, columns, theme.markdown));
  if (verdict.next) lines.push('', ...wrapIndented(verdict.next, columns, '', '').map(theme.faint));
  return { body: lines, focus };
}
