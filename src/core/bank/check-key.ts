import { seenText } from '../grading/text-fold.ts';
import { blankCount } from './blanks.ts';
import type { Report } from './finding.ts';
import { LETTERS, type Letter } from './item.ts';
import { parseLetters, parseTruth } from './letters.ts';
import { type Fields, isRecord, listOf, scalarText, textOf } from './values.ts';

type Path = readonly (string | number)[];

/** The key of one question against its own stem and options. A case has none of its own. */
export function checkKey(item: Fields, path: Path, report: Report): void {
  if (item.answer === undefined && KEYED.includes(item.type)) report('NO_KEY', [...path, 'answer']);
  switch (item.type) {
    case 'single':
      checkOptions(item, path, report);
      checkLetters(item, path, report, (key) => key.length === 1);
      return;
    case 'multiple':
      checkOptions(item, path, report);
      checkLetters(item, path, report, (key) => new Set(key).size === key.length);
      return;
    case 'ordering':
      checkOptions(item, path, report);
      checkOrder(item, path, report);
      return;
    case 'boolean':
      if (item.answer !== undefined && item.answer !== null && parseTruth(item.answer) === null)
        report('BAD_TRUTH', [...path, 'answer']);
      return;
    case 'blank':
      checkBlanks(item, path, report);
      return;
    case 'short':
      if (item.points === undefined) report('NO_POINTS', path);
      return;
  }
}

const KEYED: readonly unknown[] = ['single', 'multiple', 'boolean', 'blank', 'ordering', 'short'];

/** Two options that read alike make two right answers or none. */
function checkOptions(item: Fields, path: Path, report: Report): void {
  const seen = new Map<string, number>();
  listOf(item.options).forEach((option, index) => {
    const text = seenText(scalarText(option) ?? '')
      .normalize('NFKC')
      .replace(/\s+/g, '')
      .toLowerCase();
    if (!text) return;
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    else
      report('SAME_OPTIONS', [...path, 'options', index], {
        first: LETTERS[first] ?? '',
        second: LETTERS[index] ?? '',
      });
  });
}

function keyLetters(item: Fields, path: Path, report: Report): Letter[] | null {
  if (item.answer === undefined || item.answer === null) return null;
  const key = parseLetters(item.answer);
  if (!key) {
    report('BAD_KEY', [...path, 'answer']);
    return null;
  }
  const count = listOf(item.options).length;
  if (count === 0) return null;
  const strays = [...new Set(key.filter((letter) => LETTERS.indexOf(letter) >= count))];
  if (strays.length === 0) return key;
  report('KEY_NOT_AN_OPTION', [...path, 'answer'], { letters: strays.join(''), last: LETTERS[count - 1] ?? '' });
  return null;
}

function checkLetters(item: Fields, path: Path, report: Report, fits: (key: Letter[]) => boolean): void {
  const key = keyLetters(item, path, report);
  if (key && !fits(key)) report('KEY_COUNT', [...path, 'answer'], { type: String(item.type), count: key.length });
}

function checkOrder(item: Fields, path: Path, report: Report): void {
  const key = keyLetters(item, path, report);
  const count = listOf(item.options).length;
  if (!key || (key.length === count && new Set(key).size === count)) return;
  report('ORDER_INCOMPLETE', [...path, 'answer'], { count, given: key.join('') });
}

function checkBlanks(item: Fields, path: Path, report: Report): void {
  const stem = textOf(item.stem);
  if (item.answer === undefined || item.answer === null) return;
  const answers = Array.isArray(item.answer) ? item.answer.length : isRecord(item.answer) ? null : 1;
  if (answers === null) return;
  const blanks = stem === null ? answers : blankCount(stem);
  if (blanks !== answers) report('BLANK_COUNT', [...path, 'answer'], { blanks, answers });
  listOf(item['any-order']).forEach((group, index) => {
    const numbers = listOf(group).filter((n) => typeof n === 'number');
    if (numbers.some((n) => n > answers) || new Set(numbers).size !== numbers.length)
      report('BAD_GROUP', [...path, 'any-order', index], { answers });
  });
}
