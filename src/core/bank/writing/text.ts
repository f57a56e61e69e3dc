/** How long a text is to read: a Han character counts one, and so does a Latin word or a number. */
export const lengthOf = (text: string): number =>
  (text.match(/\p{Script=Han}|[\p{L}\p{N}.%]+/gu) ?? []).reduce(
    (sum, run) => sum + (/^\p{Script=Han}/u.test(run) ? hanIn(run) : 1),
    0,
  );

const hanIn = (run: string): number => (run.match(/\p{Script=Han}/gu) ?? []).length || 1;

/** Width, case, spaces and punctuation aside. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

/** Neighbouring characters in pairs: what stands for words in a language that writes none. */
export function bigramsOf(text: string): Set<string> {
  const plain = folded(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
}

/** Share of the first set that the second has too; 0 of nothing. */
export function shareIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  if (some.size === 0) return 0;
  let shared = 0;
  for (const one of some) if (all.has(one)) shared++;
  return shared / some.size;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The numbers of a text, if it is nothing but numbers with their units. */
export function numberIn(option: string): number | null {
  const match = /^[^\d\p{L}]{0,2}(-?\d+(?:\.\d+)?)\s*(?:%|\p{L}{0,4})$/u.exec(
    option
      .normalize('NFKC')
      .replace(/,(?=\d{3})/g, '')
      .trim(),
  );
  return match ? Number(match[1]) : null;
}
