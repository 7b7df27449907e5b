import { env } from "node:process"
import { defineConfig } from "@playwright/test"
import { installedChromium } from "./installed-chromium.ts"

/** Tests that others would notice: they stop parts of the system, end sessions, or record what everybody sees. */
const ALONE = ["credentials", "missing-part", "recording", "sign-in"].map((name) => `**/${name}.e2e.ts`)

/** Tests that record progress, documents, obstacles and the like: in a system of their own. */
const FOLLOWING = "**/following/*.e2e.ts"

/** Those of them that take longest: in another system, beside the others. */
const DOCUMENTS = ["asked-round", "documents", "report-round", "scorecards", "whole-round"].map(
  (name) => `**/following/${name}.e2e.ts`,
)

/** The console in a browser, against the whole system as `npm start` starts it. */
export default defineConfig({
  testDir: ".",
  globalSetup: "./start-system.ts",
  workers: 2,
  projects: [
    {
      name: "together",
      testMatch: "**/*.e2e.ts",
      testIgnore: [...ALONE, FOLLOWING],
      outputDir: "../results/browser-together",
      fullyParallel: true,
    },
    { name: "alone", testMatch: ALONE, outputDir: "../results/browser-alone", workers: 1 },
    {
      name: "following",
      testMatch: FOLLOWING,
      testIgnore: DOCUMENTS,
      outputDir: "../results/browser-following",
      workers: 1,
    },
    { name: "documents", testMatch: DOCUMENTS, outputDir: "../results/browser-documents", workers: 1 },
  ],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: env.E2E_URL,
    viewport: { width: 1280, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: installedChromium(),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
})
