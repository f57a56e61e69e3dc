/** As much of readline as a screen has to do with. */
interface Readline {
  readonly input: { on(event: 'keypress', listener: () => void): unknown; removeListener: Forget };
  on(event: 'SIGCONT', listener: () => void): unknown;
  removeListener(event: 'SIGCONT', listener: () => void): unknown;
  resume(): unknown;
  clearLine(direction: 0): unknown;
}

type Forget = (event: 'keypress', listener: () => void) => unknown;

export interface TerminalToMind {
  readonly onResize: (listener: () => void) => () => void;
  readonly clear: () => void;
}

/**
 * What every screen minds while it is up; the function that it returns ends that. After a resize, and when the program
 * comes back from the background, everything is drawn anew.
 */
export function mindTerminal(rl: Readline, { onResize, clear }: TerminalToMind, redraw: () => void): () => void {
  const anew = (): void => {
    clear();
    redraw();
  };
  // Readline pauses its input when Ctrl-Z is over, and leaves it to its owner to go on: without this all keys are dead.
  const back = (): void => {
    rl.resume();
    anew();
  };
  // What readline collects itself is never used; the fields are our own.
  const forget = (): void => void rl.clearLine(0);
  const stop = onResize(anew);
  rl.input.on('keypress', forget);
  rl.on('SIGCONT', back);
  return () => {
    stop();
    rl.input.removeListener('keypress', forget);
    rl.removeListener('SIGCONT', back);
  };
}
