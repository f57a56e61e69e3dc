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
