/**
 * Sees to it that the browser tests have a browser: Debian's chromium. Root on a machine with apt gets it
 * installed, without windows where Debian has it so; anyone else is told how to.
 */

import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { env } from "node:process"
import { HEADLESS_SHELL, installedChromium } from "./installed-chromium.ts"

const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")
if (env.CHROMIUM === undefined && !existsSync(HEADLESS_SHELL) && mayInstall) {
  console.log("installing chromium …")
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    })
  const install = ["install", "-y", "-q", "--no-install-recommends"]
  apt("update", "-q")
  if (apt(...install, "chromium-headless-shell").status !== 0 && installedChromium() === undefined)
    apt(...install, "chromium")
}
const found = installedChromium()
if (found === undefined) {
  console.error(
    "The browser tests need Chromium. On Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y chromium.\n" +
      "Anywhere else, name a Chromium or Chrome: CHROMIUM=/path/to/chromium npm test",
  )
  process.exitCode = 1
} else console.log(`browser: ${found}`)
