import type { TopicDocument } from '../bank/schema.ts';
import type { Draft } from './draft.ts';
import { foldDuplicates } from './duplicates.ts';
import { readText, type TextReading } from './read-text.ts';
import { type IntakeReport, type Noted, reportOn } from './report.ts';
import { confidenceOf } from './settle.ts';
import type { SourceText } from './source-text.ts';

/** A document as a container hands it over: text to be understood, or questions that its format already marks. */
export type Source = (SourceText & { readonly kind: 'text' }) | ItemSource;

export interface ItemSource {
  readonly kind: 'items';
  readonly file: string;
  readonly drafts: readonly Draft[];
  /** What the file says as a text, where it is one: what `--explain` shows. */
  readonly text?: string;
  /** What belongs to no question and was left out, and questions of kinds that there is nothing for. */
  readonly leftOut?: readonly Noted[];
  readonly unread?: readonly Noted[];
  /** Of a bank, for its items. */
  readonly topics?: Readonly<Record<string, TopicDocument>>;
  readonly unit?: SourceText['unit'];
}

/** Everything that was understood, copies included, and what there is to say of it. */
export interface Intake {
  readonly items: readonly Draft[];
  readonly report: IntakeReport;
}

/**
 * Reads documents together, so that what stands in two of them is one question. `answers` are documents that hold
 * nothing but answers to the questions of all of them.
 */
export function takeIn(sources: readonly Source[], answers: readonly Source[] = []): Intake {
  const keys = answers.filter((source) => source.kind === 'text');
  const readings = sources.map((source): TextReading | ItemSource =>
    source.kind === 'text' ? doubtingFormat(readText(source, keys), source) : source,
  );
  const items = foldDuplicates(readings.flatMap(({ drafts }) => drafts));
  return { items, report: reportOn(items, readings) };
}

/** Keys that only the format of the document tells are doubted once, at the first of them: all were read alike. */
function doubtingFormat(reading: TextReading, { keysBy }: SourceText): TextReading {
  const first = keysBy === undefined ? -1 : reading.drafts.findIndex(({ answer }) => answer !== null);
  if (keysBy === undefined || first < 0) return reading;
  const drafts = reading.drafts.map((draft, index) => {
    if (index !== first) return draft;
    const params = { by: keysBy };
    const doubts = [...draft.doubts, { code: 'KEYS_BY_FORMAT' as const, line: draft.source.line, params }];
    return { ...draft, doubts, confidence: confidenceOf(doubts) };
  });
  return { ...reading, drafts };
}
