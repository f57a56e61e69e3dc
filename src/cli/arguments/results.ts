import { type Add, many } from './add.ts';

export const addMistakes: Add = (program, { help }, doing) => {
  const mistakes = program
    .command('mistakes')
    .description(help.mistakes)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.ofTopic, many)
    .option('--type <type>', help.ofType, many)
    .option('--cause <cause>', help.ofCause, many)
    .option('--since <day>', help.wrongSince)
    .option('--limit <n>', help.mostListed)
    .option('--all', help.leftToo)
    .option('--practice', help.practiseMistakes)
    .option('--json', help.json)
    .action(doing((commands) => commands.runMistakes));
  mistakes
    .command('cause')
    .description(help.mistakesCause)
    .argument('<item>', help.mistakenItem)
    .argument('<cause>', help.cause)
    .action(doing((commands) => commands.runMistakesCause));
};

export const addPaper: Add = (program, { help }, doing) => {
  program
    .command('paper')
    .description(help.paper)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-p, --paper <paper>', help.whichPaper)
    .option('--seed <text>', help.paperSeed)
    .option('--key <none|end|inline>', help.key)
    .option('--versions <names>', help.versions)
    .option('-f, --format <format>', help.paperFormat)
    .option('-o, --output <file>', help.output)
    .option('--force', help.force)
    .action(doing((commands) => commands.runPaper));
};

export const addExport: Add = (program, { help }, doing) => {
  program
    .command('export')
    .description(help.export)
    .option('-f, --format <format>', help.format)
    .option('-b, --bank <bank>', help.bank, many)
    .option('--since <day>', help.since)
    .option('--until <day>', help.until)
    .option('--history <file...>', help.histories, many)
    .option('--by <what>', help.by)
    .option('-o, --output <file>', help.output)
    .action(doing((commands) => commands.runExport));
};
