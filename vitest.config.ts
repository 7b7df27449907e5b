import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { LongestFirst } from "./test/longest-first.ts"

/** Source of every workspace is tested as it is: nothing has to be built before. */
export default defineConfig({
  resolve: {
    conditions: ["plan43-source"],
    // graphql must be one module for all: its libraries load this file, and Vite would prefer its other build
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }],
  },
  ssr: { resolve: { conditions: ["plan43-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "services/*/src/**/*.test.ts", "infra/*/src/**/*.test.ts"],
    setupFiles: ["reflect-metadata"],
    globalSetup: ["packages/database/src/testing-server.ts"],
    // Many files wait for processes and databases: one more than the cores of the smallest machine.
    maxWorkers: 3,
    // A worker reads the libraries once for all its files: a third less work. What a file changes in its process it changes back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    coverage: {
      // The rules: pure functions that decide what people are told.
      include: [
        "packages/agency-register/src/**",
        "packages/calendar/src/**",
        "packages/plan/src/**",
        "packages/published-rows/src/diff-table.ts",
        "packages/published-rows/src/stable-id.ts",
        "services/indicators/src/assessment/**",
        "services/indicators/src/path/**",
        "services/tasks/src/deadline/due-on.ts",
        "services/tasks/src/status/task-status.ts",
        "packages/indicator-assessment/src/**",
        "packages/official-tally/src/**",
      ],
      exclude: ["**/*.test.ts", "**/testing/**", "**/index.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: {
        branches: 95,
        "packages/agency-register/src/**": { branches: 95 },
        "packages/calendar/src/**": { branches: 95 },
        "packages/plan/src/**": { branches: 95 },
      },
    },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
