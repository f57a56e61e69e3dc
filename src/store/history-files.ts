import fs from 'node:fs';
import { archiveFiles } from './archive-files.ts';
import type { Disk } from './atomic-file.ts';
import type { Home } from './home.ts';

/** All files of a learner's events, in the order in which they are read: those that were put away, then the history. */
export const historyFiles = (home: Home, disk: Disk = fs): string[] => [...filesOfArchive(home, disk), home.history];

/** Those that were put away. */
export const filesOfArchive = ({ archive }: Home, disk: Disk = fs): string[] => archiveFiles(archive, disk);
