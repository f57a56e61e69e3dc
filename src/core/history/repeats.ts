/** An event that stands in a file twice, as a merge by lines may leave it, counts once: the first of an id. */
export function withoutRepeats<E extends { readonly id: string }>(events: readonly E[]): readonly E[] {
  const ids = new Set(events.map(({ id }) => id));
  if (ids.size === events.length) return events;
  return events.filter(({ id }) => ids.delete(id));
}
