import type { Found } from './found.ts';

/**
 * `首问责任人应是(B)。(B)首位接待者`: of all options only the right one was printed. Without the others it is no choice;
 * what stands behind the letter fills the blank.
 */
export function onlyKeyPrinted(found: Found, letters: string): { stem: string; answer: string } | null {
  if (!/^[A-H]$/.test(letters)) return null;
  const pattern = new RegExp(
    `(?:[(（【[][ ]?${letters}[ ]?[)）】\\]]|(?:^|[\\s。.?？)）])${letters}[ ]?[.、:：．])[ ]{0,3}([^\\n]{1,80})\\s*$`,
  );
  const match = pattern.exec(found.stem.trim());
  if (!match || match.index < 4) return null;
  const stem = found.stem
    .trim()
    .slice(0, match.index + (/^[。.?？)）]/.test(match[0]) ? 1 : 0))
    .trim();
  const text = (match[1] ?? '').trim().replace(/[。.;；]$/, '');
  if (text === '' || /[()（）]\s*$/.test(text)) return null;
  return { stem, answer: text };
}
