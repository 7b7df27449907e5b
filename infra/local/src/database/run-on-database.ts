import { spawn } from "node:child_process"
import { once } from "node:events"
import type { DatabaseUrls } from "@plan43/database/provision"
import { build } from "../build/build.ts"
import { claimUnlessRunning } from "../claim-unless-running.ts"
import { readLocalConfiguration } from "../configuration/local-configuration.ts"
import type { Program } from "../process/supervised-process.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { isFirstStart, openDatabase } from "./local-database.ts"

/** A program that does something with the local database and ends. */
export interface DatabaseProgram {
  /** The repository's folder, absolute. */
  root: string
  terminal: Terminal
  programOf(urls: DatabaseUrls): Program
  /** What it is told on its command line. */
  options: readonly string[]
  /** Why there must be a database already, for the error where there is none. */
  why: string
}

/**
 * Runs a program to its end on the local database. Where the system runs, its server is used and left running; otherwise
 * one is started and stopped again.
 * @returns the program's exit code
 * @throws Error with one clear line
 */
export async function runOnDatabase({
  root,
  terminal,
  programOf,
  options,
  why,
}: DatabaseProgram): Promise<number> {
  const configuration = readLocalConfiguration([], process.env, root)
  const { databaseUrl, dataDirectory } = configuration
  if (databaseUrl === null && isFirstStart(dataDirectory))
    throw new Error(`there is no database yet: run \`npm start\` once, ${why}`)
  await build(root, terminal, new AbortController().signal)

  await using ended = new AsyncDisposableStack()
  const kept = new AsyncDisposableStack()
  const claimed = await claimUnlessRunning(dataDirectory)
  if (claimed !== null) ended.defer(claimed)
  const { urls } = await openDatabase(configuration, { stack: claimed === null ? kept : ended, killers: [] })
  const { args, cwd, env } = programOf(urls)
  const child = spawn(process.execPath, [...args, ...options], { cwd, env, stdio: "inherit" })
  const [code] = await once(child, "exit")
  return Number(code ?? 1)
}
