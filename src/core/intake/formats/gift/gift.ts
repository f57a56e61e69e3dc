import { blankCount } from '../../../bank/blanks.ts';
import type { SourceText } from '../../source-text.ts';
import { draftsOf } from '../body.ts';
import { categoryTopic } from '../category.ts';
import { idInRef, type MarkedDoubt } from '../marked-draft.ts';
import { type FormatReading, ReadingNotes } from '../reading.ts';
import { type GiftBlock, giftBlock } from './block.ts';
import { giftBody } from './body.ts';
import { cutAt, type GiftText, type GiftTextFormat, giftText } from './escapes.ts';
import { type GiftParagraph, giftParagraphs } from './paragraphs.ts';

/** GIFT, Moodle's text format: each question with its answers in braces. */
export function readGift({ file, text }: SourceText): FormatReading {
  const notes = new ReadingNotes(file);
  let topic = '';
  for (const paragraph of giftParagraphs(text)) {
    if (paragraph.kind === 'category') topic = categoryTopic(paragraph.text);
    else readQuestion(paragraph, topic, notes);
  }
  return notes;
}

function readQuestion(paragraph: GiftParagraph, topic: string, notes: ReadingNotes): void {
  const { text, line, endLine, isOpen, runsOn } = paragraph;
  const parts = divided(text);
  const { title, before, inner, after } = parts;
  if (inner === null || isOpen) {
    // Without a block it is a text between questions.
    if (isOpen) notes.miss(line, text, 'block-open');
    else notes.skip(line, text, 'description');
    return;
  }
  const head = giftText(before);
  const tail = giftText(after, head.format === 'html' ? 'html' : 'plain');
  const block = giftBlock(inner);
  const doubts: MarkedDoubt[] = runsOn ? [{ code: 'NOT_PARTED' }] : [];
  let media = head.media + tail.media;
  const say = (raw: string, usual: GiftTextFormat = head.format): string => {
    const said: GiftText = giftText(raw, usual);
    media += said.media;
    return said.text;
  };
  const body = giftBody(block, say);
  if (body === null) return notes.miss(line, text, 'unknown-kind');
  const stem = stemOf(head.text, tail.text, block.kind, parts);
  if (media > 0) doubts.push({ code: 'PART_LEFT_OUT', params: { what: 'media', count: media } });
  notes.drafts.push(
    ...draftsOf(body, {
      ...{ file: notes.file, line, endLine, topic, stem, explanation: body.explanation, id: idInRef(title) },
      doubts: [...doubts, ...body.doubts],
    }),
  );
}

interface Divided {
  readonly title: string;
  readonly before: string;
  /** What stands in the braces; null for none. */
  readonly inner: string | null;
  readonly after: string;
}

function divided(text: string): Divided {
  const named = text.startsWith('::') ? cutAt(text.slice(2), '::', 2) : [];
  const title = named.length === 2 ? giftText(named[0] ?? '', 'plain').text : '';
  const body = named.length === 2 ? (named[1] ?? '') : text;
  const [before = '', behind] = cutAt(body, '{', 2);
  if (behind === undefined) return { title, before, inner: null, after: '' };
  const [inner = '', after = ''] = cutAt(behind, '}', 2);
  return { title, before, inner, after };
}

/** The block stands where the missing word does, or behind a question that is whole without it. */
function stemOf(head: string, tail: string, kind: GiftBlock['kind'], { before, after }: Divided): string {
  const isWord = kind === 'words' || kind === 'numbers';
  const isGap = kind === 'choice' ? tail !== '' : isWord && blankCount(`${head}${tail}`) === 0;
  if (!isGap) return [head, tail].filter(Boolean).join(' ');
  const spaceBefore = /\s$/.test(before) || (tail === '' && /[!-~]$/.test(head)) ? ' ' : '';
  return `${head}${spaceBefore}____${/^\s/.test(after) && tail !== '' ? ' ' : ''}${tail}`;
}
