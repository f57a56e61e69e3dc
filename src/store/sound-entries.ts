import type { Entry } from '../core/history/entry.ts';
import { CLOSE_BRACE } from './bytes.ts';
import { entriesIn } from './history-entries.ts';
import { isNewer } from './history-tail.ts';
import { StoreFault } from './store-fault.ts';

/** The events of a file that may be written anew. What cannot be read would be in no plan, and lost by it: such a file is refused. */
export function soundEntries(path: string, bytes: Buffer | null): readonly Entry[] {
  if (bytes === null || bytes.length === 0) return [];
  if (isNewer(bytes)) throw new StoreFault('HISTORY_NEWER', { path });
  // The newline behind the end line may be missing, as some editors leave it.
  const { entries, faults } = entriesIn(bytes.at(-1) === CLOSE_BRACE ? Buffer.concat([bytes, NEWLINE]) : bytes);
  if (faults[0]) throw new StoreFault('HISTORY_DAMAGED', { path, ...faults[0] });
  return entries;
}

const NEWLINE = Buffer.of(0x0a);
