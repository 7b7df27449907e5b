/**
 * `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
 * Ends with one line that counts every check: "N passed, N failed".
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const results = `${root}test/results`
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

/** @returns {boolean} whether the command ended well */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  })
  if (error) console.error(error.message)
  return status === 0
}

/** A stage that is one check: it holds or it does not. */
function check(command, ...args) {
  return () => (run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
}

function vitest(name, ...args) {
  return () => {
    const report = `${results}/${name}.json`
    const well = run("vitest", [
      "run",
      ...args,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ])
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, "utf8"))
    return { passed, failed: well ? failed : Math.max(failed, 1) }
  }
}

/** @param project of the browser tests; each starts the system for itself */
function browser(project) {
  return () => {
    const report = `${results}/browser-${project}.json`
    const config = ["--config", "test/e2e/playwright.config.ts", "--project", project]
    const well = run("playwright", ["test", ...config, "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    })
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { stats } = JSON.parse(readFileSync(report, "utf8"))
    return {
      passed: stats.expected + stats.flaky,
      failed: well ? stats.unexpected : Math.max(stats.unexpected, 1),
    }
  }
}

const stages = [
  { name: "lint", run: check("biome", "check", "--error-on-warnings", ".") },
  { name: "build", run: check("turbo", "run", "build", "--output-logs=errors-only") },
  { name: "types", run: check("tsc", "-p", "tsconfig.json") },
  { name: "unit-and-database", run: vitest("unit-and-database", "--coverage") },
  { name: "console", run: vitest("console", "--root", "apps/console") },
  { name: "composition-and-federation", run: vitest("composition-and-federation", "--root", "test") },
  { name: "browser-ready", run: check("node", "test/e2e/ensure-chromium.mjs") },
  { name: "browser", run: browser("together") },
  { name: "browser-alone", run: browser("alone") },
]

const only = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
const table = []
for (const stage of stages) {
  if (only.length > 0 && !only.includes(stage.name)) continue
  console.log(`\n── ${stage.name} ──`)
  const began = Date.now()
  const { passed, failed } = stage.run()
  total.passed += passed
  total.failed += failed
  table.push({ stage: stage.name, passed, failed, seconds: Math.round((Date.now() - began) / 1000) })
}
console.log()
console.table(table)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
