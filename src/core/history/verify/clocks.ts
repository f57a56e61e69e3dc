import { type Day, studyDayOf } from '../../day.ts';
import type { Report, SpottedEvent } from './finding.ts';

/** Signs of a clock that was wrong, or was set while the program ran. `today` is that of the reading. */
export function checkClocks(events: readonly SpottedEvent[], today: Day, report: Report): void {
  const latest = new Map<string, number>();
  for (const { file, line, event, at } of events) {
    const about = event.at;
    if (studyDayOf(at) > today + 1) report({ code: 'DATED_AHEAD', file, line, about });
    if (at.offset < WESTMOST || at.offset > EASTMOST) report({ code: 'ODD_OFFSET', file, line, about });
    const drawnMs = msOfId(event.id);
    if (drawnMs !== null && Math.abs(drawnMs - at.ms) > ID_MS) report({ code: 'ID_TIME', file, line, about });
    const sitting = sittingOf(event);
    if (sitting === null) continue;
    const key = `${event.device} ${sitting}`;
    const before = latest.get(key) ?? at.ms;
    if (before - at.ms > BACK_MS) report({ code: 'CLOCK_BACK', file, line, about });
    latest.set(key, at.ms);
  }
}

/** The offsets in use on Earth, in minutes east of UTC. */
const WESTMOST = -12 * 60;
const EASTMOST = 14 * 60;
/** An id is drawn when its event is dated; more than this apart, one of the two is from somewhere else. */
const ID_MS = 3_600_000;
/** What the correction of a clock over the network may take back unnoticed. */
const BACK_MS = 60_000;

/** The time within a UUIDv7; null for any other id. */
function msOfId(id: string): number | null {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) return null;
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

function sittingOf(event: SpottedEvent['event']): string | null {
  if (event.type === 'session-started') return event.id;
  return 'session' in event && typeof event.session === 'string' ? event.session : null;
}
