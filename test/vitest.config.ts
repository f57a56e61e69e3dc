import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

const report = process.env.QUIZ_TEST_REPORT;

/** What takes long: it runs by `npm run torture`, and in a bounded form in `.ci/run`. */
export const LONG = [
  'test/crash/**/*.test.ts',
  'test/hostile/**/*.test.ts',
  'test/store/sync/**/*.test.ts',
  'test/e2e/kill.test.ts',
];

/** Nothing but values go in and out there. */
const PURE = [
  'test/core/**/*.test.ts',
  'test/report/**/*.test.ts',
  'test/prompts/**/*.test.ts',
  'test/messages/**/*.test.ts',
];

export const common = {
  root,
  setupFiles: ['test/support/widths.ts'],
  testTimeout: 20_000,
  // Processes, not threads: some tests kill what they start.
  pool: 'forks',
  // What a file has loaded serves the next one. Each test takes back what it changed in the process.
  isolate: false,
} as const;

export const running = {
  maxWorkers: 2,
  // A count for whoever runs the tests several times over.
  reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
};

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from a default export.
export default defineConfig({
  test: {
    root,
    ...running,
    projects: [
      { test: { ...common, name: 'pure', include: PURE } },
      { test: { ...common, name: 'whole', include: ['test/**/*.test.ts'], exclude: [...PURE, ...LONG] } },
    ],
  } as object,
});
