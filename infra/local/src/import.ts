import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { build } from "./build/build.ts"
import { claimUnlessRunning } from "./claim-unless-running.ts"
import { readLocalConfiguration } from "./configuration/local-configuration.ts"
import { isFirstStart, openDatabase } from "./database/local-database.ts"
import { planImportProgram } from "./system/programs.ts"
import { plainTerminal } from "./terminal/terminal.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "")
const terminal = plainTerminal()

/**
 * `npm run import -- …`: the import of a plan, with its own options, on the local database. Where the system runs, its
 * server is used and left running; otherwise one is started and stopped again.
 */
async function importPlan(): Promise<number> {
  const configuration = readLocalConfiguration([], process.env, root)
  const { databaseUrl, dataDirectory } = configuration
  if (databaseUrl === null && isFirstStart(dataDirectory))
    throw new Error(
      "there is no database yet: run `npm start` once, it imports the plan that comes with the project",
    )
  await build(root, terminal, new AbortController().signal)

  await using ended = new AsyncDisposableStack()
  const kept = new AsyncDisposableStack()
  const claimed = await claimUnlessRunning(dataDirectory)
  if (claimed !== null) ended.defer(claimed)
  const database = await openDatabase(configuration, { stack: claimed === null ? kept : ended, killers: [] })
  const { args, cwd, env } = planImportProgram(database.urls.import, { root, form: "built" })
  const file = process.argv.indexOf("--file")
  const options = process.argv.slice(2)
  const path = options[file - 1]
  if (file >= 0 && path !== undefined)
    options[file - 1] = fileURLToPath(new URL(path, `file://${process.cwd()}/`))
  const child = spawn(process.execPath, [...args, ...options], { cwd, env, stdio: "inherit" })
  const [code] = await once(child, "exit")
  return Number(code ?? 1)
}

try {
  process.exitCode = await importPlan()
} catch (error) {
  terminal.warn(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
