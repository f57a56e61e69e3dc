import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { columnsOf, lowestOffset, type MoreWords, scrolled } from '../frame.ts';
import { hintsInRows } from '../hint-rows.ts';
import type { Key } from '../key.ts';
import { folded, keyOf } from '../key.ts';
import { mindTerminal } from '../mind-terminal.ts';
import type { Theme } from '../theme.ts';

/** A page to read that scrolls, and ends with one of a few keys. */
export interface PageConfig {
  readonly lines: (columns: number) => readonly string[];
  /** What the keys do, on the last row or two. */
  readonly hint: string;
  /** Keys that end it, by what they type or by their name: `q`, `return`, `left`. */
  readonly keys: readonly string[];
  readonly theme: Theme;
  readonly words: MoreWords;
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly onResize: (listener: () => void) => () => void;
  readonly clear: () => void;
}

export interface PageState {
  readonly scroll: number;
  readonly columns: number;
  readonly rows: number;
}

/** The page, at most `rows - 1` lines; where something is hidden, a line says how much. */
export function viewPage(state: PageState, config: PageConfig): { above: string; below: string } {
  const { columns, room, lines, hints } = layOut(state, config);
  const shown = scrolled(lines, room, held(state.scroll, lines, room), {
    columns,
    words: config.words,
    paint: config.theme.faint,
  });
  return { above: shown.join('\n'), below: hints.map(config.theme.faint).join('\n') };
}

/** The state after a key, or the name of the key that ends the page. */
export function stepPage(state: PageState, key: Key, config: PageConfig): PageState | string {
  const text = key.text.toLowerCase();
  const ends = config.keys.find(
    (each) => each === text || each === key.name || (each === 'return' && key.name === 'enter'),
  );
  if (ends !== undefined) return ends;
  const { room, lines } = layOut(state, config);
  const by = { up: -1, down: 1, pageup: 1 - room, pagedown: room - 1, space: room - 1 }[key.name] ?? 0;
  return { ...state, scroll: held(state.scroll + by, lines, room) };
}

interface Layout {
  readonly columns: number;
  readonly room: number;
  readonly lines: readonly string[];
  readonly hints: readonly string[];
}

function layOut(state: PageState, config: PageConfig): Layout {
  const columns = columnsOf(state);
  // A key that is not named is not found; a low screen has its one row all the same.
  const hints = hintsInRows(config.hint, columns, state.rows < 10 ? 1 : 2);
  return { columns, room: Math.max(1, state.rows - 2 - hints.length), lines: config.lines(columns), hints };
}

const held = (scroll: number, lines: readonly string[], room: number): number =>
  Math.max(0, Math.min(scroll, lowestOffset(lines, room)));

/** Shows a page until one of its keys is pressed, and says which. */
export const page = createPrompt<string, PageConfig>((config, done) => {
  const [state, setState] = useState<PageState>(() => ({ scroll: 0, ...config.size() }));
  const [ended, setEnded] = useState(false);
  const current = useRef(state);
  const show = (next: PageState): void => {
    current.current = next;
    setState(next);
  };
  useKeypress((key) => {
    const next = stepPage(current.current, folded(keyOf(key)), config);
    if (typeof next !== 'string') return show(next);
    setEnded(true);
    done(next);
  });
  useEffect((rl) => mindTerminal(rl, config, () => show({ ...current.current, ...config.size() })), []);
  if (ended) return '';
  const { above, below } = viewPage(state, config);
  return [above, below];
});
