import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';

/** The editor that somebody chose: `VISUAL`, else `EDITOR`; null where neither says one. */
export function editorIn(env: NodeJS.ProcessEnv): string | null {
  return [env.VISUAL, env.EDITOR].find((command) => command?.trim()) ?? null;
}

/**
 * Arguments that open a file at a line (from 1). Each family of editors has its own way of saying it (their manuals); one
 * that is not known opens the file at its beginning.
 */
export function openingAt(editor: string, file: string, line: number): readonly string[] {
  const program = basename(editor.trim().split(/\s+/)[0] ?? '').replace(/\.(exe|cmd)$/i, '');
  if (/^(vi|vim|nvim|gvim|mvim|view|nano|emacs|emacsclient|micro|kak|joe|jed|ne|mcedit|ee)$/.test(program))
    return [`+${line}`, file];
  if (/^(code|code-insiders|codium|vscodium|cursor|windsurf)$/.test(program))
    return [...(/\s(--wait|-w)\b/.test(editor) ? [] : ['--wait']), '--goto', `${file}:${line}`];
  if (/^(subl|zed|zeditor)$/.test(program))
    return [...(/\s(--wait|-w)\b/.test(editor) ? [] : ['--wait']), `${file}:${line}`];
  return /^(hx|helix)$/.test(program) ? [`${file}:${line}`] : [file];
}

/**
 * As git does it: the value is a command line, so it may bring options and quotes of its own. The files are no part of it:
 * the shell is handed them as they are. A value that is the path of a program is that program, spaces in it or not.
 */
function start(editor: string, args: readonly string[]): ChildProcess {
  const stdio = 'inherit';
  if (/[/\\]/.test(editor) && existsSync(editor)) return spawn(editor, args, { stdio });
  return process.platform === 'win32'
    ? spawn(`${editor} ${args.map((arg) => `"${arg}"`).join(' ')}`, { stdio, shell: true })
    : spawn('sh', ['-c', `${editor} "$@"`, editor, ...args], { stdio });
}

/** Runs an editor on this terminal until it is left. False where it could not be started or ended with a failure. */
export function runEditor(editor: string, args: readonly string[]): Promise<boolean> {
  // Ctrl-C is the editor's while it is open.
  const ignore = (): void => {};
  process.on('SIGINT', ignore);
  return new Promise<boolean>((resolve) => {
    const child = start(editor, args);
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  }).finally(() => process.removeListener('SIGINT', ignore));
}
