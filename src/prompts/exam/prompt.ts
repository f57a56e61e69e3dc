import { createPrompt, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import { draftOf } from '../ask/state.ts';
import { keyOf } from '../key.ts';
import { mindTerminal } from '../mind-terminal.ts';
import { sheetRow } from './sheet-view.ts';
import { type ExamEffect, type ExamOutcome, type ExamStart, type ExamState, openExam } from './state.ts';
import { type ExamEvent, step } from './step.ts';
import { type ExamLook, settle, view } from './view.ts';

/** What the exam's screen is given; everything that touches the world is a function handed in. */
export interface ExamConfig extends ExamLook {
  readonly start: Omit<ExamStart, 'now' | 'columns' | 'rows'>;
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly onResize: (listener: () => void) => () => void;
  readonly now: () => number;
  readonly isOver: (now: number) => boolean;
  readonly isLocked: (index: number, sinceMs: number) => boolean;
  /** Keeps what the learner did: when this returns, it is on the disk. */
  readonly keep: (effect: Exclude<ExamEffect, { kind: 'leave' }>) => void;
  /** Told twice a second, and at the end, what stands where, so that a cut cord loses none of it. */
  readonly heartbeat: (index: number, draft: readonly string[] | null) => void;
  readonly clear: () => void;
}

export type ExamResult =
  | { readonly kind: 'left'; readonly how: ExamOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

const TICK_MS = 500;

/** An exam from its first question to its end: a thin shell around `step` and `view`. */
export const sitExam = createPrompt<ExamResult, ExamConfig>((config, done) => {
  const [state, setState] = useState<ExamState>(() =>
    openExam({ ...config.start, now: config.now(), ...config.size() }, config.card(config.start.index)),
  );
  const [ended, setEnded] = useState(false);
  // Several keys may come in one chunk: each sees the state that the one before it made.
  const current = useRef(state);

  const finish = (result: ExamResult): void => {
    setEnded(true);
    done(result);
  };
  const dispatch = (event: ExamEvent): void => {
    const since = config.now() - current.current.openedAt;
    const { state: next, effects } = step({ ...current.current, now: config.now() }, event, {
      card: config.card,
      isLocked: (index) => config.isLocked(index, index === current.current.index ? since : 0),
      sheetRow,
    });
    try {
      for (const effect of effects) {
        if (effect.kind === 'leave') return finish({ kind: 'left', how: effect.how });
        config.keep(effect);
      }
    } catch (error) {
      return finish({ kind: 'failed', error });
    }
    current.current = settle(next, config, current.current);
    setState(current.current);
  };
  const onTick = (): void => {
    const now = config.now();
    dispatch({ kind: 'tick', now, over: config.isOver(now) });
    beat();
  };
  const beat = (): void => {
    const { index, isDirty, draft } = current.current;
    config.heartbeat(index, isDirty ? draftOf(draft) : null);
  };

  useKeypress((key) => {
    // A machine that slept through the deadline wakes up with this key.
    if (config.isOver(config.now())) onTick();
    else dispatch({ kind: 'key', key: keyOf(key) });
  });
  useEffect((rl) => {
    const timer = setInterval(onTick, TICK_MS);
    const stop = mindTerminal(rl, config, () => dispatch({ kind: 'resize', ...config.size() }));
    return () => {
      clearInterval(timer);
      stop();
      // Left by Ctrl-C, what stands there is no older than the key.
      beat();
    };
  }, []);

  if (ended) return '';
  const screen = view(state, config);
  return [screen.above, screen.below];
});
