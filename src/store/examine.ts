import { parseInstant } from '../core/day.ts';
import type { HistoryEvent } from '../core/history/event.ts';
import type { SpottedEvent } from '../core/history/verify/finding.ts';
import type { LineReason } from './event-line.ts';
import { linesIn } from './history-lines.ts';
import { isNewer, type Shape, shapeIn } from './history-tail.ts';
import { salvagedEvents } from './salvage/salvage.ts';

/** What is wrong with the file as a file. */
export type StructureCode =
  | LineReason
  /** An append was cut short. */
  | 'TORN_TAIL'
  /** An editor saved it in another encoding, or laid the document out anew; nothing of it need be lost. */
  | 'UTF16'
  | 'OTHER_LAYOUT'
  | 'NOT_A_HISTORY';

export interface StructureFault {
  readonly line: number;
  readonly code: StructureCode;
  /** Of a torn tail: how many bytes. */
  readonly about: string;
}

/** A history as it lies there, looked at and left alone. */
export interface Examined {
  readonly events: readonly Omit<SpottedEvent, 'file'>[];
  readonly faults: readonly StructureFault[];
  /** A newer program made it: what is not understood in it may be right. */
  readonly isNewer: boolean;
}

/** A history that is empty has no answers yet; a file of an archive that is empty has lost them. */
export function examine(bytes: Buffer, { mayBeEmpty = true } = {}): Examined {
  const shape = shapeIn(bytes);
  if (shape.kind === 'empty')
    return { events: [], faults: mayBeEmpty ? [] : [{ line: 1, code: 'NO_END_LINE', about: '' }], isNewer: false };
  const { lines, faults } = linesIn(bytes, (line) => line);
  const other = shape.kind === 'whole' && faults.length === 0 ? null : otherForm(bytes, shape);
  if (other) return other;
  const isFromNewer = isNewer(bytes);
  const told = faults
    .filter(({ reason }) => !isFromNewer || reason !== 'WRONG_HEADER')
    .map(({ line, reason }) => ({ line, code: reason, about: '' }));
  const events = lines.map(({ line, event }) => ({ line, event, at: instantOf(event) }));
  if (shape.kind !== 'torn') return { events, faults: told, isNewer: isFromNewer };
  const tornAt = lineAt(bytes, shape.keepTo);
  const torn = { line: tornAt, code: 'TORN_TAIL', about: String(bytes.length - shape.keepTo) } as const;
  return { events, faults: [...told.filter(({ line }) => line < tornAt), torn], isNewer: false };
}

/** Another encoding or layout is one fault, not one for every line. */
function otherForm(bytes: Buffer, shape: Shape): Examined | null {
  if (shape.kind === 'newer' || shape.kind === 'torn') return null;
  const salvaged = salvagedEvents(bytes);
  const asOne = (code: StructureCode): Examined => ({
    events: (salvaged?.events ?? []).map(({ entry, line }) => {
      const event = JSON.parse(entry.text) as HistoryEvent;
      return { line, event, at: entry.at };
    }),
    faults: [{ line: 1, code, about: '' }],
    isNewer: false,
  });
  if (salvaged === null) return asOne('NOT_A_HISTORY');
  if (salvaged.encoding !== 'utf8') return asOne('UTF16');
  const isOnlyLaidOut = salvaged.steps.every(({ code }) => FORM_ONLY.has(code));
  return isOnlyLaidOut && salvaged.steps.some(({ code }) => code === 'OTHER_LAYOUT') ? asOne('OTHER_LAYOUT') : null;
}

const FORM_ONLY: ReadonlySet<string> = new Set(['OTHER_LAYOUT', 'REWRITTEN', 'CRLF', 'BYTE_ORDER_MARK', 'EMPTY_LINE']);

const instantOf = ({ at }: HistoryEvent) => parseInstant(at) ?? { ms: 0, offset: 0 };

function lineAt(bytes: Buffer, place: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < place; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}
