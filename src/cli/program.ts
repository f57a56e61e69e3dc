import { Command, CommanderError, Option } from 'commander';
import { nearNames } from '../core/bank/near.ts';
import type { Messages } from '../messages/messages.ts';
import { widthOf } from '../prompts/width.ts';
import { type Context, contextOf, type GlobalOptions } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import type { Io } from './io.ts';

type Commands = typeof import('./commands.ts');
type Action<A extends readonly unknown[]> = (context: Context, ...args: A) => Promise<ExitCode>;

/** Reads the arguments and runs the command they name. What commands are made of is loaded only when one is to run. */
export async function parseArguments(io: Io, words: Messages, version: string): Promise<number> {
  let exit: ExitCode = EXIT.done;
  const program = newProgram(io, words, version);
  /** Hands a command its context in place of commander's own object. */
  const doing =
    <A extends readonly unknown[]>(choose: (all: Commands) => Action<A>) =>
    async (...args: unknown[]): Promise<void> => {
      const command = args.at(-1) as Command;
      const context = contextOf(io, words, command.optsWithGlobals<GlobalOptions>());
      const action = choose(await import('./commands.ts'));
      exit = await action(context, ...(args.slice(0, -1) as unknown as A));
    };
  addCommands(program, words, doing);
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

function newProgram(io: Io, words: Messages, version: string): Command {
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

type Doing = <A extends readonly unknown[]>(
  choose: (all: Commands) => Action<A>,
) => (...args: unknown[]) => Promise<void>;

const many = (value: string, before: readonly string[] = []): string[] => [...before, value];

function addCommands(program: Command, words: Messages, doing: Doing): void {
  const { help } = words;
  program.action(doing((commands) => commands.runHome));

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
    .option('--json', help.json)
    .action(doing((commands) => commands.runBankCheck));
  bank
    .command('schema')
    .description(help.bankSchema)
    .action(doing((commands) => commands.runBankSchema));

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
    .command('verify')
    .description(help.historyVerify)
    .option('--json', help.json)
    .action(doing((commands) => commands.runHistoryVerify));

  program
    .command('undo')
    .description(help.undo)
    .action(doing((commands) => commands.runUndo));

  program
    .command('export')
    .description(help.export)
    .option('-f, --format <format>', help.format)
    .option('-b, --bank <bank>', help.bank, many)
    .option('--since <day>', help.since)
    .option('--until <day>', help.until)
    .option('-o, --output <file>', help.output)
    .action(doing((commands) => commands.runExport));

  for (const command of [...program.commands, ...bank.commands, ...history.commands]) {
    command.helpOption('-h, --help', help.help).helpCommand(false);
    const holds = command.commands.length > 0;
    command.usage(
      `${holds ? help.command : help.ofOptions}${command.registeredArguments.map((argument) => ` <${argument.name()}>`).join('')}`,
    );
  }
}

const COMMANDS = ['drill', 'bank', 'history', 'undo', 'export'];

/** What commander refused, in this program's words. `args` are those that are no option of the program itself. */
function usageError(error: CommanderError, { errors }: Messages, args: readonly string[]): UserError {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const near = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(error.message)?.[1];
  const group = args.find((arg) => arg === 'bank' || arg === 'history') ?? '';
  const hint = near ? errors.didYouMean(near) : errors.helpHint(`quiz ${group}`.trim());
  const stray = args.find((arg) => !arg.startsWith('-')) ?? '';
  const isStrayCommand = error.code === 'commander.excessArguments' && !COMMANDS.includes(stray);
  if (isStrayCommand) {
    const meant = nearNames(stray, COMMANDS, 1)[0];
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
