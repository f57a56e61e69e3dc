import type { Instant } from '../day.ts';

/** What can be known of a backup by its name. */
export interface Kept {
  readonly at: Instant;
  /** It is never thinned out: what it holds stands nowhere else in one piece. */
  readonly isLasting: boolean;
}

const DAY_MS = 86_400_000;
/** How long one of each is kept, by the age of a backup in days. The younger ones are all kept. */
const STEPS: readonly { readonly upToDays: number; readonly slot: (at: Instant) => string }[] = [
  { upToDays: 2, slot: (at) => `all ${at.ms}` },
  { upToDays: 14, slot: (at) => `day ${dayOf(at)}` },
  { upToDays: 61, slot: (at) => `week ${Math.floor((dayOf(at) + 3) / 7)}` },
  { upToDays: 366, slot: (at) => `month ${new Date(dayOf(at) * DAY_MS).toISOString().slice(0, 7)}` },
];
/** However old: a clock that jumped years ahead must not empty the cupboard. */
const ALWAYS = 10;

/**
 * Those backups that are needed no longer: all of two days stay, then the last of each day for two weeks, of each week for two months,
 * of each month for a year. Days are those of the clock that each was made under.
 */
export function superfluous<B extends Kept>(backups: readonly B[], now: Instant): B[] {
  const newestFirst = [...backups].sort((a, b) => b.at.ms - a.at.ms);
  const taken = new Set<string>();
  return newestFirst.filter((backup, rank) => {
    const slot = slotOf(backup, now);
    const isFirst = slot !== null && !taken.has(slot);
    if (slot !== null) taken.add(slot);
    return !isFirst && !backup.isLasting && rank >= ALWAYS;
  });
}

function slotOf({ at }: Kept, now: Instant): string | null {
  const ageDays = (now.ms - at.ms) / DAY_MS;
  return STEPS.find(({ upToDays }) => ageDays <= upToDays)?.slot(at) ?? null;
}

const dayOf = ({ ms, offset }: Instant): number => Math.floor((ms + offset * 60_000) / DAY_MS);
