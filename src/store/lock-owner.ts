import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { errnoOf } from './store-fault.ts';

/** Who holds a lock. */
export interface Owner {
  readonly pid: number;
  /** No two processes share it. */
  readonly token: string;
  /** The machine, and the namespace that the number of the process counts in. */
  readonly host: string;
  /** When the process was started, as Linux tells it apart from later ones of the same number; empty where that is not told. */
  readonly birth: string;
}

/** As text: `4711.0123456789abcdef.1c0ffee0-88@host`. */
export const ownerText = ({ pid, token, birth, host }: Owner): string => `${pid}.${token}.${birth}@${host}`;

/** Null for anything else. */
export function parseOwner(text: string): Owner | null {
  const match = /^([1-9]\d{0,9})\.([0-9a-f]{16})\.([0-9a-f-]*)@([^/]*)$/.exec(text);
  return (
    match && { pid: Number(match[1]), token: match[2] as string, birth: match[3] as string, host: match[4] as string }
  );
}

/** This process. */
export const thisProcess = (): Owner => {
  self ??= {
    pid: process.pid,
    token: randomBytes(8).toString('hex'),
    birth: statOf(process.pid).birth,
    host: hereHost(),
  };
  return self;
};
let self: Owner | undefined;

/** Whether the process is known to be gone. Nothing can be said of processes on other machines: they are taken to live. */
export function isDead(owner: Owner): boolean {
  if (owner.host !== hereHost()) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return errnoOf(error) === 'ESRCH';
  }
  const { state, birth } = statOf(owner.pid);
  // Ended, and kept in the table until its parent asks for its exit code, which it may never do.
  if (state === 'Z' || state === 'X') return true;
  return birth !== '' && owner.birth !== '' && birth !== owner.birth;
}

let here: string | undefined;
function hereHost(): string {
  if (here !== undefined) return here;
  const namespace = told(() => /\d+/.exec(fs.readlinkSync('/proc/self/ns/pid'))?.[0] ?? '');
  here = `${hostname().replace(/[^\w.-]/g, '')}~${namespace}`.slice(0, 80);
  return here;
}

/** The letter of its state, and the boot and the tick in it that it was started at; empty where the system does not tell. */
function statOf(pid: number): { readonly state: string; readonly birth: string } {
  // The name of a process may hold spaces and brackets, so the fields are counted behind it.
  const stat = told(() => fs.readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const boot = told(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').slice(0, 8));
  const tick = Number(fields[19]);
  return { state: fields[0] ?? '', birth: boot === '' || !Number.isFinite(tick) ? '' : `${boot}-${tick.toString(16)}` };
}

/** Empty where the system does not tell. */
function told(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
