import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn } from '../../../src/store/history-entries.ts';
import type { SyncOutcome } from '../../../src/store/sync-outcome.ts';
import { opened } from '../../store/history-support.ts';
import type { Machine } from '../../support/machines.ts';
import type { Ending } from './inject.ts';
import type { Scene } from './operations.ts';

export interface GitVerdict {
  /** Events that were on a disk before, and are not on it now or not on all machines in the end. */
  readonly lost: readonly string[];
  /** Everything else that is not as it should be, in words. */
  readonly complaints: readonly string[];
  /** A lock was left in the repository that is shared, which its owner is told to delete. */
  readonly isToRepair: boolean;
}

const LATER = 'a99';

/** Looks at what a run left, answers once more, and lets both machines sync with nothing in the way. */
export async function judge(scene: Scene, ending: Ending): Promise<GitVerdict> {
  const { here, there, ids, banks } = scene;
  const lost = new Set<string>();
  const complaints: string[] = typeof ending === 'object' ? [ending.bug] : [];
  try {
    for (const id of ids.filter((each) => each.startsWith('a') && !here.ids.split(' ').includes(each))) lost.add(id);
    if (opened(here.home.history).readAll().faults.length > 0) complaints.push('the history is damaged');
    if (ending === 'done') complaints.push(...saidToBeDone(scene));
    const left = leftIn(here).filter((name) => ending !== 'killed' && !isOfGit(name));
    complaints.push(...left.map((name) => `${name} was left behind`));
    here.answer(LATER);
    overtake(scene);
    const runs = [await undisturbed(scene, here), await undisturbed(scene, there)];
    complaints.push(...runs.flatMap((run) => run.complaints));
    for (const machine of [here, there]) {
      for (const id of [...ids, LATER]) if (!machine.ids.split(' ').includes(id)) lost.add(id);
      complaints.push(...leftIn(machine).map((name) => `${name} stays for ever`));
      const now = Object.fromEntries(machine.banks.map((name) => [name, machine.bank(name)]));
      if (JSON.stringify(now) !== JSON.stringify(sorted(banks)))
        complaints.push(`the banks are ${JSON.stringify(now)}`);
    }
    if (here.historyText !== there.historyText) complaints.push('two histories');
    if (here.entries.length !== ids.length + 1) complaints.push(`the events are ${here.ids}`);
    return { lost: [...lost], complaints, isToRepair: runs.some(({ hadLock }) => hadLock) };
  } catch (error) {
    const said = error instanceof Error ? String(error.stack) : String(error);
    return { lost: [...lost], complaints: [...complaints, `the next run: ${said}`], isToRepair: false };
  }
}

/** What somebody else pushed is there, also where the run did not come so far. */
function overtake({ desk, overtaking }: Scene): void {
  if (overtaking && !existsSync(join(desk.root, 'faulty', 'overtaken')))
    desk.git(overtaking.repository, 'update-ref', 'refs/heads/main', overtaking.commit);
}

/** Where a run said that all is agreed on, all is on both sides. */
function saidToBeDone({ desk, here, meeting }: Scene): string[] {
  const { entries } = entriesIn(Buffer.from(`${desk.git(meeting, 'show', 'main:history.json')}\n`));
  const there = entries.map(({ id }) => id).sort();
  const isSame = there.join(' ') === here.ids.split(' ').sort().join(' ');
  return isSame ? [] : [`said to be done, but the remote has ${there} and this home ${here.ids}`];
}

/** What its owner types next, until it is through. */
async function undisturbed({ remote, meeting, desk }: Scene, machine: Machine) {
  const complaints: string[] = [];
  if (remote !== null) await machine.init(meeting);
  let outcome: SyncOutcome = await machine.sync();
  const lock = join(meeting, 'refs', 'heads', 'main.lock');
  const hadLock = outcome.fault?.code === 'REMOTE_LOCKED' && existsSync(lock);
  if (hadLock) {
    rmSync(lock);
    outcome = await machine.sync();
  }
  if (outcome.fault) complaints.push(`the next run: ${outcome.fault.message}`);
  for (const { path, kind } of outcome.conflicts) complaints.push(`${path} is in conflict: ${kind}`);
  for (const folder of [join(machine.home.sync, '.git'), meeting]) {
    const found = desk.git(desk.root, `--git-dir=${folder}`, 'fsck', '--no-dangling', '--no-progress');
    if (found !== '') complaints.push(`${folder}: ${found}`);
  }
  return { complaints, hadLock };
}

/** What only a run that is under way may have. */
const leftIn = ({ home }: Machine): string[] => {
  const [own, ofGit] = [home.directory, join(home.sync, '.git')].map((folder) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [],
  ) as [string[], string[]];
  return [
    ...own.filter((name) => /^[^/]*\.(lock|new|tmp)[^/]*$|^\.sync-[^/]*$/.test(name)),
    ...ofGit.filter((name) => /^quiz-scratch|\.lock$/.test(name)),
  ];
};

/** A lock of a git that was killed waits for the next run. */
const isOfGit = (name: string): boolean => /^(HEAD|config|packed-refs|refs.*)\.lock$/.test(name);

const sorted = (banks: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(banks).sort(([one], [other]) => (one < other ? -1 : 1)));
