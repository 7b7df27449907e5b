import { existsSync } from "node:fs"
import { env } from "node:process"

/** Without windows: a fifth less work than the whole browser, and the same pages. */
export const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell"

/** The browser to test with, if there is one. */
export function installedChromium(): string | undefined {
  return [
    env.CHROMIUM,
    HEADLESS_SHELL,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path !== undefined && existsSync(path))
}
