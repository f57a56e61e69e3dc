import { truncate } from '../prompts/width.ts';
import type { Io } from './io.ts';

/** The terminal as a prompt is handed it. */
export interface Screen {
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly onResize: (listener: () => void) => () => void;
  readonly clear: () => void;
  /** A text cut so that it stays on one line. */
  readonly fitted: (text: string) => string;
}

export function screenOf({ output }: Io): Screen {
  const size = () => ({ columns: output.columns || 80, rows: output.rows || 24 });
  return {
    size,
    onResize: (listener) => {
      output.on('resize', listener);
      return () => output.removeListener('resize', listener);
    },
    clear: () => void output.write('\u001b[2J\u001b[3J\u001b[H'),
    fitted: (text) => truncate(text, Math.max(4, size().columns - 1)),
  };
}
