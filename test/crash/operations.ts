import { anewOperations } from './anew-operations.ts';
import { bankOperations } from './bank-operations.ts';
import { fileOperations } from './file-operations.ts';
import { historyOperations } from './history-operations.ts';
import type { Operation } from './operation.ts';
import { repairOperations } from './repair-operations.ts';
import { syncOperations } from './sync-operations.ts';

/** Everything that is tried on a disk that fails. An operation joins with one entry here. */
export const operations: readonly Operation[] = [
  ...historyOperations,
  ...anewOperations,
  ...repairOperations,
  ...fileOperations,
  ...bankOperations,
  ...syncOperations,
];
