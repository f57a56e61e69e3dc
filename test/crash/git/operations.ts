import { join } from 'node:path';
import type { Overtaking } from '../../support/faulty-git.ts';
import { Desk, type Machine } from '../../support/machines.ts';

/** Two machines and a repository; a run of the first is what goes wrong. */
export interface Scene {
  readonly desk: Desk;
  readonly here: Machine;
  readonly there: Machine;
  /** What the run names as its remote, where it sets the home up. */
  readonly remote: string | null;
  /** The repository that both meet in, in the end. */
  readonly meeting: string;
  readonly overtaking: Overtaking | null;
  /** Ids of all events of both machines, and their banks as they should be in the end. */
  readonly ids: readonly string[];
  readonly banks: Readonly<Record<string, string>>;
}

export interface GitOperation {
  readonly name: string;
  prepare(): Promise<Scene>;
}

const LINES = Array.from({ length: 12 }, (_, n) => `line ${n}\n`).join('');
const MINE = LINES.replace('line 1\n', 'line 1, here\n');
const THEIRS = LINES.replace('line 10\n', 'line 10, there\n');
const OURS = MINE.replace('line 10\n', 'line 10, there\n');

/** What `here` has before it knows of anybody. */
function begin(here: Machine): void {
  here.answer('a1', 'a2');
  here.bank('here.yaml', 'here\n');
}

async function beginThere(there: Machine): Promise<void> {
  there.answer('b1', 'b2', 'b3');
  there.bank('there.yaml', 'there\n');
  await there.sync();
}

const both = { ids: ['a1', 'a2', 'b1', 'b2', 'b3'], banks: { 'here.yaml': 'here\n', 'there.yaml': 'there\n' } };

export const gitOperations: readonly GitOperation[] = [
  {
    name: 'git in `sync init` where nothing is yet',
    async prepare() {
      const desk = new Desk();
      const [here, there] = [desk.machine('here'), desk.machine('there')];
      begin(here);
      const mine = { ids: ['a1', 'a2'], banks: { 'here.yaml': 'here\n' } };
      return { desk, here, there, remote: desk.stick, meeting: desk.stick, overtaking: null, ...mine };
    },
  },
  {
    name: 'git in `sync init` where others are',
    async prepare() {
      const [desk, there] = await Desk.with(['there'], (...machines) => beginThere(machines[0] as Machine));
      const here = desk.machine('here');
      begin(here);
      return { desk, here, there, remote: desk.stick, meeting: desk.stick, overtaking: null, ...both };
    },
  },
  {
    name: 'git in `sync init` with another remote',
    async prepare() {
      const [desk, here, there] = await Desk.with(['here', 'there'], async (...machines) => {
        const [one, other] = machines as [Machine, Machine];
        begin(one);
        await one.sync();
        await other.init(join(other.desk.root, 'second.git'));
        await beginThere(other);
      });
      const second = join(desk.root, 'second.git');
      return { desk, here, there, remote: second, meeting: second, overtaking: null, ...both };
    },
  },
  {
    name: 'git in `sync`, overtaken by another',
    async prepare() {
      const [desk, here, there, third] = await Desk.with(['here', 'there', 'third'], diverge);
      const overtaking = { repository: desk.stick, commit: third.git('rev-parse', 'main') };
      const ids = ['a1', 'a2', 'b1', 'c1'];
      const banks = { 'shared.yaml': OURS, 'here.yaml': 'here\n', 'third.yaml': 'third\n' };
      return { desk, here, there, remote: null, meeting: desk.stick, overtaking, ids, banks };
    },
  },
];

/** All three were equal; then each did something. What the third pushed is on the stick, and its branch is not there yet. */
async function diverge(...machines: Machine[]): Promise<void> {
  const [here, there, third] = machines as [Machine, Machine, Machine];
  here.answer('a1');
  here.bank('shared.yaml', LINES);
  here.bank('dropped.yaml', 'nobody needs this\n');
  for (const machine of machines) await machine.sync();
  there.answer('b1');
  there.bank('shared.yaml', THEIRS);
  there.bank('dropped.yaml', null);
  await there.sync();
  third.answer('c1');
  third.bank('third.yaml', 'third\n');
  await third.sync();
  here.desk.git(here.desk.stick, 'update-ref', 'refs/heads/main', there.git('rev-parse', 'main'));
  here.answer('a2');
  here.bank('shared.yaml', MINE);
  here.bank('here.yaml', 'here\n');
}
