import { Chalk, type ChalkInstance } from 'chalk';
import type { MarkdownStyle } from './markdown.ts';
import type { Paint } from './markdown-inline.ts';

/** How things are painted. Colour only repeats what a glyph or a word says already. */
export interface Theme {
  readonly right: Paint;
  readonly wrong: Paint;
  readonly partial: Paint;
  readonly accent: Paint;
  readonly faint: Paint;
  readonly strong: Paint;
  /** The character under the caret. */
  readonly caret: Paint;
  readonly markdown: MarkdownStyle;
}

const same: Paint = (text) => text;

export function themeFor(color: boolean): Theme {
  if (!color)
    return {
      right: same,
      wrong: same,
      partial: same,
      accent: same,
      faint: same,
      strong: same,
      caret: same,
      markdown: plain,
    };
  const chalk: ChalkInstance = new Chalk({ level: 1 });
  return {
    right: chalk.green,
    wrong: chalk.red,
    partial: chalk.yellow,
    accent: chalk.cyan,
    faint: chalk.dim,
    strong: chalk.bold,
    caret: chalk.inverse,
    markdown: { strong: chalk.bold, emphasis: chalk.italic, code: chalk.cyan, heading: chalk.bold },
  };
}

const plain: MarkdownStyle = { strong: same, emphasis: same, code: same, heading: same };

/** Glyphs that carry the meaning where there is no colour. */
export const GLYPHS = {
  right: '✔',
  wrong: '✘',
  partial: '◐',
  star: '★',
  cursor: '›',
  on: '◉',
  off: '○',
  ticked: '☑',
  unticked: '☐',
} as const;
