import { fileURLToPath } from "node:url"
import { runOnDatabase } from "./database/run-on-database.ts"
import { planImportProgram } from "./system/programs.ts"
import { plainTerminal } from "./terminal/terminal.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "")
const terminal = plainTerminal()

/** `npm run import -- …`: the import of a plan, with its own options, on the local database. */
function importPlan(): Promise<number> {
  const file = process.argv.indexOf("--file")
  const options = process.argv.slice(2)
  const path = options[file - 1]
  if (file >= 0 && path !== undefined)
    options[file - 1] = fileURLToPath(new URL(path, `file://${process.cwd()}/`))
  return runOnDatabase({
    ...{ root, terminal, options },
    programOf: (urls) => planImportProgram(urls.import, { root, form: "built" }),
    why: "it imports the plan that comes with the project",
  })
}

try {
  process.exitCode = await importPlan()
} catch (error) {
  terminal.warn(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
