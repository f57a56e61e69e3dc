import { Command, CommanderError, Option } from 'commander';
import { nearNames } from '../core/bank/near.ts';
import type { BasicMessages } from '../messages/messages.ts';
import { widthOf } from '../prompts/width.ts';
import type { Add, Doing } from './arguments/add.ts';
import { addBank } from './arguments/bank.ts';
import { addHistory, addUndo } from './arguments/history.ts';
import { addExport, addMistakes, addPaper } from './arguments/results.ts';
import { addDrill, addExam, addPractice, addStudy } from './arguments/sittings.ts';
import { addSync } from './arguments/sync.ts';
import type { GlobalOptions } from './context.ts';
import { EXIT, type ExitCode, UserError } from './errors.ts';
import type { Io } from './io.ts';

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
  sync: addSync,
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
  const group = args.find((arg) => arg === 'bank' || arg === 'history' || arg === 'mistakes' || arg === 'sync') ?? '';
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
