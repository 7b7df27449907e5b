/**
 * `npm run bench:scale`: what the console's heaviest questions cost where there is one plan, and where there are so many
 * that they hold a million tasks and ten million observations. Both systems run side by side and are asked in turn.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { loadavg } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import type { Installation } from "./scale/installation.ts"
import { installationWith } from "./scale/installation.ts"
import { scaleOperations } from "./scale/scale-operations.ts"

/** Of a plan like the real one, 6,944 more make a million tasks; `--data` keeps them in a folder, for the next time. */
const { values: options } = parseArgs({
  options: {
    copies: { type: "string", default: "6944" },
    rounds: { type: "string", default: "60" },
    data: { type: "string" },
  },
})
const rounds = Number(options.rounds)
/** Requests that fill caches and are not counted. */
const WARM_UP = 10

const installations: Installation[] = []
try {
  for (const size of [{ copies: 0 }, { copies: Number(options.copies), dataDirectory: options.data }]) {
    const began = performance.now()
    const installation = await installationWith(size)
    installations.push(installation)
    console.log(
      `${installation.tasks} tasks and ${installation.observations} observations are there after ${Math.round((performance.now() - began) / 1000)} s`,
    )
  }
  report(await measured())
} finally {
  for (const { system } of installations) await system.stop()
}

interface Measured {
  name: string
  /** Milliseconds, median, with one plan and with many. */
  small: number
  large: number
}

async function measured(): Promise<Measured[]> {
  const [few, many] = installations as [Installation, Installation]
  const results: Measured[] = []
  for (const { name, query, variables } of scaleOperations) {
    const times: [number[], number[]] = [[], []]
    for (let round = -WARM_UP; round < rounds; round++)
      for (const [index, { coordinator }] of [few, many].entries()) {
        const began = performance.now()
        await coordinator.askWell(query, variables(round + WARM_UP))
        if (round >= 0) times[index as 0 | 1].push(performance.now() - began)
      }
    results.push({ name, small: median(times[0]), large: median(times[1]) })
  }
  return results
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(results: readonly Measured[]): void {
  const [few, many] = installations as [Installation, Installation]
  console.table(
    Object.fromEntries(
      results.map(({ name, small, large }) => [
        name,
        {
          [`${few.tasks} tasks, ms`]: Number(small.toFixed(1)),
          [`${many.tasks} tasks, ms`]: Number(large.toFixed(1)),
          ratio: Number((large / small).toFixed(2)),
        },
      ]),
    ),
  )
  console.log("Aim: no ratio above 1.5.")
  const folder = fileURLToPath(new URL("../results/", import.meta.url))
  mkdirSync(folder, { recursive: true })
  const file = join(folder, "bench-scale.json")
  const sizes = { few: few.tasks, many: many.tasks, observations: many.observations }
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), loadAverage: loadavg(), sizes, results }, null, 2)}\n`,
  )
  console.log(`As JSON: ${file}`)
}
