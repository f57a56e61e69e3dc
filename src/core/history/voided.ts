/** Events that still count: a voided one does not, and a voided `voided` gives its target back, in whatever order they stand. */
export function withoutVoided<E extends { readonly id: string; readonly type: string }>(
  events: readonly E[],
): readonly E[] {
  const gone = voidedIds(events);
  return gone.size === 0 ? events : events.filter(({ id }) => !gone.has(id));
}

/** Ids of the events that count no more. */
export function voidedIds(events: readonly { readonly id: string; readonly type: string }[]): ReadonlySet<string> {
  const voids = events.filter((event) => event.type === 'voided') as unknown as { id: string; target: string }[];
  const voidsOf = new Map<string, string[]>();
  for (const { id, target } of voids) {
    const others = voidsOf.get(target);
    if (others) others.push(id);
    else voidsOf.set(target, [id]);
  }
  const counts = countingBy(voidsOf);
  return new Set([...voidsOf.keys()].filter((id) => !counts(id)));
}

/**
 * Whether an event counts: none of its voids does. Found without recursion, since whoever wrote the file may have chained them
 * to any length; one that is still being found out counts, and so a circle, which nobody can have meant, ends.
 */
function countingBy(voidsOf: ReadonlyMap<string, readonly string[]>): (id: string) => boolean {
  const known = new Map<string, boolean>();
  const begun = new Set<string>();
  return (id) => {
    const stack = [id];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const voids = voidsOf.get(top) ?? [];
      if (!begun.has(top)) {
        begun.add(top);
        for (const each of voids) if (!begun.has(each)) stack.push(each);
      } else {
        stack.pop();
        if (!known.has(top)) known.set(top, !voids.some((each) => known.get(each) ?? true));
      }
    }
    return known.get(id) ?? true;
  };
}
