import type { Add } from './add.ts';

export const addHistory: Add = (program, { help }, doing) => {
  const history = program.command('history').description(help.historyCommand);
  history
    .command('list')
    .description(help.historyList)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryList));
  history
    .command('show')
    .description(help.historyShow)
    .argument('<session>', help.session)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryShow));
  history
    .command('diff')
    .description(help.historyDiff)
    .argument('<before>', help.session)
    .argument('<after>', help.session)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryDiff));
  history
    .command('verify')
    .description(help.historyVerify)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryVerify));
  history
    .command('merge')
    .description(help.historyMerge)
    .argument('<files...>', help.mergedFiles)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryMerge));
  history
    .command('archive')
    .description(help.historyArchive)
    .option('--before <day>', help.archiveBefore)
    .option('--dry-run', help.dryRun)
    .option('--yes', help.yes)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryArchive));
};

export const addUndo: Add = (program, { help }, doing) => {
  program
    .command('undo')
    .description(help.undo)
    .action(doing((commands) => commands.runUndo));
};
