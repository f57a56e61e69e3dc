import type { VerifyReport, VerifyWords } from './history-verify.ts';
import { jsonText } from './json-text.ts';

/** For programs: everything, with each fault's place, what is wrong and what would be right. */
export function renderVerifyJson(report: VerifyReport, words: Pick<VerifyWords, 'what' | 'right'>): string {
  const { files, whole, faults, oddities, census, backups, memory } = report;
  const { events, ...rest } = census;
  const document = {
    whole,
    files: files.map(({ path, bytes, events: held, isNewer }) => ({ path, bytes, events: held, newer: isNewer })),
    events,
    summary: { ...rest, bytes: files.reduce((sum, file) => sum + file.bytes, 0), backups },
    counts: countsOf([...faults, ...oddities]),
    faults: faults.map((fault) => {
      const { file, line, code, about, first } = fault;
      const place = { file, line, code, about: about || null, first: first ?? null };
      return { ...place, message: words.what(fault), right: words.right(fault) };
    }),
    oddities: oddities.map(({ file, line, code, about, first }) => ({ file, line, code, about, first: first ?? null })),
    memory,
  };
  return `${jsonText(document)}\n`;
}

function countsOf(findings: readonly { readonly code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
