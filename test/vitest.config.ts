import { defineConfig } from 'vitest/config';

export const root = new URL('..', import.meta.url).pathname;

// biome-ignore lint/style/noDefaultExport: vitest takes its configuration from a default export.
export default defineConfig({
  test: {
    root,
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Files run in forks of their own: some of them kill what they start.
    pool: 'forks',
  },
});
