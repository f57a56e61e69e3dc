import type { Day } from '../../day.ts';
import { type Census, censusOf } from './census.ts';
import { checkClocks } from './clocks.ts';
import { checkFields } from './fields.ts';
import { DAMAGE_CODES, type DamageCode, type Finding, type OddityCode, type SpottedEvent } from './finding.ts';
import { checkIds } from './ids.ts';
import { checkOrder } from './order.ts';
import { checkReferences } from './references.ts';
import { checkSessions } from './sessions.ts';

export interface Verified {
  /** What must not be, in the order of the lines. */
  readonly damage: readonly Finding<DamageCode>[];
  /** What is odd, and may be as it should. */
  readonly oddities: readonly Finding<OddityCode>[];
  readonly census: Census;
}

/** Looks at all that can be said of events by themselves, in the order of their files and lines; `today` is the day of the reading. */
export function verifyEvents(events: readonly SpottedEvent[], today: Day): Verified {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  checkFields(events, report);
  checkIds(events, report);
  checkOrder(events, report);
  checkClocks(events, today, report);
  checkReferences(events, report);
  checkSessions(events, report);
  findings.sort((a, b) => a.file - b.file || a.line - b.line);
  return {
    damage: findings.filter(isDamage),
    oddities: findings.filter((finding): finding is Finding<OddityCode> => !isDamage(finding)),
    census: censusOf(events),
  };
}

const isDamage = (finding: Finding): finding is Finding<DamageCode> =>
  DAMAGE_CODES.some((code) => code === finding.code);
