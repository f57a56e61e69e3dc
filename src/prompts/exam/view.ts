import type { QuestionCard } from '../ask/cards.ts';
import { clock } from '../ask/view.ts';
import { columnsOf, NARROWEST } from '../frame.ts';
import { isLow } from '../hint-rows.ts';
import { safeLine } from '../safe-text.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { truncate, widthOf } from '../width.ts';
import { examHints } from './hints.ts';
import { layOutQuestion, questionScreen, scrollOf } from './question-view.ts';
import { sheetLines } from './sheet-view.ts';
import type { Draft, ExamState } from './state.ts';
import { submittingLines } from './submitting-view.ts';
import type { ExamWords } from './words.ts';

export interface ExamLook {
  readonly theme: Theme;
  readonly words: ExamWords;
  readonly card: (index: number) => QuestionCard;
  /** Milliseconds left for the whole, for the section and for the question, so long after it came up; null without a limit. */
  readonly left: (index: number, sinceMs: number) => TimeLeft;
  /** How many questions should be answered by now; null without a limit. */
  readonly due: (now: number) => number | null;
  /** Where each section begins on the sheet, and its title. */
  readonly sections: readonly { readonly from: number; readonly title: string }[];
}

export interface TimeLeft {
  readonly exam: number | null;
  readonly section: number | null;
  readonly item: number | null;
}

export interface ExamScreen {
  readonly above: string;
  readonly below: string;
}

/** The whole screen, at most `rows - 1` lines of at most `columns`; the caret stands at the end of `above`. */
export function view(state: ExamState, look: ExamLook): ExamScreen {
  const columns = columnsOf(state);
  if (columns < NARROWEST) return { above: truncate(look.words.ask.tooNarrow, columns), below: '' };
  const { header, room, hints } = frameOf(state, look, columns);
  const body = bodyLines(state, look, columns, room);
  return { above: [...header, ...body].join('\n'), below: hints.join('\n') };
}

function frameOf(
  state: ExamState,
  look: ExamLook,
  columns: number,
): { readonly header: string[]; readonly room: number; readonly hints: string[] } {
  const rows = Math.max(3, state.rows - 1);
  const header = headerLines(state, look, columns).slice(0, rows - 2);
  const hints = examHints(state, look, columns);
  return { header, room: Math.max(2, rows - header.length - hints.length), hints };
}

function headerLines(state: ExamState, look: ExamLook, columns: number): string[] {
  const { theme, words } = look;
  const card = look.card(state.index);
  // The clocks of the question and its section rest while the sheet is looked at.
  const isAsked = state.at === 'question' || state.at === 'noting';
  const { exam, section, item } = look.left(state.index, isAsked ? state.now - state.openedAt : 0);
  const title = isAsked ? titleOf(state, card, words) : safeLine(words.sheet);
  const all = [
    section === null ? '' : `${words.sectionLeft} ${clock(section)}`,
    item === null ? '' : `${words.itemLeft} ${clock(item)}`,
    exam === null ? '' : `${words.timeLeft} ${clock(exam)}`,
  ].filter(Boolean);
  const time = clocksIn(all, Math.max((columns * 2) / 3, columns - widthOf(title) - 1), columns);
  const shown = truncate(title, columns - widthOf(time) - (time ? 1 : 0));
  const gap = ' '.repeat(Math.max(0, columns - widthOf(shown) - widthOf(time)));
  const urgent = [exam, section, item].some((left) => left !== null && left < 60_000);
  const answered = state.places.filter(({ saved }) => saved !== null).length;
  const pace = words.pace(answered, state.places.length, look.due(state.now));
  const lines = [theme.faint(shown) + gap + (urgent ? theme.wrong(time) : theme.accent(time))];
  if (state.rows < 10) return lines;
  lines.push(theme.faint(truncate(pace, columns)));
  return isLow(state.rows) ? lines : [...lines, ''];
}

/** As many clocks as there is room for: that of the section goes first, that of the whole last. */
function clocksIn(all: readonly string[], room: number, columns: number): string {
  const first = all.findIndex((_, from) => widthOf(all.slice(from).join(' · ')) <= room);
  return truncate(all.slice(first < 0 ? -1 : first).join(' · '), columns);
}

function titleOf(state: ExamState, card: QuestionCard, words: ExamWords): string {
  const place = state.places[state.index];
  const marks = [
    place?.flagged ? words.flagged : '',
    state.unsure ? words.unsure : '',
    place?.starred ? GLYPHS.star : '',
  ];
  return safeLine([...marks, card.position, ...card.heading].filter(Boolean).join(' · '));
}

function bodyLines(state: ExamState, look: ExamLook, columns: number, room: number): string[] {
  switch (state.at) {
    case 'sheet':
      return sheetLines(state, look, columns, room);
    case 'submitting':
      return submittingLines(state, look, columns).slice(0, room);
    default:
      return questionScreen(state, look, columns, room);
  }
}

/** The state with its scroll brought between the ends, so that no key is spent on coming back from beyond one. */
export function settle(state: ExamState, look: ExamLook, before: ExamState): ExamState {
  const columns = columnsOf(state);
  if (state.at !== 'question' || columns < NARROWEST) return state;
  const layout = layOutQuestion(state, look, columns, frameOf(state, look, columns).room);
  const hasMoved = state.index === before.index && cursorOf(state.draft) !== cursorOf(before.draft);
  const scroll = scrollOf(state, layout, hasMoved);
  return scroll === state.scroll ? state : { ...state, scroll };
}

function cursorOf(draft: Draft): number | null {
  if (draft.at === 'choosing') return draft.cursor;
  return draft.at === 'writing' ? draft.lines.length : draft.field;
}
