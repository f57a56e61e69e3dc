import type { Report, SpottedEvent } from './finding.ts';

/** What an event points at is there: what it takes back, the answer whose cause it gives, the beginning of its session. */
export function checkReferences(events: readonly SpottedEvent[], report: Report): void {
  const types = new Map(events.map(({ event }) => [event.id, event.type]));
  for (const { file, line, event } of events) {
    const say = (code: 'VOIDS_NOTHING' | 'CAUSE_OF_NOTHING' | 'NOT_STARTED', about: string): void =>
      report({ code, file, line, about });
    if (event.type === 'voided') {
      if (!types.has(event.target)) say('VOIDS_NOTHING', event.target);
    } else if (event.type === 'cause') {
      if (types.get(event.target) !== 'answered') say('CAUSE_OF_NOTHING', event.target);
    } else if ('session' in event && typeof event.session === 'string') {
      if (types.get(event.session) !== 'session-started') say('NOT_STARTED', event.session);
    }
  }
}
