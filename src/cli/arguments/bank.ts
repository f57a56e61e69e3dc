import { type Add, many } from './add.ts';

export const addBank: Add = (program, { help }, doing) => {
  const bank = program.command('bank').description(help.bankCommand);
  bank
    .command('list')
    .description(help.bankList)
    .option('--json', help.json)
    .action(doing((commands) => commands.runBankList));
  bank
    .command('show')
    .description(help.bankShow)
    .argument('<bank>', help.bank)
    .option('--json', help.json)
    .action(doing((commands) => commands.runBankShow));
  bank
    .command('check')
    .description(help.bankCheck)
    .argument('<bank...>', help.files)
    .option('--strict', help.strictCheck)
    .option('--fix', help.fix)
    .option('--json', help.json)
    .action(doing((commands) => commands.runBankCheck));
  bank
    .command('new')
    .description(help.bankNew)
    .argument('<name>', help.newName)
    .action(doing((commands) => commands.runBankNew));
  bank
    .command('edit')
    .description(help.bankEdit)
    .argument('<item>', help.editItem)
    .option('-b, --bank <bank>', help.bank, many)
    .action(doing((commands) => commands.runBankEdit));
  bank
    .command('find')
    .description(help.bankFind)
    .argument('<text>', help.wanted)
    .option('-b, --bank <bank>', help.bank, many)
    .option('--json', help.json)
    .action(doing((commands) => commands.runBankFind));
  bank
    .command('import')
    .description(help.bankImport)
    .argument('<file...>', help.documents)
    .option('--id <id>', help.importId)
    .option('--title <title>', help.importTitle)
    .option('-o, --output <file>', help.importOutput)
    .option('--answers <file>', help.importAnswers)
    .option('--explain <number>', help.importExplain)
    .option('--topics', help.importTopics)
    .option('--review', help.importReview)
    .option('--dry-run', help.dryRun)
    .option('--yes', help.yes)
    .option('--force', help.force)
    .option('--json', help.json)
    .action(doing((commands) => commands.runBankImport));
  bank
    .command('export')
    .description(help.bankExport)
    .argument('<bank>', help.bank)
    .option('-f, --format <format>', help.bankFormat)
    .option('-o, --output <file>', help.output)
    .option('--force', help.force)
    .action(doing((commands) => commands.runBankExport));
  bank
    .command('schema')
    .description(help.bankSchema)
    .action(doing((commands) => commands.runBankSchema));
};
