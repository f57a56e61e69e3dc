interface KeyPointDocument {
  readonly text: string;
}

/** The points of a model answer: its numbered parts, else its sentences; all of it where it is but one. */
export function keyPointsOf(answer: string): KeyPointDocument[] {
  const numbered = answer
    .split(
      /(?:^|[\n;；。])\s*(?:[①-⑳]|[(（]?\d{1,2}[)）.、．](?!\d)|[一二三四五六七八九十]、|第[一二三四五六七八九十][,，、])/,
    )
    .map(clean)
    .filter(isText);
  if (numbered.length > 1) return numbered.map((text) => ({ text }));
  const parts = answer
    .split(/[;；\n]/)
    .map(clean)
    .filter(isText);
  return (parts.length > 1 ? parts : [answer.trim()]).map((text) => ({ text }));
}

const clean = (text: string): string => text.trim().replace(/[;；。]$/, '');
const isText = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
