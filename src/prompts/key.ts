/** A key as the terminal names it. */
export interface Key {
  readonly name: string;
  /** What the key types; empty for keys that type nothing. */
  readonly text: string;
  readonly ctrl: boolean;
}

/** The key of an event of readline's. */
export function keyOf(key: { readonly name: string; readonly ctrl: boolean; readonly sequence?: string }): Key {
  const text = key.sequence ?? '';
  return {
    name: key.name ?? '',
    text: text.startsWith('\u001b') || key.ctrl ? '' : text,
    ctrl: key.ctrl ?? false,
  };
}

/** Full-width forms folded, so that a Chinese input method need not be switched off; what is typed as a text stays as it is. */
export function folded(key: Key): Key {
  const text = key.text.normalize('NFKC');
  return { ...key, text, name: text === ' ' ? 'space' : key.name };
}

export const isEnter = (key: Key): boolean => key.name === 'return' || key.name === 'enter';
