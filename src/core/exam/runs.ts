/** `1 4-40 42`: numbers that go up, three and more in a row as a run. */
export function inRuns(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (last - first > 1 ? `${first}-${last}` : first === last ? `${first}` : `${first} ${last}`))
    .join(' ');
}
