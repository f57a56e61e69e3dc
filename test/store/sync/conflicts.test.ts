import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Desk, type Machine, rarely } from '../../support/machines.ts';

const BOTH = '1\n2\n3\n4\n5\n6\n7\n';

/** Two machines that had the same bank, and have answered since; each is then changed in its way, and the first has synced. */
async function aConflict(
  mine: string | null = '1\nmine\n3\n4\n5\n6\n7\n',
  theirs: string | null = '1\ntheirs\n3\n4\n5\n6\n7\n',
) {
  const [desk, there, here] = await Desk.with(['there', 'here'], sharing);
  there.bank('demo.yaml', theirs);
  there.bank('other.yaml', 'new\n');
  there.answer('a1');
  await there.sync();
  here.bank('demo.yaml', mine);
  here.bank('mine.yaml', 'new\n');
  here.answer('b2');
  return { desk, there, here };
}

async function sharing(...machines: Machine[]): Promise<void> {
  machines[0]?.bank('demo.yaml', BOTH);
  for (const machine of machines) await machine.sync();
}

const shownIn = ({ home }: Machine): string => join(home.sync, 'banks', 'demo.yaml');
const inConflict = { conflicts: [{ path: 'banks/demo.yaml' }] };

describe('a bank that was edited on two machines', () => {
  test('in different places: git puts it together', async () => {
    const { desk, there, here } = await aConflict('1\n2\n3\n4\n5\n6\nmine\n');
    expect(await here.sync()).toMatchObject({ conflicts: [] });
    await there.sync();
    for (const machine of [there, here]) expect(machine.bank('demo.yaml')).toBe('1\ntheirs\n3\n4\n5\n6\nmine\n');
    expect(desk.onStick('banks/demo.yaml')).toBe('1\ntheirs\n3\n4\n5\n6\nmine\n');
  });

  test('in the same place: each goes on with its own, and all else is synced both ways', async () => {
    const { desk, there, here } = await aConflict();
    expect(await here.sync()).toMatchObject({
      fault: null,
      conflicts: [{ path: 'banks/demo.yaml', kind: 'both-changed', shownIn: shownIn(here) }],
      received: { answers: 1, banks: [{ path: 'banks/other.yaml', change: 'new' }] },
    });
    await there.sync();
    expect(here.ids.split(' ').sort()).toEqual(['a1', 'b2']);
    expect(there.historyText).toBe(here.historyText);
    expect(there.bank('mine.yaml')).toBe('new\n');
    expect([here.bank('demo.yaml'), there.bank('demo.yaml')]).toEqual([
      '1\nmine\n3\n4\n5\n6\n7\n',
      '1\ntheirs\n3\n4\n5\n6\n7\n',
    ]);
    expect(readFileSync(shownIn(here), 'utf8')).toBe(
      '1\n<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\n3\n4\n5\n6\n7\n',
    );
    expect(desk.git(desk.stick, 'log', '-p', '-m', 'main')).toContain('+mine');
  });

  test('stays in conflict from run to run, and nothing is written while nothing changes', async () => {
    const { desk, here } = await aConflict();
    await here.sync();
    const [refs, stick] = [here.git('for-each-ref', 'refs/heads'), desk.git(desk.stick, 'show-ref')];
    for (let run = 0; run < 2; run++) expect(await here.sync()).toMatchObject(inConflict);
    expect([here.git('for-each-ref', 'refs/heads'), desk.git(desk.stick, 'show-ref')]).toEqual([refs, stick]);
    here.answer('b3');
    expect(await here.sync()).toMatchObject({ ...inConflict, sent: { answers: 1, banks: [] } });
    expect(desk.onStick('history.json')).toContain('b3');
  });

  test('is resolved in the file that shows both', async () => {
    const { there, here } = await aConflict();
    await here.sync();
    writeFileSync(shownIn(here), '1\nmine and theirs\n3\n4\n5\n6\n7\n');
    expect(await here.sync()).toMatchObject({ conflicts: [], resolved: ['banks/demo.yaml'] });
    await there.sync();
    for (const machine of [there, here]) expect(machine.bank('demo.yaml')).toBe('1\nmine and theirs\n3\n4\n5\n6\n7\n');
    expect(readdirSync(here.home.sync)).toEqual(['.git']);
  });

  test('is not, as long as marks are left in it; what was edited so far is left alone', async () => {
    const { desk, here } = await aConflict();
    await here.sync();
    const half = readFileSync(shownIn(here), 'utf8').replace('theirs\n>', 'theirs, edited\n>');
    writeFileSync(shownIn(here), half);
    here.answer('b9');
    expect(await here.sync()).toMatchObject(inConflict);
    expect(readFileSync(shownIn(here), 'utf8')).toBe(half);
    expect(desk.onStick('banks/demo.yaml')).not.toContain('edited');
  });

  rarely('is resolved by making the bank itself what the others have', async () => {
    const { here } = await aConflict();
    await here.sync();
    here.bank('demo.yaml', '1\ntheirs\n3\n4\n5\n6\n7\n');
    expect(await here.sync()).toMatchObject({ conflicts: [] });
    expect(existsSync(shownIn(here))).toBe(false);
  });

  test.each([
    ['mine', 'demo'],
    ['theirs', 'banks/demo.yaml'],
  ] as const)('is resolved by choosing %s (%s); the other version stays on record', async (whose, name) => {
    const { desk, there, here } = await aConflict();
    await here.sync();
    expect(await here.sync({ choices: new Map([[name, whose]]) })).toMatchObject({
      conflicts: [],
      resolved: ['banks/demo.yaml'],
    });
    await there.sync();
    for (const machine of [there, here]) expect(machine.bank('demo.yaml')).toBe(`1\n${whose}\n3\n4\n5\n6\n7\n`);
    const record = desk.git(desk.stick, 'log', '-p', '-m', 'main', '--', 'banks/demo.yaml');
    expect(record).toContain('+mine');
    expect(record).toContain('+theirs');
    expect(existsSync(shownIn(here))).toBe(false);
  });

  test('a choice about a bank that is in no conflict is refused before anything is done', async () => {
    const { desk, here } = await aConflict();
    await here.sync();
    const before = desk.git(desk.stick, 'show-ref');
    here.answer('b4');
    await expect(here.sync({ choices: new Map([['other', 'mine']]) })).rejects.toMatchObject({
      code: 'NOT_IN_CONFLICT',
      detail: { place: 'other', said: 'banks/demo.yaml' },
    });
    expect(desk.git(desk.stick, 'show-ref')).toBe(before);
  });

  rarely('what was edited further before the choice is on record too', async () => {
    const { desk, here } = await aConflict();
    await here.sync();
    here.bank('demo.yaml', '1\nmine, and more of it\n3\n4\n5\n6\n7\n');
    await here.sync({ choices: new Map([['demo', 'theirs']]) });
    expect(here.bank('demo.yaml')).toBe('1\ntheirs\n3\n4\n5\n6\n7\n');
    expect(desk.git(desk.stick, 'log', '-p', '-m', 'main')).toContain('mine, and more of it');
  });

  test('a third version from the others is shown with mine, and a resolution of the second is merged with it', async () => {
    const { there, here } = await aConflict();
    await here.sync();
    there.bank('demo.yaml', '1\ntheirs\n3\n4\n5\n6\nseven\n');
    await there.sync();
    writeFileSync(shownIn(here), '1\nboth\n3\n4\n5\n6\n7\n');
    expect(await here.sync()).toMatchObject({ conflicts: [] });
    expect(here.bank('demo.yaml')).toBe('1\nboth\n3\n4\n5\n6\nseven\n');
  });

  rarely('a resolution that meets another change of the same place is a conflict again', async () => {
    const { there, here } = await aConflict();
    await here.sync();
    there.bank('demo.yaml', '1\ntheirs again\n3\n4\n5\n6\n7\n');
    await there.sync();
    writeFileSync(shownIn(here), '1\nboth\n3\n4\n5\n6\n7\n');
    expect(await here.sync()).toMatchObject(inConflict);
    expect(here.bank('demo.yaml')).toBe('1\nmine\n3\n4\n5\n6\n7\n');
    expect(readFileSync(shownIn(here), 'utf8')).toContain('both\n=======\ntheirs again\n');
    writeFileSync(shownIn(here), '1\nall three\n3\n4\n5\n6\n7\n');
    expect(await here.sync()).toMatchObject({ conflicts: [] });
    await there.sync();
    expect([here.bank('demo.yaml'), there.bank('demo.yaml')]).toEqual(Array(2).fill('1\nall three\n3\n4\n5\n6\n7\n'));
  });

  rarely('the bank is edited elsewhere too before the resolution: both count', async () => {
    const { here } = await aConflict();
    await here.sync();
    here.bank('demo.yaml', '1\nmine\n3\n4\n5\n6\nseven\n');
    writeFileSync(shownIn(here), '1\nboth\n3\n4\n5\n6\n7\n');
    expect(await here.sync()).toMatchObject({ conflicts: [] });
    expect(here.bank('demo.yaml')).toBe('1\nboth\n3\n4\n5\n6\nseven\n');
  });

  rarely('a conflict on the way offline is found when the stick is there again', async () => {
    const { desk, there, here } = await aConflict();
    const away = `${desk.stick}.away`;
    renameSync(desk.stick, away);
    await here.sync();
    here.bank('demo.yaml', '1\nmine, later\n3\n4\n5\n6\n7\n');
    await here.sync();
    renameSync(away, desk.stick);
    expect(await here.sync()).toMatchObject(inConflict);
    expect(here.bank('demo.yaml')).toContain('mine, later');
    await here.sync({ choices: new Map([['demo', 'mine']]) });
    await there.sync();
    expect(there.bank('demo.yaml')).toBe('1\nmine, later\n3\n4\n5\n6\n7\n');
  });
});

describe('a bank that one deleted and the other changed', () => {
  test('there deleted, here changed: it stays here until its owner chooses', async () => {
    const { desk, there, here } = await aConflict('1\nmine\n', null);
    expect(await here.sync()).toMatchObject({ conflicts: [{ kind: 'deleted-there', shownIn: null }] });
    expect(here.bank('demo.yaml')).toBe('1\nmine\n');
    expect(await here.sync()).toMatchObject(inConflict);
    await here.sync({ choices: new Map([['demo', 'mine']]) });
    await there.sync();
    expect(there.bank('demo.yaml')).toBe('1\nmine\n');
    expect(desk.filesOnStick()).toContain('banks/demo.yaml');
  });

  test('here deleted, there changed: it does not come back unasked, and is not lost', async () => {
    const { desk, here } = await aConflict(null, '1\ntheirs\n');
    expect(await here.sync()).toMatchObject({ conflicts: [{ kind: 'deleted-here', shownIn: null }] });
    expect(here.bank('demo.yaml')).toBeNull();
    expect(desk.onStick('banks/demo.yaml')).toBe('1\ntheirs\n');
    await here.sync({ choices: new Map([['demo', 'theirs']]) });
    expect(here.bank('demo.yaml')).toBe('1\ntheirs\n');
  });

  rarely('here deleted, there unchanged: it is deleted there too, and stays on record', async () => {
    const { desk, there, here } = await aConflict(null, BOTH);
    await here.sync();
    await there.sync();
    expect(there.bank('demo.yaml')).toBeNull();
    expect(desk.git(desk.stick, 'log', '--format=', '--name-status', 'main', '--', 'banks/demo.yaml')).toContain(
      'A\tbanks',
    );
  });
});

rarely('two banks of one name that were made apart are in conflict, and both are there to look at', async () => {
  const [, there, here] = await Desk.with(['there', 'here']);
  there.bank('demo.yaml', 'theirs\n');
  await there.sync();
  here.bank('demo.yaml', 'mine\n');
  expect(await here.sync()).toMatchObject({ conflicts: [{ kind: 'both-changed' }] });
  expect(readFileSync(shownIn(here), 'utf8')).toBe('<<<<<<< mine\nmine\n=======\ntheirs\n>>>>>>> theirs\n');
});

test('a bank with marks of git in it goes nowhere, and is not overwritten', async () => {
  const [desk, there, here] = await Desk.with(['there', 'here']);
  there.bank('demo.yaml', BOTH);
  await there.sync();
  await here.sync();
  const marked = '1\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n3\n';
  here.bank('demo.yaml', marked);
  there.bank('demo.yaml', '1\n');
  await there.sync();
  for (let run = 0; run < 2; run++)
    expect(await here.sync()).toMatchObject({ conflicts: [{ path: 'banks/demo.yaml', kind: 'marks' }] });
  expect(here.bank('demo.yaml')).toBe(marked);
  expect(desk.onStick('banks/demo.yaml')).toBe('1\n');
});

rarely('a bank that is no text is in conflict as a whole', async () => {
  const { here } = await aConflict('1\u0000mine\n', '1\u0000theirs\n');
  expect(await here.sync()).toMatchObject({ conflicts: [{ kind: 'both-changed', shownIn: null }] });
  await here.sync({ choices: new Map([['demo', 'theirs']]) });
  expect(here.bank('demo.yaml')).toBe('1\u0000theirs\n');
});

rarely('a text with marks that was at work is put aside when a side is chosen', async () => {
  const { here } = await aConflict();
  await here.sync();
  writeFileSync(shownIn(here), `${readFileSync(shownIn(here), 'utf8')}a thought\n`);
  await here.sync({ choices: new Map([['demo', 'theirs']]) });
  const left = readdirSync(dirname(shownIn(here)));
  expect(left).toEqual(['demo.yaml.aside-1']);
  expect(readFileSync(join(dirname(shownIn(here)), 'demo.yaml.aside-1'), 'utf8')).toContain('a thought');
});

rarely('what is shown can be deleted, and is shown again', async () => {
  const { here } = await aConflict();
  await here.sync();
  rmSync(join(here.home.sync, 'banks'), { recursive: true });
  expect(await here.sync()).toMatchObject({ conflicts: [{ shownIn: shownIn(here) }] });
  expect(existsSync(shownIn(here))).toBe(true);
  rmSync(shownIn(here));
  mkdirSync(shownIn(here));
  await expect(here.sync()).rejects.toMatchObject({ code: 'CANNOT_WRITE' });
});
