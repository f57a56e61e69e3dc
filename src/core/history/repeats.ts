/** An event that stands in a file twice, as a merge by lines may leave it, counts once: the first of an id. */
export function withoutRepeats<E extends { readonly id: string }>(events: readonly E[]): readonly E[] {
  if (areGrowing(events)) return events;
  const ids = new Set(events.map(({ id }) => id));
  if (ids.size === events.length) return events;
  return events.filter(({ id }) => ids.delete(id));
}

/** True of most histories: ids count up with time. Comparing them takes a tenth of the time that a set of them does. */
function areGrowing(events: readonly { readonly id: string }[]): boolean {
  for (let n = 1; n < events.length; n++)
    if ((events[n] as { id: string }).id <= (events[n - 1] as { id: string }).id) return false;
  return true;
}
