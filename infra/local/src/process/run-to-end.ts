import { spawn } from "node:child_process"
import { once } from "node:events"
import type { ProcessLog } from "./process-log.ts"
import { ProcessFailed, type Program } from "./supervised-process.ts"

/**
 * Runs a program that does one thing and ends.
 * @returns what it printed on standard output
 * @throws ProcessFailed with what it said last when it ends badly; an AbortError when `signal` ended it
 */
export async function runToEnd(
  { name, args, cwd, env }: Program,
  log: ProcessLog,
  signal: AbortSignal,
): Promise<string> {
  signal.throwIfAborted()
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] })
  const abort = () => child.kill("SIGTERM")
  signal.addEventListener("abort", abort, { once: true })
  let printed = ""
  log.follow(child.stdout, child.stderr)
  child.stdout.on("data", (chunk: string) => {
    printed += chunk
  })
  const [code, killedBy] = (await once(child, "close")) as [number | null, string | null]
  signal.removeEventListener("abort", abort)
  signal.throwIfAborted()
  if (code !== 0)
    throw new ProcessFailed(name, `failed: ${log.lastWords() ?? killedBy ?? `exit code ${code}`}`)
  return printed.trim()
}
