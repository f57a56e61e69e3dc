import { type Day, formatDay, formatInstant, parseDay, parseInstant } from '../../day.ts';

/** A time as a table has it. */
export type Moment =
  | { readonly kind: 'day'; readonly day: Day }
  /** What the clock on the wall showed, as milliseconds of a clock at UTC. */
  | { readonly kind: 'local'; readonly localMs: number }
  /** `offset` is null where the table gives the time in UTC: it says nothing of the clock on the wall. */
  | { readonly kind: 'instant'; readonly ms: number; readonly offset: number | null };

export type MomentFault = 'NO_DATE' | 'BAD_DATE' | 'YEAR_LAST' | 'TOO_EARLY';

/**
 * Reads `2026-01-05`, `2026/1/5 20:03`, `2026年1月5日`, `20260105`, an ISO time with or without offset, and seconds or milliseconds
 * since 1970. A date with the year behind is refused: in 05/06/2026 nobody can tell the month from the day.
 */
export function parseMoment(cell: string): Moment | MomentFault {
  if (cell.length > LONGEST) return 'BAD_DATE';
  const text = cell.normalize('NFKC').trim();
  if (text === '') return 'NO_DATE';
  const moment = sinceEpoch(text) ?? written(text);
  if (moment === null) return YEAR_LAST.test(text) ? 'YEAR_LAST' : 'BAD_DATE';
  return msOf(moment) < 0 ? 'TOO_EARLY' : moment;
}

/** What makes two times the same, wherever and by whatever program they are read. */
export function momentKey(moment: Moment): string | number {
  switch (moment.kind) {
    case 'day':
      return formatDay(moment.day);
    case 'local':
      return formatInstant({ ms: moment.localMs, offset: 0 }).slice(0, 23);
    case 'instant':
      return moment.ms;
  }
}

const LONGEST = 64;
const DAY_MS = 86_400_000;
const YEAR_LAST = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(\D|$)/;

const msOf = (moment: Moment): number =>
  moment.kind === 'day' ? moment.day * DAY_MS : moment.kind === 'local' ? moment.localMs : moment.ms;

/** Seconds have nine or ten digits from 1973 to 2286, milliseconds twelve or thirteen; eight digits are a date. */
function sinceEpoch(text: string): Moment | null {
  if (/^\d{8}$/.test(text)) {
    const day = parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
    return day === null ? null : { kind: 'day', day };
  }
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return { kind: 'instant', ms: Math.round(Number(text) * 1000), offset: null };
  return /^\d{12,13}$/.test(text) ? { kind: 'instant', ms: Number(text), offset: null } : null;
}

const WRITTEN = new RegExp(
  '^(\\d{4})(?:[-/.]|年 ?)(\\d{1,2})(?:[-/.]|月 ?)(\\d{1,2})(?:日|号)?' +
    '(?:[T ]*(\\d{1,2})[:时](\\d{1,2})分?(?::?(\\d{1,2})(?:[.,](\\d{1,9}))?秒?)?)?' +
    ' ?(Z|UTC|[+-]\\d{2}:?\\d{2})?$',
  'i',
);

function written(text: string): Moment | null {
  const parts = WRITTEN.exec(text);
  if (!parts) return null;
  const [, year, month, date, hour, minute, second = '0', fraction = '', zone] = parts;
  const two = (part = ''): string => part.padStart(2, '0');
  const day = parseDay(`${year}-${two(month)}-${two(date)}`);
  if (day === null) return null;
  if (hour === undefined) return zone === undefined ? { kind: 'day', day } : null;
  const time = `${two(hour)}:${two(minute)}:${two(second)}.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const at = parseInstant(`${formatDay(day)}T${time}${isoZone(zone)}`);
  if (at === null || Number.isNaN(at.ms)) return null;
  if (zone === undefined) return { kind: 'local', localMs: at.ms };
  return { kind: 'instant', ms: at.ms, offset: at.offset === 0 ? null : at.offset };
}

function isoZone(zone = 'Z'): string {
  if (/^(Z|UTC)$/i.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
