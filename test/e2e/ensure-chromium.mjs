/**
 * Sees to it that the browser tests have a browser: Debian's chromium. Root on a machine with apt gets it
 * installed; anyone else is told how to.
 */

import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { env } from "node:process"

/** @returns {string | undefined} the browser to test with */
function chromium() {
  return [env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  )
}

const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")
if (chromium() === undefined && mayInstall) {
  console.log("installing chromium …")
  const quietly = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  }
  spawnSync("apt-get", ["update", "-q"], quietly)
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], quietly)
}
const found = chromium()
if (found === undefined) {
  console.error(
    "The browser tests need Chromium. On Debian or Ubuntu: sudo apt-get update && sudo apt-get install -y chromium.\n" +
      "Anywhere else, name a Chromium or Chrome: CHROMIUM=/path/to/chromium npm test",
  )
  process.exitCode = 1
} else console.log(`browser: ${found}`)
