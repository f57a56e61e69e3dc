import { saysTheSame } from '../unite.ts';
import type { Report, SpottedEvent } from './finding.ts';

/** An id stands once. A merge by lines may leave the same event twice, which counts once; two contents are damage. */
export function checkIds(events: readonly SpottedEvent[], report: Report): void {
  const known = new Map<string, SpottedEvent>();
  for (const spotted of events) {
    const { file, line, event } = spotted;
    const before = known.get(event.id);
    if (!before) {
      known.set(event.id, spotted);
      continue;
    }
    const isSame = saysTheSame(JSON.stringify(before.event), JSON.stringify(event));
    const first = { file: before.file, line: before.line };
    report({ code: isSame ? 'REPEATED_ID' : 'ID_CONFLICT', file, line, about: event.id, first });
  }
}
