declare const __VERSION__: string;

/** Runs the program on a process's arguments and streams; resolves to the exit code. */
export async function main(process: NodeJS.Process): Promise<number> {
  // The one answer that needs nothing loaded.
  const [first] = process.argv.slice(2);
  if (process.argv.length === 3 && (first === '--version' || first === '-V')) {
    process.stdout.write(`${__VERSION__}\n`);
    return 0;
  }
  const { run } = await import('./run.ts');
  return run(process, __VERSION__);
}
