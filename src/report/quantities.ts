import { formatPoints } from '../core/grading/mark.ts';

/**
 * `67%`. What is not all is never called 100%, nor what is not nothing 0%; null, the share of nothing, is a dash.
 */
export function percentOf(share: number | null): string {
  if (share === null) return '–';
  if (share <= 0 || share >= 1) return `${share * 100}%`;
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))}%`;
}

/** `7.5 / 10`. */
export const marksOf = (markHundredths: number, ofHundredths: number): string =>
  `${formatPoints(markHundredths)} / ${formatPoints(ofHundredths)}`;

/** `12 / 20`: questions answered of those on the form, where it is known. */
export const questionsOf = (questions: number, asked: number | null): string =>
  asked === null ? `${questions}` : `${questions} / ${asked}`;

/** Says a time in words; parts may be 0, seconds and minutes are below 60. */
export type DurationWords = (hours: number, minutes: number, seconds: number) => string;

/** To the nearest second. */
export function durationOf(ms: number, words: DurationWords): string {
  const seconds = Math.round(ms / 1000);
  return words(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60);
}

/** `2026-11-22 21:05` on the clock that was read then, from an ISO time; other texts stay as they are. */
export function clockTimeOf(at: string): string {
  return at.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/, '$1 $2');
}

/** `456 KB`, `1.2 MB`: of a file. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 999.5 && unit < units.length - 1; unit++) size /= 1024;
  return `${size < 9.95 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
