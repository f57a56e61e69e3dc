import type { Draft } from './draft.ts';
import type { ItemSource } from './intake.ts';
import type { SectionType } from './lexer/type-words.ts';
import type { TextReading } from './read-text.ts';

/** What is said of an import beside its questions. */
export interface IntakeReport {
  readonly questions: number;
  /** Of these, without a key. */
  readonly withoutKey: number;
  readonly duplicates: number;
  readonly doubts: number;
  readonly files: readonly FileReport[];
  readonly sections: readonly SectionReport[];
  /** Lines that were left out: site chrome, headers, footers, watermarks. */
  readonly leftOut: readonly Noted[];
  /** What looked like a question and became none. */
  readonly unread: readonly Noted[];
  /** Answers of a list that fit no question. */
  readonly unmatched: readonly { readonly file: string; readonly line: number; readonly numbers: readonly number[] }[];
  /** All of it is sure: every section as long as it says, every question keyed, nothing doubted or left over. */
  readonly sure: boolean;
}

export interface FileReport {
  readonly file: string;
  readonly characters: number;
  readonly questions: number;
  /** Why there are none; null where there are some. */
  readonly why: 'empty' | 'no-structure' | 'prose' | null;
}

export interface SectionReport {
  readonly file: string;
  readonly line: number;
  readonly title: string;
  readonly type: SectionType;
  readonly found: number;
  readonly declared: number | null;
  readonly each: number | null;
  readonly total: number | null;
  /** Number found and declared agree, and number × points makes the total; null where nothing is declared. */
  readonly fits: boolean | null;
}

export interface Noted {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

export function reportOn(items: readonly Draft[], readings: readonly (TextReading | ItemSource)[]): IntakeReport {
  const texts = readings.filter((reading): reading is TextReading => 'flat' in reading);
  const kept = items.filter(({ duplicateOf }) => duplicateOf === undefined);
  const sections = texts.flatMap(sectionsOf);
  const marked = readings.filter((reading): reading is ItemSource => !('flat' in reading));
  const unread = [...texts, ...marked].flatMap(({ unread: all = [] }) => all);
  const unmatched = texts.flatMap(({ flat, unmatched: all }) =>
    all.map(({ at, numbers }) => ({ file: flat.file, line: flat.lineOf(at), numbers })),
  );
  const doubts = items.reduce((sum, each) => sum + each.doubts.length, 0);
  const questions = kept.length;
  return {
    questions,
    withoutKey: kept.filter(({ answer }) => answer === null).length,
    duplicates: items.length - kept.length,
    doubts,
    files: byFile(readings.map(fileOf)),
    sections,
    leftOut: [
      ...texts.flatMap(({ leftOut, flat }) =>
        leftOut.map(({ line, text, why }) => ({ file: flat.file, line, text, why })),
      ),
      ...marked.flatMap(({ leftOut = [] }) => leftOut),
    ],
    unread,
    unmatched,
    sure: isSure({ questions, doubts, unread, unmatched, sections }),
  };
}

export const isSure = ({
  questions,
  doubts,
  unread,
  unmatched,
  sections,
}: Pick<IntakeReport, 'questions' | 'doubts' | 'unread' | 'unmatched' | 'sections'>): boolean =>
  questions > 0 &&
  doubts === 0 &&
  unread.length === 0 &&
  unmatched.length === 0 &&
  sections.every(({ fits }) => fits !== false);

/** Whether a section has what it declares; null where it declares nothing. */
export function fitsDeclared({
  found,
  declared,
  each,
  total,
}: Pick<SectionReport, 'found' | 'declared' | 'each' | 'total'>): boolean | null {
  if (declared === null) return null;
  const adds = each === null || total === null || Math.abs(declared * each - total) < 0.01;
  return declared === found && adds;
}

/** A file may hold tables that are read by their columns beside a text. */
function byFile(reports: readonly FileReport[]): FileReport[] {
  const files = new Map<string, FileReport>();
  for (const each of reports) {
    const known = files.get(each.file);
    const questions = (known?.questions ?? 0) + each.questions;
    const characters = Math.max(known?.characters ?? 0, each.characters);
    files.set(each.file, { ...each, characters, questions, why: questions > 0 ? null : each.why });
  }
  return [...files.values()];
}

function fileOf(reading: TextReading | ItemSource): FileReport {
  if (!('flat' in reading))
    return {
      file: reading.file,
      characters: reading.text?.length ?? 0,
      questions: reading.drafts.length,
      why: reading.drafts.length > 0 ? null : (reading.text ?? '').trim() === '' ? 'empty' : 'no-structure',
    };
  const { flat, drafts } = reading;
  const none =
    flat.text.trim() === '' ? 'empty' : /[?？]|_{2,}|[(（]\s*[)）]|答案/.test(flat.text) ? 'no-structure' : 'prose';
  return {
    file: flat.file,
    characters: flat.raw.length,
    questions: drafts.length,
    why: drafts.length > 0 ? null : none,
  };
}

function sectionsOf({ flat, sections, found }: TextReading): SectionReport[] {
  const counts = new Map<TextReading['sections'][number] | null, number>();
  for (const { section } of found) counts.set(section, (counts.get(section) ?? 0) + 1);
  return sections.map((section) => {
    const { count: declared, each, total } = section.declared;
    const inside = counts.get(section) ?? 0;
    return {
      file: flat.file,
      line: flat.lineOf(section.at),
      title: section.title,
      type: section.type,
      found: inside,
      declared,
      each,
      total,
      fits: fitsDeclared({ found: inside, declared, each, total }),
    };
  });
}
