/** What `node --cpu-prof` writes, as far as it is read here. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  /** Ids of the nodes that were on top of the stack. */
  samples: number[]
  /** Microseconds between samples. */
  timeDeltas: number[]
  /** Microseconds of the monotonic clock. */
  startTime: number
}

/** Something that took CPU time, in per cent of all. */
export interface Cost {
  name: string
  percent: number
}

/** Not work. */
const WAITING = new Set(["(idle)", "(root)"])

/**
 * Which functions and which modules took most time themselves, without what they called.
 * @param from microseconds of the monotonic clock; what was before does not count
 */
export function costliest(profile: CpuProfile, from: number): { functions: Cost[]; modules: Cost[] } {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const byFunction = new Map<string, number>()
  const byModule = new Map<string, number>()
  let all = 0
  let at = profile.startTime
  for (const [index, id] of profile.samples.entries()) {
    const took = profile.timeDeltas[index] ?? 0
    at += took
    const frame = frames.get(id)
    if (!frame || at < from || WAITING.has(frame.functionName)) continue
    const module = moduleOf(frame.url)
    const name = `${frame.functionName || "(anonymous)"} ${placeOf(frame.url)}:${frame.lineNumber + 1}`
    byFunction.set(name, (byFunction.get(name) ?? 0) + took)
    byModule.set(module, (byModule.get(module) ?? 0) + took)
    all += took
  }
  const ranked = (times: Map<string, number>): Cost[] =>
    Array.from(times, ([name, time]) => ({ name, percent: Math.round((time * 1_000) / all) / 10 })).sort(
      (a, b) => b.percent - a.percent,
    )
  return { functions: ranked(byFunction), modules: ranked(byModule) }
}

/** The package a file is in; "node" for what has no file. */
function moduleOf(url: string): string {
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
  const own = /\/((?:packages|services|apps)\/[^/]+)\//.exec(url)?.[1]
  return installed ?? own ?? (url.startsWith("node:") || url === "" ? "node" : url)
}

/** The end of a file's path. */
function placeOf(url: string): string {
  return url.split("/").slice(-3).join("/")
}
