import { TrigramIndex } from '../bank/writing/trigram-index.ts';
import type { Doubt, Draft } from './draft.ts';
import { confidenceOf } from './settle.ts';
import { bare } from './tidy.ts';

/** From here on two texts are one question. */
export const SAME_FROM = 0.85;
/** Shorter texts are alike by chance. */
export const LEAST_LETTERS = 10;

/**
 * Finds questions that stand in the documents more than once, also in other words of the kind that hides a copy, and
 * folds each into its cleanest copy. Where their keys differ, both say so.
 */
export function foldDuplicates(drafts: readonly Draft[]): Draft[] {
  const index = new TrigramIndex();
  const leader = new Map<number, number[]>();
  const short = new Map<string, number>();
  drafts.forEach((draft, number) => {
    const text = signature(draft);
    // Of two banks an item of one name that asks the same is one item, however short.
    const name = draft.item && text.length < LEAST_LETTERS ? `${draft.id} ${text}` : null;
    const known = name === null ? undefined : short.get(name);
    const near = known ?? (text.length < LEAST_LETTERS ? null : index.nearest(text, SAME_FROM));
    const twin = near !== null && isSibling(drafts[near] as Draft, draft) ? null : near;
    if (twin === null) {
      index.add(text, number);
      if (name !== null) short.set(name, number);
      leader.set(number, [number]);
    } else leader.get(twin)?.push(number);
  });
  const out = [...drafts];
  for (const group of leader.values()) if (group.length > 1) fold(group, out);
  return out;
}

/** Another thing asked of the same case: nearly all of both is the passage. */
const isSibling = (one: Draft, other: Draft): boolean =>
  one.type === 'case' &&
  bare(one.material) !== '' &&
  bare(one.material) === bare(other.material) &&
  bare(one.stem) !== bare(other.stem);

const signature = ({ material, stem, options, type }: Draft): string =>
  signatureOf({ material: type === 'case' ? material : '', stem, options: options.map(({ text }) => text) });

/** What makes a question the one it is. Words that are swapped to hide that a text is copied, and signs that vary, are made one. */
export const signatureOf = ({ material, stem, options }: Asked): string =>
  `${bare(material)}${bare(stem)}${options.map(bare).sort().join('')}`.replace(SWAPPED, (sign) => ONE_OF[sign] ?? sign);

interface Asked {
  readonly material: string;
  readonly stem: string;
  readonly options: readonly string[];
}

const ONE_OF: Readonly<Record<string, string>> = {
  壹: '一',
  俩: '两',
  于: '在',
  与: '和',
  及: '和',
  且: '并',
  叁: '三',
  貳: '二',
};
const SWAPPED = /[壹俩于与及且叁貳]/g;

function fold(group: readonly number[], out: Draft[]): void {
  const best = [...group].sort((a, b) => cleanness(out[b] as Draft) - cleanness(out[a] as Draft) || a - b)[0] as number;
  const kept = out[best] as Draft;
  for (const number of group) {
    if (number === best) continue;
    const copy = out[number] as Draft;
    const differ = isKeyed(copy) && isKeyed(kept) && answerText(copy) !== answerText(kept);
    const code = differ ? 'DUPLICATE_KEYS_DIFFER' : 'DUPLICATE';
    const params = { line: kept.source.line, first: answerText(kept), second: answerText(copy) };
    out[number] = doubting(copy, { code, line: copy.source.line, params }, best);
    if (differ) {
      const back = { line: copy.source.line, first: answerText(kept), second: answerText(copy) };
      out[best] = doubting(out[best] as Draft, { code, line: kept.source.line, params: back }, null);
    }
  }
}

function doubting(draft: Draft, doubt: Doubt, duplicateOf: number | null): Draft {
  const doubts = [...draft.doubts, doubt];
  return { ...draft, doubts, confidence: confidenceOf(doubts), ...(duplicateOf === null ? {} : { duplicateOf }) };
}

const isKeyed = ({ answer }: Draft): boolean => answer !== null;

/** A key by what it says, so that copies with shuffled options agree. */
function answerText({ answer, options }: Draft): string {
  if (answer === null) return '';
  if (typeof answer !== 'string' || options.length === 0) return String(answer).slice(0, 60);
  const texts = [...answer].map((letter) => options.find(({ id }) => id === letter)?.text ?? letter);
  return texts.sort().join(' / ').slice(0, 60);
}

/** An item of a bank goes before what was read of any document: somebody looked after it. */
const cleanness = ({ answer, explanation, doubts, stem, item }: Draft): number =>
  (item ? 100 : 0) +
  (answer === null ? 0 : 4) +
  (explanation === '' ? 0 : 1) -
  2 * doubts.filter(({ code }) => code === 'SUSPECT_CHARACTER' || code === 'SPAM').length -
  0.5 * doubts.length -
  // Brackets that are damaged: `(.)`, a closing one without its half.
  (/[(（][.”"][)）]|^[^(（]*[)）]/.test(stem) ? 1 : 0);
