import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { answersIn, aPlace, runQuiz, variablesOf } from '../support/program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WINDOWS = process.platform === 'win32';

const npm = async (args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<string> =>
  (await promisify(execFile)('npm', [...args], { cwd, env, shell: WINDOWS })).stdout;

test('the packed program, installed alone, lists its banks and drills from any folder', async () => {
  const place = aPlace();
  const prefix = join(place.cwd, 'prefix');
  mkdirSync(join(prefix, 'lib'), { recursive: true });
  const env = variablesOf(place, { npm_config_cache: join(place.cwd, 'cache'), npm_config_update_notifier: 'false' });
  // The program is built already; building it again here would pull it from under the other tests.
  const packed = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', place.cwd], ROOT, env);
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  await npm(
    ['install', '--global', '--prefix', prefix, '--offline', '--no-audit', join(place.cwd, filename)],
    ROOT,
    env,
  );

  const bin = WINDOWS ? join(prefix, 'node_modules', 'quiz-drill', 'bin', 'quiz.js') : join(prefix, 'bin', 'quiz');
  const listed = await runQuiz(place, ['bank', 'list', '--json'], { bin });
  const { banks } = JSON.parse(listed.out) as { banks: { id: string; place: string }[] };
  expect(banks).toContainEqual(expect.objectContaining({ id: 'l3-theory', place: 'shipped' }));
  expect(banks).toHaveLength(6);
  const drilled = await runQuiz(place, ['drill', '--bank', 'l3-theory', '--seed', '1'], {
    bin,
    input: ['A', 'B?', ':q'],
  });
  expect(drilled).toMatchObject({ code: 0, err: '' });
  expect(answersIn(place)).toHaveLength(2);
}, 60_000);
