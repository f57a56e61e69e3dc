import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { keyOf } from '../key.ts';
import { mindTerminal } from '../mind-terminal.ts';
import type { StudyCard } from './cards.ts';
import { openStudy, type StudyEffect, type StudyEvent, type StudyOutcome, type StudyState } from './state.ts';
import { step } from './step.ts';
import { type StudyLook, settle, view } from './view.ts';

/** What the screen is given; everything that touches the world is a function handed in. */
export interface StudyConfig extends StudyLook {
  readonly first: StudyCard;
  /** Reading goes on where it stopped. */
  readonly resumed: boolean;
  /** Makes the page to be turned to. */
  readonly cardAt: (page: number) => StudyCard;
  /** A page stands on the screen: the place is kept. */
  readonly arrived: (page: number) => void;
  readonly star: (on: boolean) => void;
  readonly note: (text: string) => void;
  /** The size of the terminal just now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly onResize: (listener: () => void) => () => void;
  /** Draws anew from the top of the screen after a resize. */
  readonly clear: () => void;
}

/** What the prompt ends with: how it was left, or what stopped it. */
export type StudyResult =
  | { readonly kind: 'left'; readonly how: StudyOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Page after page on one screen: a thin shell around `step` and `view`. */
export const study = createPrompt<StudyResult, StudyConfig>((config, done) => {
  const { columns, rows } = config.size();
  const [state, setState] = useState<StudyState>(() => openStudy(config.first, config.resumed, columns, rows));
  const [ended, setEnded] = useState(false);
  // Several keys may come in one chunk: each sees the state that the one before it made.
  const current = useRef(state);

  const finish = (result: StudyResult): void => {
    setEnded(true);
    done(result);
  };
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      finish({ kind: 'failed', error });
    }
  };
  const dispatch = (event: StudyEvent): void => {
    const { state: next, effect } = step(current.current, event);
    current.current = settle(next, config);
    if (effect) attempt(() => carryOut(effect));
    setState(current.current);
  };
  const carryOut = (effect: StudyEffect): void => {
    switch (effect.kind) {
      case 'turn':
        return dispatch({ kind: 'page', card: config.cardAt(effect.to) });
      case 'star':
        return config.star(effect.on);
      case 'note':
        return config.note(effect.text);
      case 'leave':
        return finish({ kind: 'left', how: effect.how });
    }
  };

  useKeypress((key) => dispatch({ kind: 'key', key: keyOf(key) }));
  // The page is drawn by then: nobody waits for the disk to see it.
  useEffect(() => attempt(() => config.arrived(state.card.page)), [state.card.page]);
  useEffect((rl) => mindTerminal(rl, config, () => dispatch({ kind: 'resize', ...config.size() })), []);

  if (ended) return '';
  const screen = view(state, config);
  return [screen.above, screen.below];
});
