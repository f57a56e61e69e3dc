interface Known {
  readonly id: string;
  readonly type: string;
}

/** Events that still count: a voided one does not, and a voided `voided` gives its target back, in whatever order they stand. */
export function withoutVoided<E extends Known>(events: readonly E[]): readonly E[] {
  const gone = voidedIds(events);
  return gone.size === 0 ? events : events.filter(({ id }) => !gone.has(id));
}

/** Ids of the events that count no more. */
export function voidedIds(events: readonly Known[]): ReadonlySet<string> {
  const voids = events.filter((event) => event.type === 'voided') as unknown as { id: string; target: string }[];
  const voidsOf = new Map<string, string[]>();
  for (const { id, target } of voids) voidsOf.set(target, [...(voidsOf.get(target) ?? []), id]);
  const known = new Map<string, boolean>();
  const counts = (id: string): boolean => {
    const undone = voidsOf.get(id);
    if (!undone) return true;
    // Known before it is found out: a circle of voids, which nobody can have written, ends here.
    if (!known.has(id)) known.set(id, true).set(id, !undone.some(counts));
    return known.get(id) as boolean;
  };
  return new Set([...voidsOf.keys()].filter((id) => !counts(id)));
}
