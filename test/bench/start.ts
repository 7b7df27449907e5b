/**
 * `npm run bench:start`: how long `npm start` takes until everything answers, from the second start on, and how much
 * memory everything holds that it started.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { type RunningSystem, startSystem } from "../running-system.ts"
import { ask, bodyOf } from "./ask.ts"
import { operationsAbout } from "./operations.ts"
import { commandOf, familiesOf, type Memory, memoryOf } from "./processes.ts"

const RUNS = 5
/** How often each operation of the bench is asked before memory is read for the second time. */
const REQUESTS = 30
/** Milliseconds until what a start leaves behind has been given back. */
const SETTLE = 2_000

/** Memory by name of the process, in MB. */
type MemoryByName = Record<string, Memory>

interface Run {
  seconds: number
  /** As soon as everything is ready, and after it was used. */
  ready: MemoryByName
  used: MemoryByName
}

const npmStart: [string, ...string[]] = ["npm", "start", "--", "--json"]
const dataDirectory = mkdtempSync(join(tmpdir(), "plan43-bench-"))
try {
  console.log("First start, which builds what changed and imports the plan: not measured …")
  await (await startSystem({ command: npmStart, dataDirectory })).stop()
  const runs: Run[] = []
  for (let run = 1; run <= RUNS; run++) {
    runs.push(await measure())
    const { seconds, ready, used } = runs.at(-1) as Run
    console.log(
      `start ${run + 1}: ready after ${seconds.toFixed(1)} s, ${total(ready).pss.toFixed(0)} MB; ${total(used).pss.toFixed(0)} MB after use`,
    )
  }
  report(runs)
} finally {
  rmSync(dataDirectory, { recursive: true, force: true })
}

async function measure(): Promise<Run> {
  const began = performance.now()
  const system = await startSystem({ command: npmStart, dataDirectory })
  const seconds = (performance.now() - began) / 1_000
  try {
    await sleep(SETTLE)
    const ready = memoryByName(system)
    await use(system)
    return { seconds, ready, used: memoryByName(system) }
  } finally {
    await system.stop()
  }
}

async function use({ port }: RunningSystem): Promise<void> {
  const gateway = { name: "gateway", url: `http://127.0.0.1:${port}/graphql` }
  for (const operation of operationsAbout(["1"]))
    for (let n = 0; n < REQUESTS; n++) await ask(gateway, bodyOf(operation, n))
}

function memoryByName({ process: npm, processes }: RunningSystem): MemoryByName {
  const names = new Map(Object.entries(processes).map(([name, pid]) => [pid, name]))
  const memory: MemoryByName = {}
  for (const pid of familiesOf([npm.pid as number, ...Object.values(processes)])) {
    const command = commandOf(pid)
    const name = names.get(pid) ?? (command.startsWith("postgres") ? "postgres" : command.split(" ", 1)[0])
    const of = memoryOf(pid)
    if (name && of) memory[name] = sum([memory[name] ?? { pss: 0, rss: 0 }, of])
  }
  return memory
}

function sum(memories: readonly Memory[]): Memory {
  return memories.reduce((all, each) => ({ pss: all.pss + each.pss, rss: all.rss + each.rss }))
}

function total(memory: MemoryByName): Memory {
  return sum(Object.values(memory))
}

function report(runs: readonly Run[]): void {
  const spread = (values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b)
    const at = (index: number) => Number(sorted[index]?.toFixed(1))
    return { min: at(0), median: at(Math.floor(sorted.length / 2)), max: at(sorted.length - 1) }
  }
  const figures = {
    "ready after, s": spread(runs.map(({ seconds }) => seconds)),
    "PSS when ready, MB": spread(runs.map(({ ready }) => total(ready).pss)),
    "RSS when ready, MB": spread(runs.map(({ ready }) => total(ready).rss)),
    "PSS after use, MB": spread(runs.map(({ used }) => total(used).pss)),
    "RSS after use, MB": spread(runs.map(({ used }) => total(used).rss)),
  }
  const names = Object.keys(runs[0]?.ready ?? {})
  console.table(
    Object.fromEntries(
      names.map((name) => [
        name,
        {
          "PSS when ready, MB": spread(runs.map(({ ready }) => ready[name]?.pss ?? 0)).median,
          "PSS after use, MB": spread(runs.map(({ used }) => used[name]?.pss ?? 0)).median,
        },
      ]),
    ),
  )
  console.log(
    "Aim: ready within 6 s; 900 MB resident in all. PSS counts shared pages once, RSS in every process.",
  )
  console.table(figures)
  const results = fileURLToPath(new URL("../results/", import.meta.url))
  mkdirSync(results, { recursive: true })
  const file = join(results, "bench-start.json")
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), loadAverage: loadavg(), figures, runs }, null, 2)}\n`,
  )
  console.log(`As JSON: ${file}`)
}
