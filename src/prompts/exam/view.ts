import { answerLines } from '../ask/answer-view.ts';
import type { QuestionCard } from '../ask/cards.ts';
import type { AskState } from '../ask/state.ts';
import { clock, questionLines } from '../ask/view.ts';
import { columnsOf, lowestOffset, NARROWEST, scrolled } from '../frame.ts';
import { renderMarkdown } from '../markdown.ts';
import { safeLine } from '../safe-text.ts';
import { GLYPHS, type Theme } from '../theme.ts';
import { truncate, widthOf } from '../width.ts';
import { wrap } from '../wrap.ts';
import { examHints } from './hints.ts';
import { sheetLines } from './sheet-view.ts';
import type { ExamState } from './state.ts';
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
  const rows = Math.max(3, state.rows - 1);
  const header = headerLines(state, look, columns).slice(0, rows - 2);
  const hints = examHints(state, look, columns);
  const room = Math.max(1, rows - header.length - hints.length);
  const body = bodyLines(state, look, columns, room);
  return { above: [...header, ...body].join('\n'), below: hints.join('\n') };
}

function headerLines(state: ExamState, look: ExamLook, columns: number): string[] {
  const { theme, words } = look;
  const card = look.card(state.index);
  const { exam, section, item } = look.left(state.index, state.now - state.openedAt);
  const clocks = [
    item === null ? '' : `${words.itemLeft} ${clock(item)}`,
    section === null ? '' : `${words.sectionLeft} ${clock(section)}`,
    exam === null ? '' : `${words.timeLeft} ${clock(exam)}`,
  ].filter(Boolean);
  // The clock of the whole is the last to go where the screen is narrow.
  while (clocks.length > 1 && widthOf(clocks.join(' · ')) > columns / 2) clocks.shift();
  const time = truncate(clocks.join(' · '), columns);
  const title = state.at === 'question' || state.at === 'noting' ? titleOf(state, card, words) : safeLine(words.sheet);
  const shown = truncate(title, columns - widthOf(time) - (time ? 1 : 0));
  const gap = ' '.repeat(Math.max(0, columns - widthOf(shown) - widthOf(time)));
  const urgent = [exam, section, item].some((left) => left !== null && left < 60_000);
  const answered = state.places.filter(({ saved }) => saved !== null).length;
  const pace = words.pace(answered, state.places.length, look.due(state.now));
  const lines = [theme.faint(shown) + gap + (urgent ? theme.wrong(time) : theme.accent(time))];
  return state.rows < 10 ? lines : [...lines, theme.faint(truncate(pace, columns)), ''];
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

/** Question and answer; the material of a case stands in a pane of its own above them, and is what scrolls. */
function questionScreen(state: ExamState, look: ExamLook, columns: number, room: number): string[] {
  const card = look.card(state.index);
  const answer = answerLines(
    asAsk(state),
    card,
    { theme: look.theme, words: look.words.ask, showsChoice: true },
    columns,
  );
  const complaint = complaintOf(state, look.words);
  const said = complaint ? [look.theme.partial(truncate(complaint, columns))] : [];
  const hasField = state.at === 'noting' || state.draft.at !== 'choosing';
  // Without a field, a line is there even when it says nothing, so that the screen does not jump.
  const fixed = (hasField ? [...said, ...answer.pinned] : [said[0] ?? ' ']).slice(1 - room);
  const own = { ...card, material: '' };
  const body = [
    ...questionLines({ note: state.places[state.index]?.note ?? '' }, own, lookOfAsk(look), columns),
    ...answer.body,
  ];
  const left = Math.max(1, room - fixed.length);
  if (!card.material) return [...window(body, left, state.scroll, look, columns), ...fixed];
  const material = materialLines(card, look, columns);
  const paneRows = paneOf(material.length, body.length, left);
  if (paneRows === 0) return [...window([...material, ...body], left, state.scroll, look, columns), ...fixed];
  const pane = window(material, paneRows, state.scroll, look, columns);
  const rule = look.theme.faint('─'.repeat(columns));
  return [
    ...pane,
    rule,
    ...window(body, left - paneRows - 1, lowestOffset(body, left - paneRows - 1), look, columns),
    ...fixed,
  ];
}

/** Rows of the material's pane; none where both fit, or where the screen is too low for two. */
function paneOf(material: number, body: number, room: number): number {
  if (material + body <= room || room < 8) return 0;
  return Math.min(material, Math.max(3, room - 1 - Math.min(body, Math.ceil(room * 0.6))));
}

function materialLines(card: QuestionCard, { theme, words }: ExamLook, columns: number): string[] {
  const title = card.caseTitle ? `${words.ask.material} · ${card.caseTitle}` : words.ask.material;
  return [
    ...wrap(safeLine(title), columns).map(theme.accent),
    ...renderMarkdown(card.material, columns, theme.markdown),
  ];
}

/** What is seen of some lines from a scroll on. */
function window(lines: readonly string[], rows: number, scroll: number, look: ExamLook, columns: number): string[] {
  const offset = Math.min(scroll, lowestOffset(lines, rows));
  return scrolled(lines, rows, offset, { columns, words: look.words.ask, paint: look.theme.faint });
}

/** How far down a scroll still shows more. */
export function settle(state: ExamState, look: ExamLook): ExamState {
  if (state.at !== 'question' || state.scroll === 0) return state;
  const columns = columnsOf(state);
  const card = look.card(state.index);
  const length = card.material
    ? materialLines(card, look, columns).length
    : questionLines({ note: '' }, card, lookOfAsk(look), columns).length + card.options.length;
  const scroll = Math.min(Math.max(0, state.scroll), Math.max(0, length - 1));
  return scroll === state.scroll ? state : { ...state, scroll };
}

const lookOfAsk = ({ theme, words }: ExamLook) => ({
  theme,
  words: words.ask,
  left: () => ({ session: null, item: null }),
});

/** The question screen's own state, of which only what is picked or typed is drawn here. */
function asAsk(state: ExamState): AskState {
  const { now, columns, rows, note } = state;
  const phase =
    state.at === 'noting' && note ? ({ at: 'noting', text: note.field, back: state.draft } as const) : state.draft;
  return {
    phase,
    guess: false,
    scroll: 0,
    complaint: null,
    starred: false,
    note: '',
    verdict: null,
    now,
    columns,
    rows,
  };
}

function complaintOf(state: ExamState, { complaints }: ExamWords): string {
  switch (state.complaint) {
    case 'locked':
      return complaints.locked;
    case 'not-complete':
      return complaints.notComplete;
    case 'nothing-to-clear':
      return complaints.nothingToClear;
    default:
      return '';
  }
}
