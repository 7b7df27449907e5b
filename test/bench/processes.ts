import { readdirSync, readFileSync } from "node:fs"

/** What a process holds, in MB. */
export interface Memory {
  /** Its own, and its share of what it shares with others. */
  pss: number
  /** All that is resident, shared or not: a sum over processes counts shared pages more than once. */
  rss: number
}

/** Ticks of the kernel's clock in a second (USER_HZ). */
const TICKS = 100

/** The fields of /proc/PID/stat from the third on; undefined when the process has ended. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1")
    return text.slice(text.lastIndexOf(")") + 2).split(" ")
  } catch {
    return undefined
  }
}

/**
 * Processes and everything that they started, directly or not. PostgreSQL has to be named: it leaves its family.
 */
export function familiesOf(roots: Iterable<number>): Set<number> {
  const children = new Map<number, number[]>()
  for (const name of readdirSync("/proc")) {
    const pid = Number(name)
    const parent = Number.isInteger(pid) && statOf(pid)?.[1]
    if (parent) children.set(Number(parent), [...(children.get(Number(parent)) ?? []), pid])
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)]
  return new Set([...roots].flatMap(below))
}

/** Seconds of CPU time that a process has used. */
export function cpuSeconds(pid: number): number {
  const stat = statOf(pid)
  return stat ? (Number(stat[11]) + Number(stat[12])) / TICKS : 0
}

/** @returns undefined when the process has ended */
export function memoryOf(pid: number): Memory | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "latin1")
    const megabytes = (key: string) =>
      Number(new RegExp(`^${key}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) / 1024
    return { pss: megabytes("Pss"), rss: megabytes("Rss") }
  } catch {
    return undefined
  }
}

/** The arguments a process was started with, e.g. "npm start". */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").trim()
  } catch {
    return ""
  }
}
