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
  const chalk = new Chalk({ level: 1 });
  const markdown = {
    strong: only(chalk.bold),
    emphasis: only(chalk.italic),
    code: only(chalk.cyan),
    heading: only(chalk.bold),
  };
  return {
    right: only(chalk.green),
    wrong: only(chalk.red),
    partial: only(chalk.yellow),
    accent: only(chalk.cyan),
    faint: only(chalk.dim),
    strong: only(chalk.bold),
    caret: only(chalk.inverse),
    markdown,
  };
}

/** A colour of chalk takes any number of texts; handed to `map`, it would paint the index too. */
const only =
  (paint: ChalkInstance): Paint =>
  (text) =>
    paint(text);

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
