import { fileURLToPath } from "node:url"
import { runOnDatabase } from "./database/run-on-database.ts"
import { simulationProgram } from "./system/programs.ts"
import { plainTerminal } from "./terminal/terminal.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "")
const terminal = plainTerminal()

/** `npm run simulate -- …`: a simulated year of work, with its own options, on the local database. */
try {
  process.exitCode = await runOnDatabase({
    ...{ root, terminal },
    programOf: (urls) => simulationProgram(urls, { root, form: "built" }),
    options: process.argv.slice(2),
    why: "it imports the plan that a year is simulated of",
  })
} catch (error) {
  terminal.warn(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
