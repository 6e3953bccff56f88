/**
 * The programs that serve, as node gets them: its options, then the file. The worker makes rows by the thousand and drops them: a small nursery
 * for young objects costs it no time, and an import of 50,000 rows takes a hundred megabytes less.
 */
export const programs = {
  host: ['apps/host/src/main.ts'],
  worker: ['--max-semi-space-size=16', 'apps/worker/src/main.ts'],
}
