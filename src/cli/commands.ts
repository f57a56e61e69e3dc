/**
 * All commands in one place, so that they are built into one file: each further file costs a millisecond at the start,
 * and what is large and seldom needed (YAML, the schema, tables of characters) is loaded by whoever needs it.
 */
export { runBankCheck, runBankList, runBankSchema, runBankShow } from './bank.ts';
export { runDrill } from './drill.ts';
export { runExport } from './export.ts';
export { runHistoryList, runHistoryShow, runHistoryVerify } from './history.ts';
export { runHome } from './home-screen.ts';
export { runPaper } from './paper.ts';
export { runUndo } from './undo.ts';
