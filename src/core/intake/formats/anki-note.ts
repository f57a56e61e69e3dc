import { blankCount } from '../../bank/blanks.ts';
import { parseTruth } from '../../bank/letters.ts';
import { blankAnswers } from '../blank-answers.ts';
import type { DraftAnswer, DraftType } from '../draft.ts';

interface NoteBody {
  readonly type: DraftType;
  readonly stem: string;
  readonly options?: readonly string[];
  readonly answer: DraftAnswer;
  readonly accepted?: readonly (readonly string[])[];
  readonly explanation: string;
}

const TYPES: readonly DraftType[] = ['single', 'multiple', 'boolean', 'blank', 'ordering', 'short'];

/** A note with a front and a back: options on the front make a choice, blanks a fill-in, a truth value a statement. */
export function noteBody(front: string, back: string, tags: string): NoteBody {
  const { stem, options } = optionsIn(front);
  const [first = '', rest = ''] = cutAtBlankLine(back);
  // Our own exports say in a tag what a note was.
  const tag = tags.split(/\s+/).find((each): each is DraftType => TYPES.includes(each as DraftType));
  if (options.length >= 2) {
    const letters = /^\s*([A-Za-z](?:[\s,、]{0,2}[A-Za-z]){0,25})(?=$|[\s.,、。:：)）\n])/.exec(first);
    const named = first.trim().toUpperCase();
    const byText = options.findIndex((option) => option.trim().toUpperCase() === named);
    const key = byText >= 0 ? String.fromCharCode(65 + byText) : keyIn(letters?.[1] ?? '', options.length);
    const behind = byText >= 0 || /^\s*[A-Za-z][.)]/.test(first) ? '' : first.slice(letters?.[0].length ?? 0).trim();
    const type = tag === 'ordering' || tag === 'multiple' ? tag : key.length > 1 ? 'multiple' : 'single';
    return { type, stem, options, answer: key || null, explanation: joined(key === '' ? first : behind, rest) };
  }
  const truth = parseTruth(first);
  if (truth !== null && (tag === undefined || tag === 'boolean') && !/[?？]\s*$/.test(front))
    return { type: 'boolean', stem: front, answer: truth, explanation: rest };
  const blanks = blankCount(front);
  if (blanks > 0 && first.trim() !== '') {
    const accepted = blankAnswers(first, blanks).map((text) => text.split(' / ').map((each) => each.trim()));
    return { type: 'blank', stem: front, answer: accepted.map(([one = '']) => one), accepted, explanation: rest };
  }
  if (tag === 'short') return { type: 'short', stem: front, answer: first.trim() || null, explanation: rest };
  return { type: 'short', stem: front, answer: back.trim() || null, explanation: '' };
}

const joined = (...texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').join('\n');

const keyIn = (text: string, options: number): string => {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '');
  return [...letters].every((letter) => letter.charCodeAt(0) - 65 < options) ? letters : '';
};

function cutAtBlankLine(text: string): [string, string] {
  const gap = /\n\s*\n/.exec(text);
  return gap ? [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)] : [text, ''];
}

/** Lines that are labelled from A on, at the end of a text. */
function optionsIn(front: string): { stem: string; options: readonly string[] } {
  const lines = front.split('\n');
  const first = lines.findIndex((line) => /^\s*[(（]?A\s?[.、)）．:：]/i.test(line));
  if (first < 1) return { stem: front, options: [] };
  const options: string[] = [];
  for (const line of lines.slice(first).filter((each) => each.trim() !== '')) {
    const label = /^\s*[(（]?([A-Za-z])\s?[.、)）．:：]\s*(.*)$/.exec(line);
    if (label && (label[1] ?? '').toUpperCase().charCodeAt(0) - 65 === options.length) options.push(label[2] ?? '');
    else options.push(`${options.pop() ?? ''} ${line.trim()}`.trim());
  }
  return options.length < 2 ? { stem: front, options: [] } : { stem: lines.slice(0, first).join('\n'), options };
}
