import type { Letter } from '../../core/bank/item.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeText } from '../safe-text.ts';
import type { TextField } from '../text-field.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { widthOf } from '../width.ts';
import { wrapIndented } from '../wrap.ts';
import type { AskWords, QuestionCard, VerdictCard } from './cards.ts';
import type { AskState, Phase } from './state.ts';

/** What belongs to the answer: lines that scroll with the question, and lines that stay, the caret at the end of the last. */
export interface AnswerLines {
  readonly body: string[];
  readonly pinned: string[];
}

interface Look {
  readonly theme: Theme;
  readonly words: AskWords;
}

export function answerLines(state: AskState, card: QuestionCard, look: Look, columns: number): AnswerLines {
  const { phase } = state;
  const message = complaintLine(state, look);
  switch (phase.at) {
    case 'choosing':
      return { body: optionLines(card, phase, null, look, columns), pinned: [message] };
    case 'typing':
      return typingLines(phase, look, columns, message);
    case 'writing': {
      const written = phase.lines.flatMap((line) => wrapIndented(safeText(line), columns, '  ', '  '));
      return {
        body: [look.theme.faint(look.words.essayHere), ...written],
        pinned: fieldLines('› ', phase.line, look, columns),
      };
    }
    case 'ticking':
      return { body: tickLines(card, phase, look, columns), pinned: [message] };
    case 'noting':
      return { body: [], pinned: fieldLines(`${look.words.noteHere} `, phase.text, look, columns) };
    case 'judged':
      return { body: judgedLines(state.verdict as VerdictCard, card, look, columns), pinned: [message] };
  }
}

/** A line that is there even when it says nothing, so that the screen does not jump. */
function complaintLine(state: AskState, { theme, words }: Look): string {
  switch (state.complaint) {
    case 'nothing-picked':
      return theme.partial(words.nothingPicked);
    case 'not-complete':
      return theme.partial(words.notComplete);
    case 'not-right':
      return theme.partial(words.notRight);
    case 'not-wrong':
      return theme.partial(words.notWrong);
    default:
      return state.guess && !state.verdict ? theme.partial(words.guessing) : ' ';
  }
}

type Choosing = Extract<Phase, { at: 'choosing' }>;

function optionLines(
  card: QuestionCard,
  phase: Choosing | null,
  verdict: VerdictCard | null,
  { theme }: Look,
  columns: number,
): string[] {
  return card.options.flatMap((option, place) => {
    const chosen = (verdict ? verdict.chosenLetters : (phase?.picked ?? [])).includes(option.letter);
    const cursor = phase?.cursor === place ? `${GLYPHS.cursor} ` : '  ';
    const glyph = optionGlyph(card, option.letter, chosen, phase, verdict);
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
  if (verdict) return verdict.rightLetters.includes(letter) ? `${GLYPHS.right} ` : chosen ? `${GLYPHS.wrong} ` : '  ';
  return card.type === 'multiple' ? `${chosen ? GLYPHS.ticked : GLYPHS.unticked} ` : '';
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
  return { body: others, pinned: [...said, ...fieldLines(label(phase.field), current, look, columns)] };
}

/** The line being typed, wrapped; a caret in the middle of the text is painted, at its end it is the terminal's own. */
function fieldLines(label: string, field: TextField, { theme }: Look, columns: number): string[] {
  const before = safeText(field.graphemes.slice(0, field.caret).join(''));
  if (field.caret >= field.graphemes.length)
    return wrapIndented(`${before}`, columns, label, '  ').map((line) => line || ' ');
  const under = safeText(field.graphemes[field.caret] ?? '');
  const after = safeText(field.graphemes.slice(field.caret + 1).join(''));
  const lines = wrapIndented(before + under + after, columns, label, '  ');
  const at = { left: [...before].length };
  return lines.map((line, index) => paintCaret(line, index === 0 ? label.length : 2, at, under, theme));
}

function paintCaret(line: string, indent: number, at: { left: number }, under: string, theme: Theme): string {
  const text = line.slice(indent);
  const characters = [...text];
  if (at.left < 0 || at.left >= characters.length) {
    at.left -= characters.length;
    return line;
  }
  const head = characters.slice(0, at.left).join('');
  at.left = -1;
  return line.slice(0, indent) + head + theme.caret(under) + text.slice(head.length + under.length);
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
  return [...mine.map(theme.faint), '', theme.accent(words.tickPoints), ...points];
}

function judgedLines(verdict: VerdictCard, card: QuestionCard, look: Look, columns: number): string[] {
  const { theme, words } = look;
  const paint = theme[verdict.outcome];
  const lines = optionLines(card, null, verdict, look, columns);
  if (lines.length > 0) lines.push('');
  lines.push(
    ...wrapIndented(safeText(verdict.headline), columns, `${GLYPHS[verdict.outcome]} `, '  ').map((line) =>
      paint(theme.strong(line)),
    ),
  );
  for (const remark of verdict.remarks) lines.push(...wrapIndented(safeText(remark), columns, '  ', '  '));
  if (verdict.key.length > 0) {
    lines.push(
      ...verdict.key.flatMap((text, index) =>
        wrapIndented(safeText(text), columns, index === 0 ? `${words.key} ` : '  ', '  '),
      ),
    );
  }
  if (verdict.explanation) lines.push('', ...renderMarkdown(verdict.explanation, columns, theme.markdown));
  if (verdict.next) lines.push('', ...wrapIndented(verdict.next, columns, '', '').map(theme.faint));
  return lines;
}
