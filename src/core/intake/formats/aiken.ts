import { truthOf } from '../choice-key.ts';
import type { Draft } from '../draft.ts';
import type { SourceText } from '../source-text.ts';
import { type MarkedDoubt, markedDraft } from './marked-draft.ts';
import { type FormatReading, ReadingNotes } from './reading.ts';

interface AikenReading extends FormatReading {
  /** Lines that the format has no place for: numbers, options that go on, texts between questions. */
  readonly oddLines: number;
}

/** Aiken: a question on its line, options with letters on theirs, `ANSWER:` with the letter. */
export function readAiken({ file, text }: SourceText): AikenReading {
  const notes = new ReadingNotes(file);
  let oddLines = 0;
  let open = emptyQuestion(false);
  let isBlankBefore = true;
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1;
    const said = row.trim();
    if (said === '') {
      isBlankBefore = true;
      continue;
    }
    const answer = ANSWER.exec(said)?.[1];
    const option = OPTION.exec(said);
    if (answer !== undefined) {
      if (open.options.length < 2 || open.stem.length === 0) oddLines++;
      close(open, notes, line, answer.toUpperCase().replace(/[^A-Z]/g, ''));
      open = emptyQuestion(true);
    } else if (option && isNext(option[1] ?? '', open)) {
      open.options.push(option[2] ?? '');
      open.endLine = line;
    } else if (open.options.length > 0 && !isBlankBefore) {
      // A line that goes on where an option should begin.
      oddLines++;
      open.options.push(`${open.options.pop()} ${said}`);
    } else {
      if (open.options.length > 0) {
        oddLines++;
        close(open, notes, open.endLine, null);
        open = emptyQuestion(false);
      } else if (open.stem.length > 0 && isBlankBefore) {
        // What stands apart from the question is no part of it.
        oddLines++;
        for (const each of open.stem) notes.skip(open.line, each, 'description');
        open = emptyQuestion(false);
      }
      if (open.stem.length > 0 && open.runsOn) oddLines++;
      if (open.stem.length === 0) {
        if (NUMBERED.test(said)) oddLines++;
        open.line = line;
        open.runsOn = open.follows && !isBlankBefore;
      }
      open.stem.push(said);
      open.endLine = line;
    }
    isBlankBefore = false;
  }
  close(open, notes, open.endLine, null);
  return { drafts: notes.drafts, leftOut: notes.leftOut, unread: notes.unread, oddLines };
}

const ANSWER = /^ANSWER\s{0,4}[:：]\s{0,4}([A-Z](?:[\s,、;]{0,3}[A-Z]){0,25})\s*\.?$/i;
const OPTION = /^([A-Za-z])[.)]\s*(\S.*)$/;
const NUMBERED = /^(?:\d{1,4}|[一二三四五六七八九十]{1,3})\s?[.、)．）:：](?!\d)/;

interface Open {
  line: number;
  endLine: number;
  readonly stem: string[];
  readonly options: string[];
  /** A question stood before it, with its answer. */
  readonly follows: boolean;
  runsOn: boolean;
}

const emptyQuestion = (follows: boolean): Open => ({
  ...{ line: 1, endLine: 1, stem: [], options: [], follows, runsOn: false },
});

const isNext = (label: string, { options, stem }: Open): boolean =>
  stem.length > 0 && label.toUpperCase().charCodeAt(0) - 65 === options.length;

function close(open: Open, notes: ReadingNotes, endLine: number, key: string | null): void {
  if (open.stem.length === 0) {
    if (key !== null) notes.miss(endLine, `ANSWER: ${key}`, 'no-stem');
    return;
  }
  const stem = open.stem.join('\n');
  if (open.options.length === 0 && key === null) return notes.skip(open.line, stem, 'description');
  notes.drafts.push(draftOf(open, stem, notes.file, endLine, key));
}

function draftOf(open: Open, stem: string, file: string, endLine: number, key: string | null): Draft {
  const { options, line } = open;
  const doubts: MarkedDoubt[] = open.runsOn ? [{ code: 'NOT_PARTED' }] : [];
  const common = { file, line, endLine, stem, doubts };
  const truths = options.length === 2 ? options.map(truthOf) : [];
  if (truths.includes(true) && truths.includes(false) && (key === null || key.length === 1)) {
    const answer = key === null ? null : (truths[key.charCodeAt(0) - 65] ?? null);
    return markedDraft({ ...common, type: 'boolean', answer });
  }
  return markedDraft({ ...common, type: (key?.length ?? 1) > 1 ? 'multiple' : 'single', options, answer: key });
}
