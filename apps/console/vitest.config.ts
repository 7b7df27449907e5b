import { lingui } from "@lingui/vite-plugin"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vitest/config"

export default defineConfig({
  plugins: [react(), lingui({ macroTransform: true, cwd: import.meta.dirname })],
  // A worker reads libraries once for all its files
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], isolate: false },
})
