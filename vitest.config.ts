import { defineConfig } from "vitest/config"

/** Source of every workspace is tested as it is: nothing has to be built before. */
export default defineConfig({
  resolve: { conditions: ["plan43-source"] },
  ssr: { resolve: { conditions: ["plan43-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "services/*/src/**/*.test.ts", "infra/local/src/**/*.test.ts"],
    setupFiles: [],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
