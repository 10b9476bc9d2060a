import { defineConfig } from 'vitest/config';

// What computes with time runs in three host zones; everything must come out the same.
const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe'];

// A test that waits on a promise is not a measurement: on a busy computer the default of 5 s fails what is right.
const testTimeout = 30_000;

// Months of simulated days, whose time zone is their own: once is enough.
const inOneZone = ['test/property/habits/simulated-year.test.ts', 'test/property/habits/newcomer.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      ...zones.map((zone) => ({
        test: {
          name: `shared ${zone}`,
          include: ['test/unit/src-shared/**/*.test.ts', 'test/property/**/*.test.ts'],
          exclude: zone === 'UTC' ? [] : inOneZone,
          environment: 'node',
          testTimeout,
          env: { TZ: zone },
        },
      })),
      {
        test: {
          name: 'host',
          include: ['test/unit/src-main/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/boundaries/**/*.test.ts'],
          environment: 'node',
          testTimeout,
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['test/unit/src-renderer/**/*.test.{ts,tsx}', 'test/migrations/**/*.test.ts'],
          environment: 'happy-dom',
          testTimeout,
        },
      },
    ],
  },
});
