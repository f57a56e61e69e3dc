import type { Learner } from './learners.ts';

/**
 * What each learner is called: as given, else by the machine with the most answers, else by the file. Names that look
 * alike are told apart by the file's name, and where that is the same too by its path. `tidy` makes a text one short
 * line without what cannot be seen.
 */
export function namesOf(
  learners: readonly Pick<Learner, 'name' | 'devices' | 'paths'>[],
  tidy: (text: string) => string,
): string[] {
  const plain = learners.map(({ name, devices, paths: [path = ''] }) => {
    const words = [name, devices[0], fileNameOf(path), path].map((text) => tidy(text ?? ''));
    return words.find((word) => word !== '') ?? '?';
  });
  const files = learners.map(({ paths: [path = ''] }) => path);
  const byFile = toldApart(plain, (n) => `${plain[n]} (${tidy(fileNameOf(files[n] as string))})`);
  const byPath = toldApart(byFile, (n) => `${plain[n]} (${tidy(files[n] as string)})`);
  return numbered(byPath);
}

/** Names that occur more than once, said at greater length. */
function toldApart(names: readonly string[], longer: (n: number) => string): string[] {
  const counts = countsOf(names);
  return names.map((name, n) => ((counts.get(name) ?? 0) > 1 ? longer(n) : name));
}

/** Where nothing else tells two apart, a number does. */
function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name} #${number}`;
    taken.add(own);
    return own;
  });
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
