import { pinyin } from 'pinyin-pro';

/** The first letter of each character's pinyin, small; one for each UTF-16 unit, a space where there is none. */
export function initialsOf(text: string): string {
  let initials = '';
  for (const character of text) {
    const letter = /\p{Script=Han}/u.test(character)
      ? pinyin(character, { pattern: 'first', toneType: 'none' })
      : character.toLowerCase();
    initials += letter.length === 1 ? letter.padEnd(character.length, ' ') : ' '.repeat(character.length);
  }
  return initials;
}

/** A title as a name of a-z, 0-9 and -: Chinese by its pinyin, at most `most` characters, cut between syllables. */
export function nameInPinyin(title: string, most = 24): string {
  const parts = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join(' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter(Boolean);
  let name = '';
  for (const part of parts) {
    const longer = name === '' ? part : `${name}-${part}`;
    if (longer.length > most && name !== '') break;
    name = longer.slice(0, most);
  }
  return name;
}
