import { readdirSync, readFileSync, readlinkSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { basename, join } from "node:path"
import type { RunningSystem } from "../running-system.ts"

/**
 * The process that does a part's work now; a restarted one has another id than the system told at its start.
 * @param name as in `RunningSystem.processes`, e.g. "tasks" or "postgres"
 * @returns undefined while there is none
 */
export async function processNow(system: RunningSystem, name: string): Promise<number | undefined> {
  if (name === "postgres") return postmaster(system)
  return childrenOf(system.processes.supervisor as number).find((pid) => folderOf(pid) === name)
}

async function postmaster({ dataDirectory }: RunningSystem): Promise<number | undefined> {
  try {
    const [pid] = (await readFile(join(dataDirectory, "cluster", "postmaster.pid"), "utf8")).split("\n")
    return Number(pid)
  } catch {
    return undefined
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
}

function parentOf(pid: number): number | undefined {
  try {
    // The name of the program stands in brackets and may hold anything; the parent is the second field behind it.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
    return Number(parent)
  } catch {
    return undefined
  }
}

function folderOf(pid: number): string | undefined {
  try {
    return basename(readlinkSync(`/proc/${pid}/cwd`))
  } catch {
    return undefined
  }
}
