import { type Element, firstOf } from '../tree.ts';

/** The `w:val` of a child; null where there is no such child, or no such attribute. */
export const settingOf = (parent: Element | undefined, name: string): string | null =>
  firstOf(parent, name)?.attributes['w:val'] ?? null;
