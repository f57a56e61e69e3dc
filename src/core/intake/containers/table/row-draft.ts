import type { Draft } from '../../draft.ts';
import { type FlatText, flatten } from '../../flat-text.ts';
import { foldWidth } from '../../fold.ts';
import type { Found, FoundDoubt, Section } from '../../found.ts';
import { NOTHING_DECLARED } from '../../lexer/declared.ts';
import { type SectionType, typeNamedIn } from '../../lexer/type-words.ts';
import { type OptionText, splitOptions } from '../../options.ts';
import { difficultyIn } from '../../read-item.ts';
import { settle } from '../../settle.ts';
import { readStem } from '../../stem.ts';
import type { RowFields } from './row-fields.ts';

/** A row becomes a question as a stretch of text does: its type and its key are settled, and doubted, by the same rules. */
export function rowDraft(file: string, fields: RowFields, section: Section | null): Draft {
  const draft = settle(placed(file, fields), foundOf(fields, section));
  // The column of numbers of our own tables has the ids.
  return ID.test(fields.number) ? { ...draft, id: fields.number } : draft;
}

const ID = /^(?=[0-9-]*[a-z])[a-z0-9][a-z0-9-]{0,199}$/;

function foundOf(fields: RowFields, section: Section | null): Found {
  const { number, text } = numberAhead(fields);
  const stem = readStem(text, '');
  const tag = typeOf(fields.type) ?? stem.tag;
  const { options, rest, marked } = optionsOf(fields, stem.stem);
  const doubts: FoundDoubt[] = [];
  const gap = gapIn(options);
  if (gap !== null) doubts.push({ code: 'OPTION_MISSING', at: 0, params: { letter: gap } });
  const answer = answerOf(fields.answer, tag ?? section?.type ?? null, options.length);
  return {
    number,
    from: 0,
    to: 1,
    tag,
    section: fields.chapter !== '' && fields.topic !== '' ? chapterOf(fields.chapter, section) : section,
    stem: rest,
    material: fields.material,
    options,
    rest: '',
    answer: answer === '' ? null : { raw: answer, text: foldWidth(answer) },
    inline: stem.inline || marked,
    filled: stem.filled,
    explanation: fields.explanation || stem.note,
    points: pointsIn(fields.points) ?? stem.points,
    difficulty: difficultyIn(foldWidth(fields.difficulty)),
    topic: fields.topic || fields.chapter,
    doubts,
    rules: ['row', ...(answer === '' ? [] : ['answer-column'])],
  };
}

/** The head of the chapter stands in the place of the section; what the questions are is still said by the latter. */
const chapterOf = (title: string, section: Section | null): Section => ({
  ...(section ?? {
    index: 0,
    type: 'list',
    declared: NOTHING_DECLARED,
    number: null,
    at: 0,
  }),
  title,
});

function numberAhead({ number, stem }: RowFields): { number: number | null; text: string } {
  const own = /^\d{1,6}$/.exec(number)?.[0];
  const ahead = /^\s*(\d{1,4})[ ]?[.、．][ ]?(?!\d)/.exec(stem);
  const text = ahead ? stem.slice(ahead[0].length) : stem;
  return { number: own ? Number(own) : ahead ? Number(ahead[1]) : null, text: text.trim() === '' ? stem : text };
}

function typeOf(text: string): SectionType | null {
  const plain = foldWidth(text).trim();
  if (plain === '') return null;
  const code = CODES[plain.toLowerCase().replace(/[\s_-]/g, '')];
  return code ?? typeNamedIn(plain.replace(/[_-]/g, ' ')) ?? null;
}

/** Short names that a sentence would not hold. */
const CODES: Readonly<Record<string, SectionType>> = {
  single: 'single',
  singlechoice: 'single',
  radio: 'single',
  sc: 'single',
  multiple: 'multiple',
  multiplechoice: 'choice',
  multiselect: 'multiple',
  checkbox: 'multiple',
  mcq: 'choice',
  mc: 'choice',
  ma: 'multiple',
  mr: 'multiple',
  tf: 'boolean',
  truefalse: 'boolean',
  boolean: 'boolean',
  judge: 'boolean',
  judgement: 'boolean',
  fill: 'blank',
  fillblank: 'blank',
  blank: 'blank',
  cloze: 'blank',
  short: 'short',
  shortanswer: 'short',
  essay: 'short',
  text: 'short',
  qa: 'short',
};

interface Options {
  readonly options: readonly OptionText[];
  /** The stem without options that stood in it. */
  readonly rest: string;
  readonly marked: string;
}

function optionsOf({ option, options }: RowFields, stem: string): Options {
  if (option.length > 0) return { options: option.map(withoutLabel), rest: stem, marked: '' };
  const inCell = options === '' ? null : labelled(options);
  if (inCell) return { ...inCell, rest: stem };
  if (options !== '') return { options: divided(options), rest: stem, marked: '' };
  const split = splitOptions(stem, foldWidth(stem));
  if (!split || split.stemEnd < 2) return { options: [], rest: stem, marked: '' };
  return { options: split.options, rest: stem.slice(0, split.stemEnd), marked: split.marked };
}

function labelled(cell: string): Pick<Options, 'options' | 'marked'> | null {
  // Signs that set options apart are none of their text.
  const plain = cell.replace(/\s*(?:\$;\$|[|｜]+|;|；)\s*(?=[A-La-l][.、．:：)）])/g, '\n');
  const split = splitOptions(plain, foldWidth(plain));
  return split && split.stemEnd <= 1 ? { options: split.options, marked: split.marked } : null;
}

const SEPARATORS = [/\$;\$/, /\n/, /[|｜]+/, /[;；]/, /#+/, /[、]/, /[,，]/, /\s{2,}/];

/** Options without letters, set apart by the first sign that does it. */
function divided(cell: string): OptionText[] {
  for (const sign of SEPARATORS) {
    const parts = cell
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
    if (parts.length > 1 && parts.length <= 12)
      return parts.map((raw, index) => ({ id: String.fromCharCode(65 + index), raw }));
  }
  return [{ id: 'A', raw: cell }];
}

/** The letter may stand in the cell as well as over the column. */
const withoutLabel = ({ letter, text }: RowFields['option'][number]): OptionText => ({
  id: letter,
  raw: text.replace(new RegExp(`^[(（]?${letter}[ ]?[.、．:：)）][ ]?(?=\\S)`, 'i'), ''),
});

function gapIn(options: readonly OptionText[]): string | null {
  const letters = new Set(options.map(({ id }) => id));
  const last = Math.max(64, ...options.map(({ id }) => id.charCodeAt(0)));
  for (let code = 65; code < last; code++)
    if (!letters.has(String.fromCharCode(code))) return String.fromCharCode(code);
  return null;
}

/** Where a question is true or false, 1 and 0 say so. */
function answerOf(cell: string, type: SectionType | null, options: number): string {
  const text = cell.trim();
  if (type === 'boolean' && options === 0 && /^[01]$/.test(text)) return text === '1' ? '√' : '×';
  return text;
}

function pointsIn(text: string): number | null {
  const found = /\d{1,3}(?:\.\d{1,2})?/.exec(foldWidth(text));
  return found ? Number(found[0]) : null;
}

/** The text of nothing: every place in it is the row. */
function placed(file: string, { line, endLine }: RowFields): FlatText {
  const nothing = flatten({ file, text: ' ' }, []);
  return { ...nothing, lineOf: () => line, placeOf: () => ({ file, line, endLine }) };
}
