/**
 * The first step of `npm start`, `npm run dev` and `npm run import`: plain JavaScript that an old Node can read, so that it can say what
 * is missing. The supervisor behind it is TypeScript, which Node 24 reads as it is.
 */
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

const OLDEST_NODE = 24

/** @param {"start" | "dev" | "import" | "simulate" | "verify-history"} program the supervisor's file */
export async function launch(program) {
  const major = Number(process.versions.node.split(".")[0])
  const installed = fileURLToPath(new URL("../../node_modules/.bin/turbo", import.meta.url))
  const problem =
    major < OLDEST_NODE
      ? `Node ${process.versions.node} is too old: run \`npm ci\`, which brings Node ${OLDEST_NODE}, then \`npm run ${program}\`, which uses it`
      : existsSync(installed)
        ? null
        : "nothing is installed yet: run `npm ci` first"
  if (problem === null) {
    await import(`./src/${program}.ts`)
    return
  }
  console.error(problem)
  process.exitCode = 1
}
