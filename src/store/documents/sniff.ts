import { DocumentFault } from './document-fault.ts';

/** What the first bytes of a file say that it is; a name that says otherwise is a mistake. */
export type FileShape = 'zip' | 'other';

/** Refuses, by name, what is known and cannot be read. */
export function shapeOf(bytes: Uint8Array): FileShape {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return 'zip';
  // The container of Word and Excel before 2007, and of later ones under a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    throw new DocumentFault(holds(bytes, 'EncryptedPackage') ? 'locked' : 'old-office');
  if (indexOf(bytes.subarray(0, 1024), PDF) >= 0) throw new DocumentFault('pdf');
  if (startsWith(bytes, RICH_TEXT) || isOfficeXml(bytes)) throw new DocumentFault('other-office');
  if (PICTURES.some((begin) => startsWith(bytes, begin))) throw new DocumentFault('picture');
  if (ARCHIVES.some((begin) => startsWith(bytes, begin))) throw new DocumentFault('archive');
  return 'other';
}

/** `%PDF-`; a little may stand before it. */
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** `{\\rtf`, which Word also saves as `.doc`. */
const RICH_TEXT = [0x7b, 0x5c, 0x72, 0x74, 0x66];
/** PNG, JPEG, GIF, TIFF of both orders; a bitmap begins with letters that a text may begin with too, and zeros follow. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0],
  [0x4d, 0x4d, 0, 0x2a],
];
/** RAR, 7z, gzip. */
const ARCHIVES = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 7],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b, 8],
];

/** Word and Excel of 2003 in XML, and a whole package in one XML file. */
const isOfficeXml = (bytes: Uint8Array): boolean =>
  /^[^<]{0,3}<\?xml[^<]{0,200}(?:<\?mso-application|<(?:w:wordDocument|pkg:package|Workbook[^<>]{0,80}urn:schemas-microsoft-com)\b)/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1'),
  );

const startsWith = (bytes: Uint8Array, begin: readonly number[]): boolean =>
  begin.every((byte, index) => bytes[index] === byte);

/** The directory of such a container names its streams in UTF-16. */
const holds = (bytes: Uint8Array, name: string): boolean =>
  indexOf(bytes, Array.from(name, (sign) => [sign.charCodeAt(0), 0]).flat()) >= 0;

const indexOf = (bytes: Uint8Array, wanted: readonly number[]): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(Buffer.from(wanted));
