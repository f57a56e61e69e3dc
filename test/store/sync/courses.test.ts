import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupsIn } from '../../../src/store/backups.ts';
import { anAnswer, historyText } from '../../support/histories.ts';
import { Desk, rarely } from '../../support/machines.ts';

describe('other courses', () => {
  rarely('what somebody else put into the repository stays there, and is never brought in', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    desk.push({ 'README.md': 'mine\n', 'banks/notes.txt': 'x\n' });
    b.answer('b2');
    await b.sync();
    await a.sync();
    expect(desk.filesOnStick()).toEqual(expect.arrayContaining(['README.md', 'banks/notes.txt']));
    expect(existsSync(join(a.home.directory, 'README.md'))).toBe(false);
    expect(a.banks).toEqual([]);
  });

  test('without a remote all is recorded here, and sent when one is added', async () => {
    const desk = new Desk();
    const a = desk.machine('a');
    expect(await a.init()).toMatchObject({ isNew: true, remote: null });
    a.answer('a1');
    expect(await a.sync()).toMatchObject({ remote: null, fault: null });
    a.answer('a2');
    await a.sync();
    expect(a.git('log', '--format=%s', 'main').split('\n')).toHaveLength(2);
    expect(await a.init(desk.stick)).toMatchObject({ isNew: false, remote: desk.stick, created: true });
    expect(await a.sync()).toMatchObject({ sent: { answers: 2 } });
  });

  test('a stick that is not plugged in: all is recorded, and the next run catches up', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    renameSync(desk.stick, `${desk.stick}.away`);
    a.answer('a2');
    b.answer('b3');
    expect(await a.sync()).toMatchObject({ fault: { code: 'REMOTE_UNREACHABLE' }, sent: { answers: 1 } });
    a.bank('demo.yaml', 'one\n');
    await a.sync();
    await b.sync();
    renameSync(`${desk.stick}.away`, desk.stick);
    expect(await a.sync()).toMatchObject({ fault: null, sent: { answers: 1, banks: [{ change: 'new' }] } });
    await b.sync();
    await a.sync();
    expect(a.ids.split(' ').sort()).toEqual(['a1', 'a2', 'b3']);
    expect(b.historyText).toBe(a.historyText);
    expect(b.bank('demo.yaml')).toBe('one\n');
  });

  rarely('the branch of the remote was deleted: it is there again', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    a.bank('demo.yaml', 'one\n');
    await a.sync();
    await b.sync();
    desk.git(desk.stick, 'update-ref', '-d', 'refs/heads/main');
    b.answer('b2');
    await b.sync();
    await a.sync();
    expect(a.ids).toBe('a1 b2');
    expect([a.bank('demo.yaml'), b.bank('demo.yaml')]).toEqual(['one\n', 'one\n']);
  });

  test('the remote was set back to an older commit: nothing of the newer is lost', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    a.bank('demo.yaml', 'one\n');
    await a.sync();
    const older = desk.git(desk.stick, 'rev-parse', 'main');
    a.answer('a2');
    a.bank('demo.yaml', 'two\n');
    await a.sync();
    await b.sync();
    desk.git(desk.stick, 'update-ref', 'refs/heads/main', older);
    b.answer('b3');
    await b.sync();
    await a.sync();
    expect(a.ids).toBe('a1 a2 b3');
    expect([a.bank('demo.yaml'), b.bank('demo.yaml')]).toEqual(['two\n', 'two\n']);
  });

  test('the history of the remote was rewritten: both are united', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    await b.sync();
    const clone = desk.clone();
    desk.git(clone, 'checkout', '-q', '--orphan', 'other');
    writeFileSync(join(clone, 'history.json'), historyText(anAnswer('h2', 2)));
    desk.git(clone, 'add', '-A');
    desk.git(clone, 'commit', '-qm', 'anew');
    desk.git(clone, 'push', '-qf', 'origin', 'HEAD:main');
    b.answer('b3');
    await b.sync();
    await a.sync();
    expect(a.ids).toBe('a1 h2 b3');
    expect(a.historyText).toBe(b.historyText);
  });

  test('a dry run says what would be done and changes nothing', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    b.answer('b2');
    b.bank('demo.yaml', 'one\n');
    const before = [b.historyText, desk.git(desk.stick, 'show-ref'), b.git('for-each-ref', 'refs/heads')];
    expect(await b.sync({ dryRun: true })).toMatchObject({
      sent: { answers: 1, banks: [{ path: 'banks/demo.yaml', change: 'new' }] },
      received: { answers: 1, banks: [] },
    });
    expect([b.historyText, desk.git(desk.stick, 'show-ref'), b.git('for-each-ref', 'refs/heads')]).toEqual(before);
    expect(backupsIn(b.home.backups)).toEqual([]);
  });

  test('machines that sync at the same moment all come to the same', async () => {
    const [, ...machines] = await Desk.with(['a', 'b', 'c']);
    for (let round = 0; round < 2; round++) {
      for (const [n, machine] of machines.entries()) machine.answer(`${'abc'[n]}${round * 3 + n}`);
      await Promise.all(machines.map((machine) => machine.sync()));
    }
    for (const machine of machines) await machine.sync();
    for (const machine of machines) await machine.sync();
    const [a, b, c] = machines;
    expect(a.ids.split(' ').sort()).toEqual(['a0', 'a3', 'b1', 'b4', 'c2', 'c5']);
    expect([b.historyText, c.historyText]).toEqual([a.historyText, a.historyText]);
  });

  rarely('a home that was copied to another machine with all that is in it goes on from there', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1');
    await a.sync();
    const b = desk.machine('b');
    rmSync(b.home.directory, { recursive: true });

    cpSync(a.home.directory, b.home.directory, { recursive: true });
    a.answer('a2');
    b.answer('b3');
    await a.sync();
    await b.sync();
    await a.sync();
    expect(a.ids.split(' ').sort()).toEqual(['a1', 'a2', 'b3']);
    expect(b.historyText).toBe(a.historyText);
  });
});
