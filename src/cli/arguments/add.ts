import type { Command } from 'commander';
import type { BasicMessages } from '../../messages/messages.ts';
import type { Choose } from '../perform.ts';

/** What commander calls: its own object comes last. */
export type Doing = <A extends readonly unknown[]>(choose: Choose<A>) => (...given: unknown[]) => Promise<void>;

/** Adds what a command or group is called and takes. */
export type Add = (program: Command, words: BasicMessages, doing: Doing) => void;

/** For options that may be given several times. */
export const many = (value: string, before: readonly string[] = []): string[] => [...before, value];
