import type { Report, SpottedEvent } from './finding.ts';

/** Lines that are dated before the line that they stand behind, as after a merge: reading puts them in order. */
export function checkOrder(events: readonly SpottedEvent[], report: Report): void {
  let before: SpottedEvent | null = null;
  for (const spotted of events) {
    const { file, line, event, at } = spotted;
    if (before?.file === file && at.ms < before.at.ms) report({ code: 'OUT_OF_ORDER', file, line, about: event.at });
    before = spotted;
  }
}
