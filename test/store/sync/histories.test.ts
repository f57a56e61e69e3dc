import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../../src/store/backups.ts';
import { anAnswer, historyText } from '../../support/histories.ts';
import { Desk, rarely } from '../../support/machines.ts';

describe('a history on two machines', () => {
  test('goes from one to the other, byte for byte, and the owner of git sees what was done', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1', 'a2');
    expect(await a.sync()).toMatchObject({ fault: null, sent: { events: 2, answers: 2 }, received: { events: 0 } });
    expect(await b.sync()).toMatchObject({ sent: { events: 0 }, received: { events: 2, answers: 2 }, backup: null });
    expect(b.historyText).toBe(a.historyText);
    expect(desk.onStick('history.json')).toBe(a.historyText);
    expect(a.git('log', '--format=%s', 'main')).toMatch(/^\w{4}: 2 answers, 2026-11-22$/);
  });

  test('with nothing new nothing is written, on either side', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    await b.sync();
    const [refs, stick] = [a.git('show-ref'), desk.git(desk.stick, 'show-ref')];
    expect(await a.sync()).toMatchObject({
      sent: { events: 0, banks: [] },
      received: { events: 0, banks: [] },
      backup: null,
    });
    expect([a.git('show-ref'), desk.git(desk.stick, 'show-ref')]).toEqual([refs, stick]);
  });

  test('two that were there before are united, and each is backed up as it was', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1', 'a5');
    b.answer('b3');
    const before = b.historyText;
    await a.sync();
    const { backup } = await b.sync();
    await a.sync();
    expect(b.ids).toBe('a1 b3 a5');
    expect(a.historyText).toBe(b.historyText);
    expect(backup?.reason).toBe('before-sync');
    expect(readBackup(backup?.path ?? '').toString()).toBe(before);
  });

  test('what was answered on both is merged line by line, by git: the lines of each stay together', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    await b.sync();
    a.answer('a2', 'a8');
    b.answer('b3', 'b9');
    await a.sync();
    await b.sync();
    await a.sync();
    expect(a.ids.split(' ').sort()).toEqual(['a1', 'a2', 'a8', 'b3', 'b9']);
    expect(a.ids).toMatch(/a2 a8/);
    expect(a.ids).toMatch(/b3 b9/);
    expect(a.historyText).toBe(b.historyText);
  });

  test('a merge that somebody makes by hand in a clone of their own is right too', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    await a.sync();
    const clone = desk.clone();
    const { historyText: before } = a;
    writeFileSync(
      join(clone, 'history.json'),
      before.replace('{"type":"end"}', `${anAnswer('h2', 2).text},\n{"type":"end"}`),
    );
    desk.git(clone, 'commit', '-qam', 'by hand');
    a.answer('a3');
    await a.sync();
    desk.git(clone, 'pull', '-q', '--no-rebase', '--no-edit', 'origin', 'main');
    desk.git(clone, 'push', '-q', 'origin', 'HEAD:main');
    await b.sync();
    expect(b.ids.split(' ').sort()).toEqual(['a1', 'a3', 'h2']);
    expect(desk.onStick('history.json')).toBe(b.historyText);
  });

  rarely('where somebody doubled and reordered lines, each event stands once again', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1', 'a2');
    await a.sync();
    const entries = [anAnswer('a2', 2), anAnswer('h9', 9), anAnswer('a1', 1), anAnswer('a2', 2), anAnswer('h9', 9)];
    desk.push({ 'history.json': historyText(...entries) });
    await b.sync();
    expect(b.ids).toBe('a1 a2 h9');
    await a.sync();
    expect(a.historyText).toBe(b.historyText);
    expect(desk.onStick('history.json')).toBe(b.historyText);
  });

  rarely('two contents under one id are both kept, and told', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('x1');
    await a.sync();
    writeFileSync(b.home.history, historyText(anAnswer('x1', 1, { right: false })));
    expect(await b.sync()).toMatchObject({ doubles: ['x1'] });
    expect(b.ids).toBe('x1 x1');
  });

  test('answers given while a run goes on are kept, behind what came in', async () => {
    const [desk, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    b.answer('b2');
    await a.sync();
    await b.sync({ onStep: (step) => step === 'bringing-in' && b.answer('b7') });
    expect(b.ids).toBe('a1 b2 b7');
    expect(desk.onStick('history.json')).not.toContain('b7');
    expect(await b.sync()).toMatchObject({ sent: { answers: 1 }, received: { events: 0 } });
    await a.sync();
    expect(a.historyText).toBe(b.historyText);
  });

  test('a history that was deleted or put back to an older copy is whole again', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    const older = a.historyText;
    a.answer('a2');
    await a.sync();
    await b.sync();
    rmSync(a.home.history);
    await a.sync();
    expect(a.ids).toBe('a1 a2');
    writeFileSync(a.home.history, older);
    a.answer('a3');
    await a.sync();
    await b.sync();
    expect(a.ids).toBe('a1 a2 a3');
    expect(b.historyText).toBe(a.historyText);
  });

  test('a torn tail is mended first, by the rules of the history', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1', 'a2');
    writeFileSync(a.home.history, a.historyText.slice(0, -60));
    await a.sync();
    expect(a.ids).toBe('a1');
    expect(readdirSync(a.home.directory).some((name) => name.includes('.torn-'))).toBe(true);
    expect(desk.onStick('history.json')).toBe(a.historyText);
  });

  test('a history whose last newline an editor left out is one all the same', async () => {
    const [, a, b] = await Desk.with(['a', 'b']);
    a.answer('a1');
    b.answer('b2');
    await a.sync();
    writeFileSync(b.home.history, b.historyText.trimEnd());
    await b.sync();
    expect(b.ids).toBe('a1 b2');
    await a.sync();
    expect(a.historyText).toBe(b.historyText);
  });

  test('a damaged line stops a run: nothing is sent, and the line is named', async () => {
    const [desk, a] = await Desk.with(['a']);
    a.answer('a1', 'a2');
    await a.sync();
    a.answer('a3');
    const damaged = a.historyText.replace('"id":"a3"', '"id":"a3');
    writeFileSync(a.home.history, damaged);
    await expect(a.sync()).rejects.toMatchObject({
      code: 'HISTORY_DAMAGED',
      detail: { path: a.home.history, line: 4 },
    });
    expect(a.historyText).toBe(damaged);
    expect(desk.onStick('history.json')).not.toContain('a3');
  });
});
