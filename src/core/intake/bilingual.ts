import type { Draft, DraftOption } from './draft.ts';

/** Stem and options in the first language of a document that has two, and the second language set aside. */
interface Parted {
  readonly stem: string;
  readonly options: readonly DraftOption[];
  readonly translation: string;
}

/** Share of the choices of a document that must be in two languages: one here and there asks for words of another. */
const THROUGHOUT = 0.6;

/** Sets the second language aside where the choices of a document are in two throughout. */
export function withLanguagesParted(drafts: readonly Draft[]): readonly Draft[] {
  const choices = drafts.filter(({ options }) => options.length >= 2);
  const parted = new Map<Draft, Parted>();
  for (const draft of choices) {
    const parts = partLanguages(draft.stem, draft.options);
    if (parts) parted.set(draft, parts);
  }
  if (parted.size < THROUGHOUT * choices.length) return drafts;
  return drafts.map((draft) => ({ ...draft, ...parted.get(draft) }));
}

const BOTH = /^(.*[\u4e00-\u9fff][^A-Za-z]*?)[ /|]{0,3}[(（]?([A-Za-z\d][^\u4e00-\u9fff]{2,}?)[)）]?$/s;

/** Chinese with its English copy behind it in every option: two languages and no accident. Null for anything less. */
function partLanguages(stem: string, options: readonly DraftOption[]): Parted | null {
  const halves = options.map(({ text }) => BOTH.exec(text.trim()));
  if (options.length < 2 || !halves.every((half) => half !== null && /[A-Za-z]/.test(half[2] ?? ''))) return null;
  const lines = /^([\s\S]*[\u4e00-\u9fff][^A-Za-z]*?)\s*\n?([A-Z][^\u4e00-\u9fff]{8,})$/.exec(stem.trim());
  if (!lines) return null;
  return {
    stem: (lines[1] ?? stem).trim(),
    options: options.map(({ id }, index) => ({ id, text: (halves[index]?.[1] ?? '').trim() })),
    translation: [lines[2] ?? '', ...options.map(({ id }, index) => `${id}. ${halves[index]?.[2] ?? ''}`)]
      .join('\n')
      .trim(),
  };
}
