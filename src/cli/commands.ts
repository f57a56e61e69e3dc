import type * as seldomCommands from './seldom-commands.ts';

/**
 * Each command is made when it is run, and those that learners use every day stand in one file with what all of them need
 * (see the build): what is not run costs a few bytes, and a file more would cost a quarter of a millisecond.
 * What is seldom needed (other commands, YAML, the schema, tables of characters) is loaded by whoever needs it.
 */
export const runBankList = late(async () => (await import('./bank.ts')).runBankList);
export const runBankSchema = late(async () => (await import('./bank.ts')).runBankSchema);
export const runBankShow = late(async () => (await import('./bank.ts')).runBankShow);
export const runDrill = late(async () => (await import('./drill.ts')).runDrill);
export const runExam = late(async () => (await import('./exam/exam.ts')).runExam);
export const runHistoryDiff = late(async () => (await import('./history.ts')).runHistoryDiff);
export const runHistoryList = late(async () => (await import('./history.ts')).runHistoryList);
export const runHistoryShow = late(async () => (await import('./history.ts')).runHistoryShow);
export const runHome = late(async () => (await import('./home-screen.ts')).runHome);
export const runMistakes = late(async () => (await import('./mistakes.ts')).runMistakes);
export const runMistakesCause = late(async () => (await import('./mistakes-cause.ts')).runMistakesCause);
export const runPractice = late(async () => (await import('./practice.ts')).runPractice);
export const runStudy = late(async () => (await import('./study.ts')).runStudy);
export const runUndo = late(async () => (await import('./undo.ts')).runUndo);

export const runBankCheck = seldom('runBankCheck');
export const runBankEdit = seldom('runBankEdit');
export const runBankExport = seldom('runBankExport');
export const runBankFind = seldom('runBankFind');
export const runBankImport = seldom('runBankImport');
export const runBankNew = seldom('runBankNew');
export const runExport = seldom('runExport');
export const runHistoryArchive = seldom('runHistoryArchive');
export const runHistoryBackup = seldom('runHistoryBackup');
export const runHistoryBackups = seldom('runHistoryBackups');
export const runHistoryExport = seldom('runHistoryExport');
export const runHistoryImport = seldom('runHistoryImport');
export const runHistoryMerge = seldom('runHistoryMerge');
export const runHistoryRepair = seldom('runHistoryRepair');
export const runHistoryRestore = seldom('runHistoryRestore');
export const runHistoryVerify = seldom('runHistoryVerify');
export const runPaper = seldom('runPaper');
export const runSync = seldom('runSync');
export const runSyncInit = seldom('runSyncInit');
export const runSyncStatus = seldom('runSyncStatus');

type Seldom = typeof seldomCommands;
type Command = (...args: never[]) => Promise<unknown>;

function seldom<K extends keyof Seldom>(name: K): Seldom[K] {
  const run = async (...args: never[]) => {
    const commands = await import('./seldom-commands.ts');
    return (commands[name] as Command)(...args);
  };
  return run as Seldom[K];
}

function late<A extends readonly unknown[], R>(
  load: () => Promise<(...args: A) => Promise<R>>,
): (...args: A) => Promise<R> {
  return async (...args) => (await load())(...args);
}
