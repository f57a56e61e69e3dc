import { defineConfig } from 'vitest/config';
import { common, LONG, running } from './vitest.config.ts';

/** The tests of what must never be lost, as often as an evening allows. Each number may be given in the environment. */
const amounts = {
  QUIZ_KILLS: '1000',
  QUIZ_FLIPS: '10000',
  QUIZ_FUZZ: '10000',
  QUIZ_ANSWERS: '1000',
  QUIZ_FAULTS: 'all',
  QUIZ_POWER_CUTS: '40',
};

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from a default export.
export default defineConfig({
  test: {
    ...common,
    ...running,
    include: [...LONG, 'test/fuzz/**/*.test.ts', 'test/store/history-writers.test.ts', 'test/e2e/sync-*.test.ts'],
    env: Object.fromEntries(Object.entries(amounts).map(([name, usually]) => [name, process.env[name] ?? usually])),
    testTimeout: 3_600_000,
  } as object,
});
