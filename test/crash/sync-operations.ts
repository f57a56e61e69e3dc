import fs from 'node:fs';
import { join } from 'node:path';
import { blobId } from '../../src/store/git-objects.ts';
import { homeAt } from '../../src/store/home.ts';
import { bringIn } from '../../src/store/sync-bring-in.ts';
import { anAnswer, answers, idsOf, NOON, opened, textOf } from '../store/history-support.ts';
import { aHistory, before } from './history-operations.ts';
import type { Operation } from './operation.ts';

/** What another machine sent: its answers beside ours, an archive of old ones, and a bank. */
const sent = [...before, ...answers(13, 16)];
const spring = Array.from({ length: 3 }, (_, n) => ({ ...anAnswer(200 + n), at: '2026-03-22T21:05:13.120+08:00' }));
const ARCHIVE = 'archive/history-until-2026-06-01.json';
const BANK = 'banks/mine.yaml';
const bank = Buffer.from('format: quiz-bank/1\nid: mine\ntitle: 我的\nitems: []\n');

const contents = { 'history.json': Buffer.from(textOf(sent)), [ARCHIVE]: Buffer.from(textOf(spring)), [BANK]: bank };
const target = new Map(Object.entries(contents).map(([path, content]) => [path, blobId(content)]));
const byId = new Map(Object.values(contents).map((content) => [blobId(content), content]));
const seen = new Map([['history.json', blobId(Buffer.from(textOf(before)))]]);
const blobs = { read: async (id: string) => byId.get(id) as Buffer };

let seconds = 0;

export const syncOperations: readonly Operation[] = [
  {
    name: 'what another machine sent',
    mayHaveBoth: true,
    mayBeDoneAllTheSame: true,
    keepsEach: /^backups.history-[\w.+-]+\.gz$/,
    leaves: /^(archive|banks)(.|$)/,
    prepare: (home) => aHistory(home),
    async run(home, disk, desk) {
      const now = { ...NOON, ms: NOON.ms + 1000 * seconds++ };
      const change = { target, seen, merged: new Map(), frozen: new Map(), now, disk };
      // Part of it may be there though the rest failed.
      desk.tried.push(...idsOf(sent), ...idsOf(spring));
      await desk.promiseLate('brought', async () => {
        const { leftOut } = await bringIn(homeAt(home, {}, home), blobs, change);
        for (const { path } of leftOut) desk.promised.add(`without ${path}`);
      });
      desk.keep(idsOf([anAnswer(31)]), () => {
        const history = opened(join(home, 'history.json'), disk);
        history.append([anAnswer(31)]);
        history.close();
      });
    },
    check(home, { promised }) {
      const read = (path: string): Buffer =>
        fs.existsSync(join(home, path)) ? fs.readFileSync(join(home, path)) : Buffer.alloc(0);
      const complaints: string[] = [];
      const written = read('history.json').toString();
      if (promised.has('brought')) {
        for (const id of idsOf(sent)) if (!written.includes(id)) complaints.push(`${id} was received and is not there`);
        // An archive that cannot be brought leaves its events in the history.
        const both = written + read(ARCHIVE).toString();
        for (const id of idsOf(spring)) if (!both.includes(id)) complaints.push(`${id} of the archive is nowhere`);
        if (!promised.has(`without ${BANK}`) && !read(BANK).equals(bank)) complaints.push('the bank is not there');
      }
      // A file that is there is there as a whole.
      for (const [path, content] of Object.entries({ [ARCHIVE]: contents[ARCHIVE], [BANK]: bank }))
        if (read(path).length > 0 && !read(path).equals(content as Buffer)) complaints.push(`${path} is half of one`);
      return complaints;
    },
  },
];
