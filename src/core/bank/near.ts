/** Nobody mistypes a name this long, and holding two against each other takes the product of their lengths. */
const LONGEST = 100;

/** Names near a mistyped one, nearest first: what "did you mean" may offer. */
export function nearNames(name: string, known: readonly string[], most = 3): string[] {
  if (name.length > LONGEST) return [];
  const limit = Math.max(1, Math.floor(name.length / 3) + 1);
  return known
    .filter((candidate) => Math.abs(candidate.length - name.length) <= limit || candidate.includes(name))
    .map((candidate) => ({ candidate, distance: distanceTo(candidate, name) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Names are held against each other so many times, and no more are offered then: a file with more such faults needs other help. */
const MOST_COMPARED = 200_000;

/** The nearest of these names to each of many mistyped ones; empty for none. A file may have a million, and each a fault. */
export function nearestAmong(known: readonly string[]): (name: string) => string {
  let left = MOST_COMPARED;
  return (name) => {
    if (left <= 0) return '';
    left -= known.length;
    return nearNames(name, known, 1)[0] ?? '';
  };
}

/** A name that contains the other is near whatever its length. */
function distanceTo(candidate: string, name: string): number {
  if (name.length >= 2 && candidate.includes(name)) return 0.5;
  return editDistance(candidate, name);
}

/** Levenshtein, two rows. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
