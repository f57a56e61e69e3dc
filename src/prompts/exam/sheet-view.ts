import { safeLine } from '../safe-text.ts';
import { truncate, widthOf } from '../width.ts';
import type { ExamState, Place } from './state.ts';
import type { ExamLook } from './view.ts';

/** Glyphs of the sheet; none of them is told apart by colour alone. */
export const SHEET = { answered: '●', blank: '○', unsure: '?', flagged: '▲' } as const;

const CELL = 7;

/** Questions on a row: ten where there is room. */
export const sheetRow = (columns: number): number => Math.max(1, Math.min(10, Math.floor((columns - 1) / CELL)));

/** The answer sheet (答题卡): a cell a question under the title of its section; the row of the cursor is always seen. */
export function sheetLines(state: ExamState, look: ExamLook, columns: number, room: number): string[] {
  const foot = footLines(state, look, columns).slice(0, Math.max(0, room - 1));
  const left = Math.max(1, room - foot.length);
  const { lines, focus } = gridLines(state, look, columns);
  const from = Math.max(0, Math.min(focus - Math.floor(left / 2), lines.length - left));
  return [...lines.slice(from, from + left), ...foot];
}

function gridLines(state: ExamState, look: ExamLook, columns: number): { lines: string[]; focus: number } {
  const perRow = sheetRow(state.columns);
  const lines: string[] = [];
  let focus = 0;
  look.sections.forEach(({ from, title }, section) => {
    const until = look.sections[section + 1]?.from ?? state.places.length;
    if (from === until) return;
    lines.push(look.theme.accent(truncate(safeLine(title), columns)));
    for (let start = from; start < until; start += perRow) {
      const end = Math.min(until, start + perRow);
      if (state.cursor >= start && state.cursor < end) focus = lines.length;
      const cells = state.places.slice(start, end).map((place, n) => cell(place, start + n, state.cursor, look));
      lines.push(cells.join('').trimEnd());
    }
  });
  return { lines, focus };
}

function cell(place: Place, index: number, cursor: number, { theme }: ExamLook): string {
  const status = place.saved === null ? SHEET.blank : place.unsure ? SHEET.unsure : SHEET.answered;
  const number = `${index === cursor ? '›' : ' '}${String(index + 1).padStart(3)}`;
  const text = `${number}${status}${place.flagged ? SHEET.flagged : ' '} `;
  if (index === cursor) return theme.accent(text);
  return place.saved === null ? theme.faint(text) : text;
}

function footLines(state: ExamState, { theme, words }: ExamLook, columns: number): string[] {
  const { legend } = words;
  const count = (fits: (place: Place) => boolean): number => state.places.filter(fits).length;
  const parts = [
    `${SHEET.answered} ${legend.answered} ${count(({ saved, unsure }) => saved !== null && !unsure)}`,
    `${SHEET.unsure} ${legend.unsure} ${count(({ unsure }) => unsure)}`,
    `${SHEET.blank} ${legend.blank} ${count(({ saved }) => saved === null)}`,
    `${SHEET.flagged} ${legend.flagged} ${count(({ flagged }) => flagged)}`,
  ];
  const said =
    state.complaint === 'no-such-question'
      ? theme.partial(truncate(words.complaints.noSuchQuestion(state.places.length), columns))
      : theme.faint(truncate(words.goTo(state.digits), columns));
  return ['', ...inRows(parts, columns).map(theme.faint), said];
}

/** Parts side by side, on as many rows as they need; none is broken. */
function inRows(parts: readonly string[], columns: number): string[] {
  const rows: string[] = [];
  for (const part of parts) {
    const longer = `${rows.at(-1)}  ${part}`;
    if (rows.length > 0 && widthOf(longer) <= columns) rows[rows.length - 1] = longer;
    else rows.push(truncate(part, columns));
  }
  return rows;
}
