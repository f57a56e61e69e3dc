import type { Entry } from './entry.ts';
import { saysTheSame } from './unite.ts';

/** Events by id and content. One id may say several things. */
export class KnownEvents {
  readonly #texts = new Map<string, string | string[]>();

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) if (!this.has(entry)) this.add(entry);
  }

  /** Whether this very event is known, however its fields are ordered and spaced. */
  has({ id, text }: Entry): boolean {
    const known = this.#texts.get(id);
    if (known === undefined) return false;
    return typeof known === 'string' ? saysTheSame(known, text) : known.some((each) => saysTheSame(each, text));
  }

  hasId(id: string): boolean {
    return this.#texts.has(id);
  }

  /** What was first known under an id; null for nothing. */
  textOf(id: string): string | null {
    const known = this.#texts.get(id);
    return (typeof known === 'string' ? known : known?.[0]) ?? null;
  }

  add({ id, text }: Entry): void {
    const known = this.#texts.get(id);
    if (known === undefined) this.#texts.set(id, text);
    else if (typeof known === 'string') this.#texts.set(id, [known, text]);
    else known.push(text);
  }
}
