import { codePointOf, spelledOut } from '../../hidden.ts';
import { hiddenIn } from '../../hidden-places.ts';
import type { BankRule } from './rule.ts';
import { textsIn } from './texts.ts';

/** Radicals and compatibility forms, private use, the replacement character, and fields of a word processor. */
const SUSPECT = /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\ufffd]|NUMPAGES|第PAGE/u;

/** Characters that stand for a lost one, that are not seen, or that turn the direction of writing; in any text of the bank. */
export const suspectCharacters: BankRule = {
  id: 'E05',
  severity: 'error',
  check(_questions, bank, say) {
    for (const { text, path, within } of textsIn(bank)) {
      if (within.some(({ allow }) => allow?.E05 !== undefined)) continue;
      const [hidden] = hiddenIn(text);
      const found = hidden ?? lookalikeIn(text);
      if (found === null) continue;
      const { character, kind, at } = found;
      say(null, path, { code: codePointOf(character), kind, around: around(text, at, character.length) });
    }
  },
};

function lookalikeIn(
  text: string,
): { readonly character: string; readonly kind: 'lookalike'; readonly at: number } | null {
  const found = SUSPECT.exec(text);
  return found && { character: found[0], kind: 'lookalike', at: found.index };
}

const AROUND = 6;

/** A few characters on either side, so that the place is found in a long text. What is hidden is spelled out. */
function around(text: string, at: number, length: number): string {
  const shown = [...text.slice(Math.max(0, at - 2 * AROUND), at)].slice(-AROUND).join('');
  const after = [...text.slice(at + length, at + length + 2 * AROUND)].slice(0, AROUND).join('');
  return [shown, text.slice(at, at + length), after]
    .map((piece) => hiddenIn(piece).reduceRight((now, one) => replacedAt(now, one.at, one.character), piece))
    .join('');
}

const replacedAt = (text: string, at: number, character: string): string =>
  text.slice(0, at) + spelledOut(character) + text.slice(at + character.length);
