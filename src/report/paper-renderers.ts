import { renderPaperHtml } from './paper-html.ts';
import { renderPaperMarkdown } from './paper-markdown.ts';
import type { KeyPlace, PaperSheet } from './paper-sheet.ts';
import type { PaperWords } from './paper-words.ts';

export type PaperRenderer = (sheets: readonly PaperSheet[], words: PaperWords, key: KeyPlace) => string;

/** The formats of `quiz paper` by the name that the option takes. */
export const paperRenderers = { md: renderPaperMarkdown, html: renderPaperHtml } satisfies Record<
  string,
  PaperRenderer
>;
