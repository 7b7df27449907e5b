import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { startSystem } from "../running-system.ts"
import { ask, bodyOf } from "./ask.ts"
import { GATEWAY_CORE, OTHER_CORE, pin, whyNotPinned } from "./cores.ts"
import { type CpuProfile, costliest } from "./costliest.ts"
import { load } from "./load.ts"
import { operationsAbout } from "./operations.ts"
import { SUBGRAPHS } from "./peers.ts"
import { cpuSeconds, familiesOf } from "./processes.ts"

/** Milliseconds that each operation is asked for. */
const DURATION = 6_000

/**
 * Writes CPU profiles of the gateway and of every subgraph under the operations of the bench, and prints what costs
 * most in the gateway and in the subgraph that used most CPU time.
 * @param results folder for the profiles, to be opened in Chromium's developer tools
 */
export async function profileGateway(results: string, connections: number): Promise<void> {
  const folder = join(results, `profiles-${Date.now()}`)
  const system = await startSystem({ environment: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` } })
  const { processes } = system
  let begun = 0
  let busiest = ""
  try {
    if (whyNotPinned() === null) {
      pin(familiesOf([process.pid, ...Object.values(processes)]), OTHER_CORE)
      pin([processes.gateway as number], GATEWAY_CORE)
    }
    const gateway = { name: "gateway", url: `http://127.0.0.1:${system.port}/graphql` }
    const { indicators } = await ask<{ indicators: { edges: { node: { code: string } }[] } }>(
      gateway,
      JSON.stringify({ query: "{ indicators(first: 100) { edges { node { code } } } }" }),
    )
    const before = new Map(SUBGRAPHS.map((name) => [name, cpuSeconds(processes[name] as number)]))
    begun = Number(process.hrtime.bigint() / 1_000n)
    for (const operation of operationsAbout(indicators.edges.map(({ node }) => node.code))) {
      const bodies = Array.from({ length: 1_000 }, (_, n) => bodyOf(operation, n))
      const meter = () => cpuSeconds(processes.gateway as number)
      const { requests, metered } = await load({
        url: gateway.url,
        bodies,
        connections,
        warmUp: 0,
        duration: DURATION,
        meter,
      })
      console.log(`${operation.name}: ${requests} requests, the gateway busy ${metered.toFixed(1)} s`)
    }
    const used = SUBGRAPHS.map((name) => ({
      name,
      seconds: cpuSeconds(processes[name] as number) - (before.get(name) ?? 0),
    }))
    console.table(used)
    busiest = used.toSorted((a, b) => b.seconds - a.seconds)[0]?.name ?? ""
  } finally {
    await system.stop()
  }
  for (const name of ["gateway", busiest]) {
    const file = readdirSync(folder).find((each) => each.split(".")[3] === String(processes[name]))
    if (file === undefined) throw new Error(`${name} left no profile in ${folder}`)
    const profile: CpuProfile = JSON.parse(readFileSync(join(folder, file), "utf8"))
    const { functions, modules } = costliest(profile, begun)
    console.log(`\n${name}: where its CPU time went (${join(folder, file)})`)
    console.table(functions.slice(0, 12))
    console.table(modules.slice(0, 12))
  }
}
