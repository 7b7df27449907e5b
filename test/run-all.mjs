/**
 * `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
 * Ends with one line that counts every check: "N passed, N failed".
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { stripVTControlCharacters } from "node:util"

const root = fileURLToPath(new URL("..", import.meta.url))
const results = `${root}test/results`
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

/**
 * @param {string[]} printed where its output is kept; it goes to the terminal at once when absent
 * @returns {Promise<boolean>} whether the command ended well
 */
async function run(command, args, { printed, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", printed ? "pipe" : "inherit", printed ? "pipe" : "inherit"],
    env: { ...process.env, ...env },
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => printed.push(String(chunk)))
  try {
    const [status] = await once(child, "close")
    return status === 0
  } catch (error) {
    console.error(error.message)
    return false
  }
}

/** A stage that is one check: it holds or it does not. */
function check(command, ...args) {
  return async (printed) =>
    (await run(command, args, { printed })) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** What a first start leaves; systems that are started later begin on copies of it (`running-system.ts`). */
const firstData = mkdtempSync(join(tmpdir(), "plan43-first-start-"))

async function firstStart(printed) {
  const outcome = await check("node", "test/first-start.ts", firstData)(printed)
  if (outcome.passed === 1) process.env.PLAN43_FIRST_START = firstData
  return outcome
}

/** What failed, and the first line of why: repeated at the end, where whoever reads the totals looks. */
const failures = []

function noteFailure(name, message = "") {
  const [reason = ""] = stripVTControlCharacters(message).split("\n")
  failures.push(`${name}\n    ${reason.slice(0, 300)}`)
}

function vitest(name, ...args) {
  return async (printed) => {
    const report = `${results}/${name}.json`
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
    const well = await run("vitest", ["run", ...args, ...reporters], { printed })
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const outcome = JSON.parse(readFileSync(report, "utf8"))
    const { numPassedTests: passed, numFailedTests: failed, testResults } = outcome
    for (const { name: file, message, assertionResults } of testResults) {
      const place = relative(root, file)
      // A file that could not even be set up has no failed test of its own
      if (message) noteFailure(place, message)
      for (const { fullName, status, failureMessages } of assertionResults)
        if (status === "failed") noteFailure(`${place} › ${fullName}`, failureMessages[0])
    }
    return { passed, failed: well ? failed : Math.max(failed, 1) }
  }
}

/** @param project of the browser tests; each starts the system for itself */
function browser(project) {
  return async (printed) => {
    const report = `${results}/browser-${project}.json`
    const config = ["--config", "test/e2e/playwright.config.ts", "--project", project]
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const well = await run("playwright", ["test", ...config, "--reporter=list,json"], { printed, env })
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { stats, suites } = JSON.parse(readFileSync(report, "utf8"))
    for (const { file, title, tests } of suites.flatMap(specsOf))
      for (const { status, results } of tests)
        if (status === "unexpected") noteFailure(`${file} › ${title}`, results.at(-1)?.error?.message)
    return {
      passed: stats.expected + stats.flaky,
      failed: well ? stats.unexpected : Math.max(stats.unexpected, 1),
    }
  }
}

/** All specs of a suite of the browser tests, its own suites' too. */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/**
 * The rules that decide what people are told, and the tests that hold them: only these are run with coverage, which slows
 * down all others for nothing.
 */
const RULES = [
  "packages/agency-register",
  "packages/calendar",
  "packages/indicator-assessment",
  "packages/official-tally",
  "packages/plan",
  "packages/published-rows",
  "services/indicators",
  "services/tasks/src/deadline",
  "services/tasks/src/status",
]

/** What has to be there before anything is tested. */
const built = [
  { name: "lint", run: check("biome", "check", "--error-on-warnings", ".") },
  { name: "build", run: check("turbo", "run", "build", "--output-logs=errors-only") },
  { name: "schema", run: check("node", "infra/schema/src/check.ts") },
]

const tested = [
  { name: "rules", run: vitest("rules", "--coverage", ...RULES) },
  {
    name: "unit-and-database",
    run: vitest("unit-and-database", ...RULES.map((folder) => `--exclude=${folder}/**`)),
  },
  { name: "console", run: vitest("console", "--root", "apps/console") },
]

const typed = [
  { name: "types", run: check("npm", "run", "--silent", "typecheck") },
  { name: "browser-ready", run: check("node", "test/e2e/ensure-chromium.mjs") },
  { name: "first-start", run: firstStart },
]

/**
 * Groups run one after another; of a group the lanes run side by side, each with its stages one after another: what waits
 * for processes and pages leaves time to others. No more than two lanes start systems, so that what is said about time
 * still holds.
 */
const groups = [
  [built],
  [tested, typed],
  [
    [{ name: "composition-and-federation", run: vitest("composition-and-federation", "--root", "test") }],
    [{ name: "browser-alone", run: browser("alone") }],
  ],
  [
    [
      { name: "browser", run: browser("together") },
      { name: "browser-documents", run: browser("documents") },
    ],
    [{ name: "browser-following", run: browser("following") }],
  ],
]

const only = process.argv.slice(2)
const total = { passed: 0, failed: 0 }
const table = []

/** Of the first lane what is printed goes to the terminal at once, of the others when a stage is through. */
async function carryOut(lane, place) {
  for (const { name, run } of lane) {
    if (only.length > 0 && !only.includes(name)) continue
    const printed = place === 0 ? undefined : []
    if (!printed) console.log(`\n── ${name} ──`)
    const began = Date.now()
    const { passed, failed } = await run(printed)
    if (printed) console.log(`\n── ${name} ──\n${printed.join("")}`)
    total.passed += passed
    total.failed += failed
    table.push({ stage: name, passed, failed, seconds: Math.round((Date.now() - began) / 1000) })
  }
}

for (const lanes of groups) await Promise.all(lanes.map(carryOut))
rmSync(firstData, { recursive: true, force: true })
console.log()
for (const failure of failures) console.log(`✘ ${failure}`)
console.table(table)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
