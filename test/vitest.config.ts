import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

const report = process.env.QUIZ_TEST_REPORT;

/** What takes long: it runs by `npm run torture`, and in a bounded form in `.ci/run`. */
export const LONG = ['test/crash/**/*.test.ts', 'test/hostile/**/*.test.ts', 'test/store/sync/**/*.test.ts'];

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from a default export.
export default defineConfig({
  test: {
    root,
    include: ['test/**/*.test.ts'],
    exclude: LONG,
    setupFiles: ['test/support/widths.ts'],
    testTimeout: 20_000,
    // Files run in forks of their own: some of them kill what they start.
    pool: 'forks',
    maxWorkers: 2,
    // A count for whoever runs the tests several times over.
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
