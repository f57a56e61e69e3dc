import { parseUsualInstant } from './usual-instant.ts';

/**
 * Instants and study days. An instant is milliseconds since 1970 together with the offset of the clock that
 * showed it; a day is a whole number, so that days subtract.
 */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly ms: number;
  /** Minutes east of UTC on the clock that was read, +480 in Beijing. */
  readonly offset: number;
}

/** Study days since 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;

/** A study day turns at four in the morning: what is answered at 01:30 still belongs to the evening before. */
export const DAY_TURNS_AT_MS = 4 * 3_600_000;

/** The study day of an instant, by the offset that was recorded with it: a traveller keeps the days they lived. */
export function studyDayOf(at: Instant): Day {
  return Math.floor((at.ms + at.offset * 60_000 - DAY_TURNS_AT_MS) / DAY_MS);
}

/** `2026-11-22`. */
export function formatDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of `2026-11-22`, or null where the text is not a calendar date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || formatDay(ms / DAY_MS) !== text ? null : ms / DAY_MS;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-11-22T21:05:13.120+08:00`: always milliseconds, always an offset, always 29 characters. */
export function formatInstant(at: Instant): string {
  const local = new Date(at.ms + at.offset * 60_000).toISOString().slice(0, 23);
  const minutes = Math.abs(at.offset);
  return `${local}${at.offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 time with offset; null for anything else, a time without an offset included. */
export function parseInstant(text: string): Instant | null {
  return parseUsualInstant(text) ?? parseAnyInstant(text);
}

function parseAnyInstant(text: string): Instant | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const ms = Date.parse(text);
  const offset = offsetOf(match[3] as string);
  // 30 February is taken for 2 March by `Date.parse`, and the night's hour 24 for the next day's first.
  const isOnThatDay = new Date(ms + offset * 60_000).getUTCDate() === Number(text.slice(8, 10));
  return isOnThatDay ? { ms, offset } : null;
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
