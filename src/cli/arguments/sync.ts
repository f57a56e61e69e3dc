import type { Command } from 'commander';
import { type Add, many } from './add.ts';

export const addSync: Add = (program, { help }, doing) => {
  const sync = program
    .command('sync')
    .description(help.sync)
    .option('--dry-run', help.syncDryRun)
    .option('--mine <bank>', help.syncMine, many)
    .option('--theirs <bank>', help.syncTheirs, many)
    .option('--json', help.json)
    .action(doing((commands) => commands.runSync));
  sync
    .command('init')
    .description(help.syncInit)
    .argument('[remote]', help.syncRemote)
    .option('--json', help.json)
    .action(withOptionsOfGroup(doing((commands) => commands.runSyncInit)));
  sync
    .command('status')
    .description(help.syncStatus)
    .option('--json', help.json)
    .action(withOptionsOfGroup(doing((commands) => commands.runSyncStatus)));
};

/** An option that the group has too is taken for the group's by commander, also where it stands behind the command. */
const withOptionsOfGroup =
  (act: (...given: unknown[]) => Promise<void>) =>
  (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    return act(...given.slice(0, -2), command.optsWithGlobals(), command);
  };
