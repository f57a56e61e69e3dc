import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anAnswer, historyText } from '../../support/histories.ts';
import { Desk, type Machine } from '../../support/machines.ts';

class Stop extends Error {}

/** A run that ends behind its push, before anything is brought in. */
async function cutOff(machine: Machine, choices?: ReadonlyMap<string, 'mine' | 'theirs'>): Promise<void> {
  const onStep = (step: string): void => {
    if (step === 'bringing-in') throw new Stop();
  };
  await expect(machine.sync({ onStep, ...(choices ? { choices } : {}) })).rejects.toBeInstanceOf(Stop);
}

/** Two machines with one bank; there it is changed so, and something was answered. */
async function twoMachines(theirs: string) {
  const [desk, there, here] = await Desk.with(['there', 'here'], async (...machines) => {
    machines[0]?.bank('demo.yaml', 'one\n');
    for (const machine of machines) await machine.sync();
  });
  there.bank('demo.yaml', theirs);
  there.answer('a1');
  await there.sync();
  return { desk, there, here };
}

describe('a run that is cut off behind its push', () => {
  test('is gone on with: what was pushed is no change of somebody else', async () => {
    const { desk, there, here } = await twoMachines('one\n');
    here.bank('demo.yaml', 'two\n');
    here.answer('b2');
    await cutOff(here);
    expect(desk.onStick('banks/demo.yaml')).toBe('two\n');
    here.bank('demo.yaml', 'three\n');
    here.answer('b3');
    expect(await here.sync()).toMatchObject({ conflicts: [], received: { answers: 1 }, sent: { answers: 1 } });
    await there.sync();
    expect([here.ids, there.ids]).toEqual(Array(2).fill('a1 b2 b3'));
    expect(there.bank('demo.yaml')).toBe('three\n');
  });

  test('leaves a conflict what it is: the bank here is not overwritten', async () => {
    const { desk, here } = await twoMachines('theirs\n');
    here.bank('demo.yaml', 'mine\n');
    await cutOff(here);
    expect(desk.onStick('banks/demo.yaml')).toBe('theirs\n');
    expect(await here.sync()).toMatchObject({ conflicts: [{ kind: 'both-changed' }] });
    expect(here.bank('demo.yaml')).toBe('mine\n');
  });

  test.each(['mine', 'theirs'] as const)('leaves the choice of %s made', async (whose) => {
    const { there, here } = await twoMachines('theirs\n');
    here.bank('demo.yaml', 'mine\n');
    await here.sync();
    there.answer('a5');
    await there.sync();
    await cutOff(here, new Map([['demo', whose]]));
    expect(await here.sync()).toMatchObject({ conflicts: [], received: { answers: 1 } });
    await there.sync();
    expect([here.bank('demo.yaml'), there.bank('demo.yaml')]).toEqual(Array(2).fill(`${whose}\n`));
  });

  test('does not undo what others put away', async () => {
    const { desk, there, here } = await twoMachines('one\n');
    await here.sync();
    there.archive('2025.json', anAnswer('a1', 1));
    rmSync(there.home.history);
    writeFileSync(there.home.history, historyText());
    await there.sync();
    here.answer('b2');
    await cutOff(here);
    await here.sync();
    expect(here.ids).toBe('b2');
    expect(desk.onStick('archive/2025.json')).toContain('a1');
    expect(desk.onStick('history.json')).toBe(here.historyText);
  });
});

test('a git that outlived a killed run and moves the branch late is noticed; the run looks at everything anew', async () => {
  const { there, here } = await twoMachines('one\n');
  const late = here.git('rev-parse', 'home');
  await here.sync();
  there.answer('a3');
  await there.sync();
  here.answer('b2');
  here.bank('demo.yaml', 'two\n');
  let isFirst = true;
  const onStep = (step: string): void => {
    if (step === 'bringing-in' && isFirst) here.git('update-ref', 'refs/heads/home', late);
    if (step === 'bringing-in') isFirst = false;
  };
  expect(await here.sync({ onStep })).toMatchObject({ fault: null, conflicts: [] });
  expect(isFirst).toBe(false);
  here.bank('demo.yaml', 'three\n');
  expect(await here.sync()).toMatchObject({ fault: null, conflicts: [] });
  await there.sync();
  expect([here.ids, there.ids].map((ids) => ids.split(' ').sort().join(' '))).toEqual(Array(2).fill('a1 a3 b2'));
  expect(there.bank('demo.yaml')).toBe('three\n');
});
