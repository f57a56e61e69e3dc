import fs from 'node:fs';
import { basename, join } from 'node:path';
import { formatInstant, type Instant, parseInstant } from '../core/day.ts';
import { superfluous } from '../core/history/thinning.ts';
import { attempt, type Disk, ensureFolder, writeAtomically } from './atomic-file.ts';
import { sweepFolder } from './leftovers.ts';
import { errnoOf, naming, orNull, StoreFault } from './store-fault.ts';

/** What a backup was made for; it is part of its name. */
export const BACKUP_REASONS = [
  'daily',
  'asked',
  'before-repair',
  'before-merge',
  'before-import',
  'before-restore',
  'before-archive',
  'before-sync',
  'before-upgrade',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A compressed copy of the history, byte for byte as it was, damage included. */
export interface Backup {
  readonly path: string;
  /** The name of the file without what all of them begin and end with: `20261122T120000.000+0800-asked`. */
  readonly name: string;
  readonly at: Instant;
  readonly reason: BackupReason;
  /** Of the compressed file. */
  readonly bytes: number;
  readonly isLasting: boolean;
}

/**
 * Keeps a copy of these bytes in the folder and thins the older ones out. Where the newest copy already holds the same bytes
 * it is returned instead, unless it would be thinned out one day and the new one would not.
 */
export function backUp(
  folder: string,
  content: Uint8Array,
  { reason, now }: { readonly reason: BackupReason; readonly now: Instant },
  disk: Disk = fs,
): Backup {
  return naming('CANNOT_WRITE', folder, () => {
    const before = backupsIn(folder, disk);
    const newest = before[0];
    const wouldDo = newest && (newest.isLasting || !LASTING.includes(reason));
    if (wouldDo && holds(newest, content, disk)) return newest;
    ensureFolder(folder, disk);
    sweepFolder(folder, disk);
    const path = freePath(folder, reason, now, disk);
    // The fastest level: a history of years is tens of megabytes, and somebody waits.
    writeAtomically(path, zlib().gzipSync(content, { level: 1 }), 0o600, disk);
    const made = backupOf(folder, basename(path), disk) as Backup;
    for (const { path: old } of superfluous([made, ...before], now)) attempt(() => disk.unlinkSync(old));
    return made;
  });
}

/** The backups in a folder, the newest first; none where there is no folder. Files of other names are not touched. */
export function backupsIn(folder: string, disk: Disk = fs): Backup[] {
  const names = naming('CANNOT_READ', folder, () => orNull(() => disk.readdirSync(folder))) ?? [];
  return names
    .map((name) => backupOf(folder, name, disk))
    .filter((backup) => backup !== null)
    .sort((a, b) => b.at.ms - a.at.ms || (a.name < b.name ? 1 : -1));
}

/** A backup goes by one name wherever it is named; the name of its file is understood too. */
export const shortName = (file: string): string => file.replace(/^history-/, '').replace(/\.json\.gz$/, '');

/** What a backup holds. One that was damaged is refused: its own check sum says so. */
export function readBackup(path: string, disk: Disk = fs): Buffer {
  return unpacked(
    naming('CANNOT_READ', path, () => disk.readFileSync(path)),
    path,
  );
}

/** A history as it is, or what a compressed one holds. */
export function unpackedIfPacked(bytes: Buffer, path: string): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes, path) : bytes;
}

function unpacked(packed: Buffer, path: string): Buffer {
  try {
    return zlib().gunzipSync(packed, { maxOutputLength: LARGEST });
  } catch (error) {
    throw new StoreFault('BACKUP_DAMAGED', { path }, error);
  }
}

/** A start of the program must not wait for what it seldom needs. */
const zlib = () => process.getBuiltinModule('node:zlib');

/** What stands in these may stand nowhere else. */
const LASTING: readonly BackupReason[] = ['before-archive', 'asked'];

/** A history of ten million answers is no larger. */
const LARGEST = 4 * 1024 ** 3 - 1;
const NAME =
  /^history-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})([+-]\d\d)(\d\d)-([a-z]+(?:-[a-z]+)?)(?:-\d+)?\.json\.gz$/;

function freePath(folder: string, reason: BackupReason, now: Instant, disk: Disk): string {
  const text = formatInstant(now);
  const time = text.slice(0, 10).replaceAll('-', '') + text.slice(10).replaceAll(':', '');
  for (let copy = 1; ; copy++) {
    const path = join(folder, `history-${time}-${reason}${copy === 1 ? '' : `-${copy}`}.json.gz`);
    if (orNull(() => disk.statSync(path)) === null) return path;
  }
}

function backupOf(folder: string, name: string, disk: Disk): Backup | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, ms, east, rest, why] = parts;
  const at = parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${east}:${rest}`);
  const reason = BACKUP_REASONS.find((each) => each === why);
  const path = join(folder, name);
  const found = at && reason ? orNull(() => disk.statSync(path)) : null;
  if (!at || !reason || !found?.isFile()) return null;
  return { path, name: shortName(name), at, reason, bytes: found.size, isLasting: LASTING.includes(reason) };
}

/** The last eight bytes of a gzip file are the check sum and the length of what it holds. */
function holds(backup: Backup, content: Uint8Array, disk: Disk): boolean {
  try {
    const trailer = disk.readFileSync(backup.path).subarray(-8);
    return trailer.readUInt32LE(0) === zlib().crc32(content) && trailer.readUInt32LE(4) === content.length % 2 ** 32;
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof RangeError)) throw error;
    return false;
  }
}
