import type { ItemRule } from './rule.ts';

/** Radicals and compatibility forms, private use, the replacement character, bidi controls, invisible ones, and fields of a word processor. */
const SUSPECT =
  /[\u2e80-\u2fdf\uf900-\ufaff\ue000-\uf8ff\ufffd\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]|NUMPAGES|第PAGE/u;

/** Characters that stand for a lost one, that are not seen, or that turn the direction of writing. */
export const suspectCharacters: ItemRule = {
  id: 'E05',
  severity: 'error',
  check(question, say, parent) {
    const fields: [string, string][] = [
      ['stem', question.stem],
      ['explanation', question.explanation],
      ...(parent ? ([['material', parent.material]] as [string, string][]) : []),
      ...('options' in question ? question.options.map((option): [string, string] => ['options', option]) : []),
    ];
    for (const [field, text] of fields) {
      const found = SUSPECT.exec(text)?.[0];
      if (found === undefined) continue;
      say([field], { code: `U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` });
      return;
    }
  },
};
