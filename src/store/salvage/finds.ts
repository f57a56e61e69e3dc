import { parseInstant } from '../../core/day.ts';
import type { HistoryEvent } from '../../core/history/event.ts';
import type { RepairCode, RepairStep } from '../../core/history/repair-step.ts';
import { fieldFaults, isKnownType } from '../../core/history/verify/schema.ts';
import type { Placed } from './settle.ts';
import type { Encoding, Source } from './source.ts';

/** What is no event, or not all of what an event was, byte for byte. */
export interface Rest {
  readonly line: number;
  readonly bytes: Buffer;
}

/** A part of a file, and the line that it begins on. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** What a reading brings to light, in the order of the file. */
export class Finds {
  readonly events: Placed[] = [];
  readonly steps: RepairStep[] = [];
  readonly rests: Rest[] = [];
  /** Something was found that no other program writes. */
  isOurs = false;
  #hasHeader = false;
  #isEmpty = true;
  /** The file is a document of another layout, whose parts need not be told one by one. */
  #isLaidOut = false;
  /** The line of an end mark that nothing followed so far. */
  #end: number | null = null;
  readonly #source: Source;
  /** The last run of lines of each fault: a file of nothing but line breaks is one. */
  readonly #runs = new Map<RepairCode, { readonly line: number; until?: number }>();

  constructor(source: Source) {
    this.#source = source;
  }

  get encoding(): Encoding {
    return this.#source.encoding;
  }

  note(code: RepairCode, line: number, about?: string): void {
    const run = this.#runs.get(code);
    if (about !== undefined) this.steps.push({ code, line, about });
    else if (code !== 'REWRITTEN' && run && (run.until ?? run.line) === line - 1) run.until = line;
    else {
      const step = { code, line };
      this.#runs.set(code, step);
      this.steps.push(step);
    }
  }

  /**
   * An event that can be read. One with a field that says nothing is kept without that field, and put aside as it was; one
   * that lacks what its type is about is put aside alone.
   */
  event(event: HistoryEvent, text: string, part: Part): void {
    this.#content();
    if (isKnownType(event.type)) this.isOurs = true;
    const faults = fieldFaults(event);
    const needed = faults.filter(({ isNeeded }) => isNeeded);
    if (needed.length > 0) return this.aside(part, 'NOT_AN_EVENT', needed.map(({ field }) => field).join(', '));
    const faulty = faults.map(({ field }) => field);
    if (faulty.length > 0) this.aside(part, 'FIELD_LEFT_OUT', faulty.join(', '));
    const kept = faulty.length > 0 ? textWithout(event, faulty) : text;
    const at = parseInstant(event.at) ?? { ms: 0, offset: 0 };
    this.events.push({ entry: { id: event.id, at, text: kept }, line: part.line });
  }

  /** What is kept beside the history, byte for byte. */
  aside({ from, to, line }: Part, code: RepairCode, about?: string): void {
    this.#content();
    const bytes = this.#source.bytes(from, to);
    this.rests.push({ line, bytes });
    this.note(code, line, about ?? String(bytes.length));
  }

  header(line: number, fault: RepairCode | null): void {
    this.isOurs = true;
    if (!this.#isEmpty) this.note('HEADER_INSIDE', line);
    else {
      this.#hasHeader = true;
      this.#isLaidOut = fault === 'OTHER_LAYOUT';
      if (fault) this.note(fault, line);
    }
    this.#content();
  }

  conflictMark(line: number): void {
    this.#content();
    this.note('CONFLICT_MARK', line);
  }

  end(line: number, isExact: boolean): void {
    this.isOurs = true;
    this.#content();
    if (!isExact) this.note(this.#isLaidOut ? 'OTHER_LAYOUT' : 'NO_END_LINE', line);
    this.#end = line;
  }

  /** `line`: the one behind the last. */
  finish(line: number): void {
    if (!this.#hasHeader) this.note('WRONG_HEADER', 1);
    if (this.#end === null) this.note('NO_END_LINE', line);
  }

  #content(): void {
    this.#isEmpty = false;
    if (this.#end !== null) this.note('END_INSIDE', this.#end);
    this.#end = null;
  }
}

function textWithout(event: HistoryEvent, fields: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(Object.entries(event).filter(([name]) => !fields.includes(name))));
}
