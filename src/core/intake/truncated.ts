import type { Draft } from './draft.ts';
import { confidenceOf } from './settle.ts';

const ENDS = /[。.?？!！;；)）】”"]$/;

/** A preview that was cut off ends in the middle of a phrase where all explanations before it end as sentences do. */
export function markTruncated(drafts: readonly Draft[]): Draft[] {
  const last = drafts.at(-1);
  if (!last) return [];
  const explained = drafts.slice(0, -1).filter(({ explanation }) => explanation !== '');
  const usual = explained.filter(({ explanation }) => ENDS.test(explanation)).length;
  const cut =
    last.explanation.length > 6 &&
    !ENDS.test(last.explanation) &&
    explained.length > 0 &&
    usual >= 0.8 * explained.length;
  const bare = last.options.length === 0 && last.answer === null && last.type === 'single' && drafts.length > 1;
  if (!cut && !bare) return [...drafts];
  const doubts = [...last.doubts, { code: 'TRUNCATED' as const, line: last.source.endLine, params: {} }];
  return [...drafts.slice(0, -1), { ...last, doubts, confidence: confidenceOf(doubts) }];
}
