import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { Review } from '../../core/intake/review.ts';
import { keyOf } from '../key.ts';
import { mindTerminal, type TerminalToMind } from '../mind-terminal.ts';
import { openScreen, type ReviewEvent, type ReviewLeaving, type ReviewState } from './state.ts';
import { step } from './step.ts';
import { type ReviewLook, settle, view } from './view.ts';

/** What the screen is given. */
export interface ReviewConfig extends ReviewLook, TerminalToMind {
  readonly review: Review;
  /** What was decided so far, told with each key: an interrupted review loses nothing. */
  readonly decided: (review: Review) => void;
  /** The size of the terminal just now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
}

/** One doubtful question after another on one screen: a thin shell around `step` and `view`. */
export const review = createPrompt<ReviewLeaving, ReviewConfig>((config, done) => {
  const { columns, rows } = config.size();
  const [state, setState] = useState<ReviewState>(() => openScreen(config.review, columns, rows));
  const [ended, setEnded] = useState(false);
  // Several keys may come in one chunk: each sees the state that the one before it made, none what comes after the end.
  const current = useRef(state);
  const left = useRef(false);

  const dispatch = (event: ReviewEvent): void => {
    if (left.current) return;
    const { state: next, leave } = step(current.current, event);
    current.current = settle(next, config);
    config.decided(current.current.review);
    setState(current.current);
    if (leave === undefined) return;
    left.current = true;
    setEnded(true);
    done(leave);
  };

  useKeypress((key) => dispatch({ kind: 'key', key: keyOf(key) }));
  useEffect((rl) => mindTerminal(rl, config, () => dispatch({ kind: 'resize', ...config.size() })), []);

  if (ended) return '';
  const screen = view(state, config);
  return [screen.above, screen.below];
});
