import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { ChainAnchor, VerifiedChain } from "@plan43/database/verify-chain"
import pg from "pg"
import { build } from "./build/build.ts"
import { claimUnlessRunning } from "./claim-unless-running.ts"
import { readLocalConfiguration } from "./configuration/local-configuration.ts"
import { isFirstStart, openDatabase } from "./database/local-database.ts"
import { plainTerminal } from "./terminal/terminal.ts"
import { anchorsIn, historyLine } from "./verify/history-line.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "")
const terminal = plainTerminal()

/**
 * `npm run verify:history [-- --json] [-- --anchor FILE]`: works out the chain of every history anew and names the first
 * entry that is not as it was. `--json` prints what was found, last links included, for programs and to be kept outside;
 * `--anchor` holds the histories against such a print. Where the system runs, its server is used and left running.
 * @returns 1 when an entry is not as it was
 */
async function verifyHistory(options: readonly string[]): Promise<number> {
  const { json, anchorFile } = readOptions(options)
  const anchors = anchorFile === null ? [] : anchorsIn(await readFile(anchorFile, "utf8"))
  const configuration = readLocalConfiguration([], process.env, root)
  const { databaseUrl, dataDirectory } = configuration
  if (databaseUrl === null && isFirstStart(dataDirectory))
    throw new Error("there is no database yet, and so no history: run `npm start` once")
  await build(root, { ...terminal, say: terminal.warn }, new AbortController().signal)

  await using ended = new AsyncDisposableStack()
  const kept = new AsyncDisposableStack()
  const claimed = await claimUnlessRunning(dataDirectory)
  if (claimed !== null) ended.defer(claimed)
  const { urls } = await openDatabase(configuration, {
    stack: claimed === null ? kept : ended,
    killers: [],
  })
  const found: VerifiedChain[] = []
  for (const [schema, url] of Object.entries(urls)) {
    const chain = schema === "import" ? null : await verifySchema(schema, url, anchors)
    if (chain !== null) found.push(chain)
  }
  if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
  else
    for (const chain of found) (chain.firstBroken === null ? terminal.say : terminal.warn)(historyLine(chain))
  return found.some(({ firstBroken }) => firstBroken !== null) ? 1 : 0
}

function readOptions(options: readonly string[]): { json: boolean; anchorFile: string | null } {
  const rest = options.filter((option) => option !== "--json")
  const [name, file, ...others] = rest
  if (rest.length > 0 && (name !== "--anchor" || file === undefined || others.length > 0))
    throw new Error(`${rest.join(" ")} is no option: there are --json and --anchor FILE`)
  return { json: rest.length < options.length, anchorFile: file ?? null }
}

/** null where the service has no history here. */
async function verifySchema(
  schema: string,
  url: string,
  anchors: readonly ChainAnchor[],
): Promise<VerifiedChain | null> {
  const { schemasWithHistory, verifyChain } = await import("@plan43/database/verify-chain")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query("begin isolation level repeatable read, read only")
    if (!(await schemasWithHistory(client)).includes(schema)) return null
    return await verifyChain(client, schema, anchors.find((anchor) => anchor.schema === schema) ?? null)
  } finally {
    await client.end()
  }
}

try {
  process.exitCode = await verifyHistory(process.argv.slice(2))
} catch (error) {
  terminal.warn(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
