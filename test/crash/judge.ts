import fs from 'node:fs';
import { join } from 'node:path';
import { StoreFault } from '../../src/store/store-fault.ts';
import { anAnswer, opened } from '../store/history-support.ts';
import type { FaultClass, Injection } from './faults.ts';
import type { Desk, Operation } from './operation.ts';
import { repair } from './readers.ts';

export interface Aftermath {
  readonly home: string;
  readonly operation: Operation;
  readonly fault: FaultClass;
  readonly injection: Injection;
  /** Events that were in the history before. */
  readonly before: readonly string[];
  /** Files that were there before. */
  readonly names: readonly string[];
  readonly desk: Desk;
}

export interface Verdict {
  /** Acknowledged events that are gone. */
  readonly lost: readonly string[];
  /** Everything else that is not as it should be, in words. */
  readonly complaints: readonly string[];
  /** There is damage that takes a repair, which this operation may leave where the power fails. */
  readonly isToRepair: boolean;
}

export const namesIn = (home: string): string[] =>
  fs.existsSync(home) ? fs.readdirSync(home, { recursive: true, encoding: 'utf8' }) : [];

/** Opens what is there, on a disk that works, as the next start of the program does. */
export async function judge(aftermath: Aftermath): Promise<Verdict> {
  const { home, operation, desk, before } = aftermath;
  const complaints = leftovers(aftermath);
  const lost: string[] = [];
  let isToRepair = false;
  if (before.length > 0 || desk.tried.length > 0) {
    try {
      isToRepair = judgeHistory(aftermath, lost, complaints) === 'to-repair';
    } catch (error) {
      complaints.push(`opening it again: ${error}`);
    }
  }
  complaints.push(...((await operation.check?.(home, desk)) ?? []));
  return { lost, complaints, isToRepair };
}

/** After a mere failure nothing half is left, nor a lock, unless it was the removing that failed. */
function leftovers({ home, operation, fault, injection, names }: Aftermath): string[] {
  if (!fault.isMere || injection.on === 'unlink') return [];
  return namesIn(home)
    .filter((name) => /\.(tmp|new|torn-\w+|lock.*)$|\.draft-/.test(name) && !operation.leaves?.test(name))
    .filter((name) => !names.includes(name))
    .map((name) => `${name} was left behind`);
}

function judgeHistory(aftermath: Aftermath, lost: string[], complaints: string[]): 'whole' | 'to-repair' {
  const path = join(aftermath.home, 'history.json');
  const isToRepair = opened(path).readAll().faults.length > 0;
  if (isToRepair) {
    if (!mayBeDamaged(aftermath)) complaints.push('there is damage');
    complaints.push(...judgeEvents(aftermath, lost), ...notAppended(path));
    repair(path);
  }
  const history = opened(path);
  const { faults } = history.readAll();
  if (faults.length > 0) complaints.push(`damage is left: ${JSON.stringify(faults)}`);
  complaints.push(...judgeEvents(aftermath, lost));
  history.append([anAnswer(999)]);
  history.close();
  const document = JSON.parse(fs.readFileSync(path, 'utf8')) as { events: { id: string }[] };
  if (document.events.at(-2)?.id !== anAnswer(999).id) complaints.push('the next answer is not the last event');
  const locks = namesIn(aftermath.home).filter((name) => name.includes('.lock'));
  complaints.push(...locks.map((name) => `${name} stays for ever`));
  return isToRepair ? 'to-repair' : 'whole';
}

const mayBeDamaged = ({ operation, fault, desk }: Aftermath): boolean =>
  Boolean(operation.mendsDamage ? !desk.promised.has('mended') : operation.mayNeedRepair && fault.losesUnsynced);

function judgeEvents({ home, operation, fault, before, desk }: Aftermath, lost: string[]): string[] {
  const complaints: string[] = [];
  const history = opened(join(home, 'history.json'));
  const ids = history.readAll().events.map(({ id }) => id);
  const known = new Set(ids);
  const owed = [...before, ...desk.acknowledged];
  lost.push(...owed.filter((id) => !known.has(id) && !lost.includes(id)));
  if (known.size < ids.length && !operation.mayHaveBoth) complaints.push(`events are there twice: ${ids}`);
  const mayBeThere = fault.isSingle && !operation.mayBeDoneAllTheSame ? owed : [...owed, ...desk.tried];
  const unasked = ids.filter((id) => !mayBeThere.includes(id));
  for (const id of unasked) complaints.push(`${id} is there and was not kept`);
  if (fault.isSingle && desk.failures > 1) complaints.push('one fault cost two answers');
  const { reviews, marks } = history.readReviews();
  const fast = reviews.count + marks.length;
  if (fast !== ids.length) complaints.push(`${fast} of ${ids.length} are found when read fast`);
  return complaints;
}

function notAppended(path: string): string[] {
  const bytes = fs.readFileSync(path);
  const history = opened(path);
  history.readReviews();
  try {
    history.append([anAnswer(999)]);
    return ['something was appended to a damaged file'];
  } catch (error) {
    const isRefused = error instanceof StoreFault && error.code === 'HISTORY_DAMAGED';
    return isRefused && fs.readFileSync(path).equals(bytes) ? [] : [`appending to a damaged file: ${error}`];
  }
}
