import { type Add, many } from './add.ts';

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
    .argument('[file]', help.verifyFile)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryVerify));
  history
    .command('repair')
    .description(help.historyRepair)
    .option('--dry-run', help.dryRun)
    .option('--yes', help.yes)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryRepair));
  history
    .command('backup')
    .description(help.historyBackup)
    .action(doing((commands) => commands.runHistoryBackup));
  history
    .command('backups')
    .description(help.historyBackups)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryBackups));
  history
    .command('restore')
    .description(help.historyRestore)
    .argument('<name>', help.backupName)
    .option('--keep-later', help.keepLater)
    .option('--dry-run', help.dryRun)
    .option('--yes', help.yes)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryRestore));
  history
    .command('merge')
    .description(help.historyMerge)
    .argument('<files...>', help.mergedFiles)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryMerge));
  history
    .command('import')
    .description(help.historyImport)
    .argument('<file>', help.reviewTable)
    .option('-b, --bank <bank>', help.bankOfIds, many)
    .option('--scale <scale>', help.scale)
    .option('--map <file>', help.cardMapIn)
    .option('--dry-run', help.dryRun)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryImport));
  history
    .command('export')
    .description(help.historyExport)
    .option('--anki-revlog', help.ankiRevlog)
    .option('-o, --output <file>', help.output)
    .option('--force', help.force)
    .option('-b, --bank <bank>', help.ofBank, many)
    .option('--since <day>', help.since)
    .option('--until <day>', help.until)
    .option('--map <file>', help.cardMapOut)
    .action(doing((commands) => commands.runHistoryExport));
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
