import { spawnSync } from "node:child_process"
import { availableParallelism } from "node:os"

/** Where the gateway under test runs, and where everything else does. */
export const GATEWAY_CORE = 0
export const OTHER_CORE = 1

/** Why processes cannot be kept on cores of their own here; null when they can. */
export function whyNotPinned(): string | null {
  if (availableParallelism() < 2) return "this machine has one core"
  if (spawnSync("taskset", ["--version"]).status !== 0) return "there is no taskset (util-linux)"
  return null
}

/** Keeps processes on one core, with all threads they have now; what they start inherits it. */
export function pin(pids: Iterable<number>, core: number): void {
  for (const pid of pids) {
    const { status, stderr } = spawnSync("taskset", ["-acp", String(core), String(pid)], { encoding: "utf8" })
    if (status !== 0) throw new Error(`process ${pid} could not be pinned: ${stderr.trim()}`)
  }
}
