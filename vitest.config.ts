import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,packages}/**/src/**/*.test.ts', 'tooling/**/src/**/*.test.{ts,mjs}'],
    // Each file makes a schema of its own; two at once keep two cores busy.
    maxWorkers: 2,
    // The packages are loaded once a worker, not once a file, which had been a third of the time. What a file changes is its house, and it closes it.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    exclude: ['**/node_modules/**'],
  },
})
