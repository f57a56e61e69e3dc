import type { Report, SpottedEvent } from './finding.ts';
import { fieldFaults, isKnownType } from './schema.ts';

/** Each event has what its type must have; of a type that is not known nothing more is asked. */
export function checkFields(events: readonly SpottedEvent[], report: Report): void {
  for (const { file, line, event } of events) {
    if (!isKnownType(event.type)) report({ code: 'UNKNOWN_TYPE', file, line, about: event.type });
    for (const { field, wanted, isMissing } of fieldFaults(event))
      report({ code: isMissing ? 'MISSING_FIELD' : 'WRONG_FIELD', file, line, about: field, wanted });
  }
}
