import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { Cause } from '../../core/drill/cause.ts';
import type { Response } from '../../core/grading/mark.ts';
import { keyOf } from '../key.ts';
import { mindTerminal } from '../mind-terminal.ts';
import type { QuestionCard, VerdictCard } from './cards.ts';
import {
  type AskEffect,
  type AskEvent,
  type AskOutcome,
  type AskState,
  draftOf,
  openAsk,
  type Phase,
} from './state.ts';
import { step } from './step.ts';
import { type AskLook, settle, view } from './view.ts';

/** What the question screen is given; everything that touches the world is a function handed in. */
export interface AskConfig extends AskLook {
  readonly card: QuestionCard;
  /** Where it opens to be marked, of a short answer that was given before. */
  readonly marked?: Phase;
  /** The size of the terminal just now. */
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly onResize: (listener: () => void) => () => void;
  readonly now: () => number;
  /** Grades the answer and keeps it: when this returns, the answer is on the disk. */
  readonly judge: (response: Response, guess: boolean, ms: number) => VerdictCard;
  /** The time for this question ran out: it counts as no answer; what stands there is handed over to be kept. */
  readonly expire: (draft: readonly string[], ms: number) => VerdictCard;
  readonly suggest: (text: string) => readonly number[];
  readonly amend: (what: 'guess' | 'easy' | 'overrule') => VerdictCard;
  /** Keeps why the answer was wrong, or takes that back. */
  readonly cause: (cause: Cause) => VerdictCard;
  readonly star: (on: boolean) => void;
  readonly note: (text: string) => void;
  /** Draws anew from the top of the screen after a resize. */
  readonly clear: () => void;
}

/** What the prompt ends with: how the question was left, or what stopped it. */
export type AskResult =
  | { readonly kind: 'left'; readonly how: AskOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

const TICK_MS = 1000;

/** One question from its appearing to the key that leaves it: a thin shell around `step` and `view`. */
export const ask = createPrompt<AskResult, AskConfig>((config, done) => {
  const { columns, rows } = config.size();
  const [state, setState] = useState<AskState>(() => openAsk(config.card, config.now(), columns, rows, config.marked));
  const [ended, setEnded] = useState(false);
  // Several keys may come in one chunk: each sees the state that the one before it made.
  const current = useRef(state);
  const openedAt = useRef(state.now);

  const finish = (result: AskResult): void => {
    setEnded(true);
    done(result);
  };
  const dispatch = (event: AskEvent): void => {
    const { state: next, effect } = step(current.current, event, config.card);
    current.current = settle(next, config.card, config);
    if (effect) carryOut(effect);
    setState(current.current);
  };
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      finish({ kind: 'failed', error });
    }
  };
  const carryOut = (effect: AskEffect): void =>
    attempt(() => {
      const spent = config.now() - openedAt.current;
      switch (effect.kind) {
        case 'judge':
          return dispatch({ kind: 'verdict', verdict: config.judge(effect.response, effect.guess, spent) });
        case 'suggest':
          return dispatch({ kind: 'suggested', text: effect.text, covered: config.suggest(effect.text) });
        case 'amend':
          return dispatch({ kind: 'verdict', verdict: config.amend(effect.what) });
        case 'cause':
          return dispatch({ kind: 'verdict', verdict: config.cause(effect.cause) });
        case 'star':
          return config.star(effect.on);
        case 'note':
          return config.note(effect.text);
        case 'leave':
          return finish({ kind: 'left', how: effect.how });
      }
    });
  const onTick = (): void => {
    const now = config.now();
    dispatch({ kind: 'tick', now });
    const { item } = config.left(now);
    if (item !== null && item <= 0 && !current.current.verdict)
      attempt(() =>
        dispatch({ kind: 'verdict', verdict: config.expire(draftOf(current.current.phase), now - openedAt.current) }),
      );
  };

  useKeypress((key) => dispatch({ kind: 'key', key: keyOf(key) }));
  useEffect((rl) => {
    const { session, item } = config.left(config.now());
    const timer = session === null && item === null ? undefined : setInterval(onTick, TICK_MS);
    const stop = mindTerminal(rl, config, () => dispatch({ kind: 'resize', ...config.size() }));
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);

  if (ended) return '';
  const screen = view(state, config.card, config);
  return [screen.above, screen.below];
});
