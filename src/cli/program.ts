import { Command, CommanderError, Option } from 'commander';
import { nearNames } from '../core/bank/near.ts';
import type { BasicMessages } from '../messages/messages.ts';
import { widthOf } from '../prompts/width.ts';
import type { GlobalOptions } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import type { Io } from './io.ts';
import type { Choose } from './perform.ts';

/** Reads the arguments and runs the command they name. What commands are made of is loaded only when one is to run. */
export async function parseArguments(io: Io, words: BasicMessages, version: string): Promise<number> {
  let exit: ExitCode = EXIT.done;
  const program = newProgram(io, words, version);
  const doing: Doing =
    (choose) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      const { perform } = await import('./perform.ts');
      exit = await perform(choose, given.slice(0, -1) as never, io, words, command.optsWithGlobals<GlobalOptions>());
    };
  addCommands(program, words, doing, io.args);
  try {
    await program.parseAsync([...io.args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    // A group alone has shown what it holds.
    if (error.code === 'commander.help') return EXIT.usage;
    throw usageError(error, words, program.args);
  }
  return exit;
}

function newProgram(io: Io, words: BasicMessages, version: string): Command {
  const { help } = words;
  const titles: Record<string, string> = {
    'Usage:': help.usage,
    'Options:': help.options,
    'Commands:': help.commands,
    'Arguments:': help.arguments,
  };
  return new Command('quiz')
    .description(help.description)
    .version(version, '-V, --version', help.version)
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .usage(`${help.command} ${help.ofOptions}`)
    .addOption(new Option('--home <dir>', help.home))
    .addOption(new Option('--lang <zh|en>', help.lang))
    .addOption(new Option('--no-color', help.noColor))
    .addOption(new Option('--plain', help.plain))
    .exitOverride()
    .configureHelp({ displayWidth: widthOf, styleTitle: (title) => titles[title] ?? title, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => void io.output.write(text),
      writeErr: (text) => void io.errors.write(text),
      // Errors are put into words and printed in one place, with everybody else's.
      outputError: () => {},
      getOutHelpWidth: () => io.output.columns || 80,
    });
}

/** What commander calls: its own object comes last. */
type Doing = <A extends readonly unknown[]>(choose: Choose<A>) => (...given: unknown[]) => Promise<void>;

const many = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds what a command or group is called and takes. */
type Add = (program: Command, words: BasicMessages, doing: Doing) => void;

const addDrill: Add = (program, { help }, doing) => {
  program
    .command('drill')
    .description(help.drill)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.topic, many)
    .option('--type <type>', help.type, many)
    .option('--new <n>', help.new)
    .option('--limit <n>', help.limit)
    .option('--minutes <n>', help.minutes)
    .option('--per-item <time>', help.perItem)
    .option('--ahead', help.ahead)
    .option('--retention <r>', help.retention)
    .option('--no-shuffle', help.noShuffle)
    .option('--seed <text>', help.seed)
    .action(doing((commands) => commands.runDrill));
};

const addStudy: Add = (program, { help }, doing) => {
  program
    .command('study')
    .description(help.study)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.topic, many)
    .option('--type <type>', help.type, many)
    .option('--from-start', help.fromStart)
    .option('--no-notes', help.noNotes)
    .action(doing((commands) => commands.runStudy));
};

const addExam: Add = (program, { help }, doing) => {
  program
    .command('exam')
    .description(help.exam)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-p, --paper <paper>', help.examPaper)
    .option('--minutes <n>', help.examMinutes)
    .option('--strict', help.strict)
    .option('--fresh', help.fresh)
    .option('--no-shuffle', help.noShuffle)
    .option('--seed <text>', help.seed)
    .option('--resume [session]', help.resume)
    .option('--again <session>', help.again)
    .option('--report <session>', help.report)
    .action(doing((commands) => commands.runExam));
};

const addPractice: Add = (program, { help }, doing) => {
  program
    .command('practice')
    .description(help.practice)
    .option('-b, --bank <bank>', help.bank, many)
    .option('-t, --topic <topic>', help.topic, many)
    .option('--type <type>', help.type, many)
    .option('--difficulty <n>', help.difficulty)
    .option('-c, --count <n>', help.count)
    .option('--only <what>', help.only)
    .option('--order <order>', help.order)
    .option('--minutes <n>', help.practiceMinutes)
    .option('--per-item <time>', help.perItem)
    .option('--feedback <when>', help.feedback)
    .option('--no-shuffle', help.noShuffle)
    .option('--seed <text>', help.seed)
    .action(doing((commands) => commands.runPractice));
};

const addPaper: Add = (program, { help }, doing) => {
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

const addBank: Add = (program, { help }, doing) => {
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

const addHistory: Add = (program, { help }, doing) => {
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
};

const addUndo: Add = (program, { help }, doing) => {
  program
    .command('undo')
    .description(help.undo)
    .action(doing((commands) => commands.runUndo));
};

const addMistakes: Add = (program, { help }, doing) => {
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

const addExport: Add = (program, { help }, doing) => {
  program
    .command('export')
    .description(help.export)
    .option('-f, --format <format>', help.format)
    .option('-b, --bank <bank>', help.bank, many)
    .option('--since <day>', help.since)
    .option('--until <day>', help.until)
    .option('-o, --output <file>', help.output)
    .action(doing((commands) => commands.runExport));
};

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, Add>> = {
  drill: addDrill,
  exam: addExam,
  practice: addPractice,
  paper: addPaper,
  study: addStudy,
  bank: addBank,
  history: addHistory,
  mistakes: addMistakes,
  undo: addUndo,
  export: addExport,
};

/** `constructor` and its kin are no commands. */
const commandCalled = (name: string): Add | undefined => (Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined);

/** Where the first argument names a command, that one is all that is needed: making the others takes ten milliseconds. */
function addCommands(program: Command, words: BasicMessages, doing: Doing, args: readonly string[]): void {
  program.action(doing((commands) => commands.runHome));
  const named = commandCalled(args[0] ?? '');
  for (const add of named ? [named] : Object.values(COMMANDS)) add(program, words, doing);
  for (const command of program.commands) tellUsage(command, words);
}

function tellUsage(command: Command, words: BasicMessages): void {
  const { help } = words;
  // A group that does something by itself has options.
  const isGroup = command.commands.length > 0 && command.options.length === 0;
  const first = isGroup ? help.command : help.ofOptions;
  const more = command.registeredArguments.map((argument) => ` <${argument.name()}>`);
  command
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .usage([first, ...more].join(''));
  for (const inner of command.commands) tellUsage(inner, words);
}

/** What commander refused, in this program's words. `args` are those that are no option of the program itself. */
function usageError(error: CommanderError, { errors }: BasicMessages, args: readonly string[]): UserError {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const near = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1];
  const group = args.find((arg) => arg === 'bank' || arg === 'history' || arg === 'mistakes') ?? '';
  const hint = near ? errors.didYouMean(near) : errors.helpHint(`quiz ${group}`.trim());
  const stray = args.find((arg) => !arg.startsWith('-')) ?? '';
  const isStrayCommand = error.code === 'commander.excessArguments' && commandCalled(stray) === undefined;
  if (isStrayCommand) {
    const meant = nearNames(stray, Object.keys(COMMANDS), 1)[0];
    return new UserError(
      'WRONG_USE',
      EXIT.usage,
      errors.unknownCommand(stray),
      meant ? errors.didYouMean(meant) : errors.helpHint('quiz'),
    );
  }
  const message = {
    'commander.unknownCommand': errors.unknownCommand(quoted),
    'commander.unknownOption': errors.unknownOption(quoted),
    'commander.missingArgument': errors.missingArgument(quoted),
    'commander.optionMissingArgument': errors.missingValue(/--[\w-]+/.exec(quoted)?.[0] ?? quoted),
    'commander.excessArguments': errors.tooMany,
  }[error.code];
  return new UserError('WRONG_USE', EXIT.usage, message ?? error.message, hint);
}
