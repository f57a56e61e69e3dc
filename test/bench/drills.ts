import { STEM_MARK } from './data/bank-text.ts';
import { DESK, type Fixture } from './fixture.ts';
import { Terminal } from './processes.ts';

export const ITEMS = 1_000;
export const EVENTS = 100_000;

/** A drill that is ready to be started. */
export interface Drill {
  readonly program: string;
  readonly home: string;
  readonly bank: string;
}

/** A thousand questions, a hundred thousand events. */
export async function drillOf(fixture: Fixture): Promise<Drill> {
  const { program } = fixture;
  return { program, home: await fixture.home('drill', EVENTS, ITEMS), bank: await fixture.bank(ITEMS) };
}

/** The same with ninety-five thousand of the events put away. */
export async function archivedDrillOf(fixture: Fixture): Promise<Drill> {
  const home = await fixture.archivedHome('archived', EVENTS, ITEMS, DAYS_KEPT);
  return { program: fixture.program, home, bank: await fixture.bank(ITEMS) };
}

const DAYS_KEPT = 36;

/** A thousand questions, a million events. */
export async function longDrillOf(fixture: Fixture): Promise<Drill> {
  const { program } = fixture;
  return { program, home: await fixture.home('long', 1_000_000, ITEMS), bank: await fixture.bank(ITEMS) };
}

export const openDrill = ({ program, home, bank }: Drill, ...more: readonly string[]): Terminal =>
  new Terminal([program, 'drill', '--bank', bank, '--home', home, '--seed', '1', ...more], DESK);

/** A drill that is left at once keeps its caches for the next. */
export async function warmUp(drill: Drill): Promise<void> {
  const terminal = openDrill(drill);
  await terminal.shows(STEM_MARK);
  await pause(100);
  await terminal.press('q');
  await terminal.ended();
}

/** Milliseconds from the start to the first question on the screen. */
export async function firstQuestion(drill: Drill): Promise<number> {
  const terminal = openDrill(drill);
  const ms = await terminal.shows(STEM_MARK);
  await terminal.kill();
  return ms;
}

/** Milliseconds from the start of a bare Node to its first output, in the same kind of terminal. */
export async function firstLetter(): Promise<number> {
  const terminal = new Terminal(['-e', 'process.stdout.write("x")']);
  const ms = await terminal.shows(/x/);
  await terminal.ended();
  return ms;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
