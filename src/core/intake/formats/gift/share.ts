import { giftBlock } from './block.ts';
import { cutAt } from './escapes.ts';
import { giftParagraphs } from './paragraphs.ts';

/** How much of a text is GIFT. */
export interface GiftShare {
  /** Stretches between blank lines. */
  readonly questions: number;
  /** Those with a block of answers that says something. */
  readonly blocks: number;
  /** One of them has its title, `::name::`, in front of its block. */
  readonly titled: boolean;
}

export function giftShare(text: string): GiftShare {
  const all = giftParagraphs(text).filter(({ kind }) => kind === 'question');
  const withBlock = all.filter((paragraph) => !paragraph.isOpen && hasBlock(paragraph.text));
  return {
    questions: all.length,
    blocks: withBlock.length,
    titled: withBlock.some((paragraph) => paragraph.text.startsWith('::')),
  };
}

/** A brace of a program or of a set is no block: what it holds are no answers. An empty one alone proves nothing. */
function hasBlock(text: string): boolean {
  const behind = cutAt(text, '{', 2)[1];
  const inner = behind === undefined ? undefined : cutAt(behind, '}', 2)[0];
  if (inner === undefined || (inner.trim() === '' && !text.startsWith('::'))) return false;
  const { kind, general } = giftBlock(inner);
  if (kind === 'unknown') return false;
  if (kind === 'essay') return general !== '' || text.startsWith('::');
  // `{x = 1}` has an equals sign; answers begin with theirs.
  return kind === 'truth' || kind === 'numbers'
    ? kind === 'truth' || /^\s*#\s*[-=\d]/.test(inner)
    : /^\s*[=~]/.test(inner);
}
