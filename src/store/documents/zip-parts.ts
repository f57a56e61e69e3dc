import { type UnzipFileInfo, unzipSync } from 'fflate';
import { DocumentFault } from './document-fault.ts';

/** The parts of a zip file by their names. Names are only ever looked up: nothing is written under them. */
export interface ZipParts {
  readonly names: readonly string[];
  /** The bytes of a part; null for none of that name. */
  bytesOf(name: string): Uint8Array | null;
}

/** A document of Word with five hundred pictures has about a thousand parts. */
const MOST_PARTS = 10_000;
/** A part is inflated into as much room as it declares, so no more than that can ever come out of it. */
export const LARGEST_PART_BYTES = 48 * 1024 * 1024;
/** Of all parts that were asked for, together: parts may lie over each other in the file. */
const LARGEST_WHOLE_BYTES = 128 * 1024 * 1024;
/** Markup is packed to a tenth, tables of the same word to a hundredth; zeros to a thousandth. */
const HIGHEST_RATIO = 400;
const RATIO_MATTERS_FROM = 4 * 1024 * 1024;

export function zipParts(bytes: Uint8Array): ZipParts {
  const parts = directoryOf(bytes);
  let left = LARGEST_WHOLE_BYTES;
  return {
    names: [...parts.keys()],
    bytesOf(name) {
      const part = parts.get(name);
      if (!part) return null;
      checkSize(part);
      left -= part.originalSize;
      if (left < 0) throw new DocumentFault('bomb');
      return inflated(bytes, part);
    },
  };
}

function directoryOf(bytes: Uint8Array): Map<string, UnzipFileInfo> {
  const parts = new Map<string, UnzipFileInfo>();
  guarded(() =>
    unzipSync(bytes, {
      filter(part) {
        if (parts.size >= MOST_PARTS) throw new DocumentFault('bomb');
        // Of two parts with one name the first holds, as in Word.
        if (!parts.has(part.name)) parts.set(part.name, part);
        return false;
      },
    }),
  );
  return parts;
}

function checkSize({ size, originalSize }: UnzipFileInfo): void {
  const ratio = originalSize / Math.max(1, size);
  if (originalSize > LARGEST_PART_BYTES || (originalSize > RATIO_MATTERS_FROM && ratio > HIGHEST_RATIO))
    throw new DocumentFault('bomb');
}

function inflated(bytes: Uint8Array, { name, originalSize }: UnzipFileInfo): Uint8Array {
  let isTaken = false;
  const found = guarded(() =>
    unzipSync(bytes, {
      filter(part) {
        const isIt = !isTaken && part.name === name;
        isTaken ||= isIt;
        return isIt;
      },
    }),
  )[name];
  if (!found || found.length !== originalSize) throw new DocumentFault('broken');
  return found;
}

function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof DocumentFault ? error : new DocumentFault('broken', error);
  }
}
