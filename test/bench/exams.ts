import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bankText, STEM_MARK } from './data/bank-text.ts';
import { ITEMS, pause } from './drills.ts';
import { DESK, type Fixture } from './fixture.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { Terminal } from './processes.ts';

const ON_SHEET = 200;

const PAPER = `papers:
  long: { title: 长卷, minutes: 600, sections: [{ title: 单选, type: single, count: ${ON_SHEET}, points: 1 }] }
`;

/** An exam of two hundred questions with its answer sheet on the screen. */
export async function openSheet(fixture: Fixture): Promise<Terminal> {
  const folder = fixture.scratch('exam');
  const bank = join(folder, 'exam.yaml');
  writeFileSync(bank, bankText(ITEMS).replace(/^items:$/m, `${PAPER}items:`));
  const home = join(folder, 'home');
  const terminal = new Terminal(
    [fixture.program, 'exam', '--bank', bank, '--home', home, '--seed', '1', '--lang', 'zh'],
    DESK,
  );
  await terminal.shows(/回车 开始/);
  await terminal.press('\r');
  await terminal.shows(STEM_MARK);
  await terminal.press('\t');
  await terminal.shows(/答题卡/);
  return terminal;
}

/** Milliseconds from the arrow keys to the screen. */
export async function arrowsOn(terminal: Terminal, times: number): Promise<readonly Pair[]> {
  await pause(300);
  let down = false;
  const pairs = await pairsOf(
    times,
    async () => {
      await pause(30);
      down = !down;
      return terminal.press(down ? DOWN : UP);
    },
    () => 1,
  );
  await terminal.kill();
  return pairs;
}

const DOWN = '\u001b[B';
const UP = '\u001b[A';
