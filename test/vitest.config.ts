import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { LongestFirst } from "./longest-first.ts"

/** What crosses packages: composition, and the running system asked through its gateway. */
export default defineConfig({
  resolve: {
    conditions: ["plan43-source"],
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve("graphql")) }],
  },
  ssr: { resolve: { conditions: ["plan43-source"] } },
  test: {
    include: [
      "access/**/*.test.ts",
      "composition/**/*.test.ts",
      "federation/**/*.test.ts",
      "api-guide/**/*.test.ts",
      "hostile/**/*.test.ts",
      "faults/**/*.test.ts",
    ],
    setupFiles: ["reflect-metadata"],
    globalSetup: ["../packages/database/src/testing-server.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each file that asks a running system starts one of its own; some wait for a minute to pass.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
  },
})
