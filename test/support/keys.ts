import type { Key } from '../../src/prompts/key.ts';

const NAMED: Record<string, string> = { ' ': 'space' };

/** Keys in one text: `<return>` is a key by name, `^d` one with control, anything else types itself. */
export const keysIn = (text: string): Key[] => (text.match(/<[a-z]+>|\^[a-z]|[^<^]/gu) ?? []).map(keyOf);

function keyOf(part: string): Key {
  if (part.length === 2 && part.startsWith('^')) return { name: part.slice(1), text: '', ctrl: true };
  const name = /^<(.+)>$/.exec(part)?.[1];
  return name === undefined ? { name: NAMED[part] ?? part, text: part, ctrl: false } : { name, text: '', ctrl: false };
}
