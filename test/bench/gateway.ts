/**
 * `npm run bench:gateway`: the console's heaviest operations and a query of three hops, asked of this system's
 * gateway, of @apollo/gateway on the same supergraph and subgraphs, and, where one subgraph can answer alone, of that
 * subgraph. `--beside <folder>` also asks the gateway of another checkout that was built there, e.g. of an earlier commit:
 * so what a change costs is seen in one run. `--profile` profiles this system's gateway and its busiest subgraph instead.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg } from "node:os"
import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { type RunningSystem, startSystem } from "../running-system.ts"
import { ask, bodyOf, statementsOf } from "./ask.ts"
import { compare, type PeerFigures, type Repetition, requireSameAnswers } from "./compare.ts"
import { GATEWAY_CORE, OTHER_CORE, pin, whyNotPinned } from "./cores.ts"
import { type BenchOperation, operationsAbout } from "./operations.ts"
import { type Peer, SUBGRAPHS, startApolloGateway, subgraphPeer, subgraphThatAnswersAlone } from "./peers.ts"
import { familiesOf } from "./processes.ts"
import { profileGateway } from "./profile-gateway.ts"
import { BENCH_SECRET } from "./signed.ts"

const CONNECTIONS = 16
const ROUNDS = 3
/** What the gateway of another checkout is called. */
const BESIDE = "beside"
/** Milliseconds that the bench may take in all. */
const BUDGET = 285_000

interface OperationFigures {
  operation: string
  /** The subgraph that was asked directly, too. */
  alone: string | null
  /** SQL statements of all subgraphs for one request. */
  sqlStatements: number
  identical: Record<string, PeerFigures>
  varied: Record<string, PeerFigures>
}

const results = fileURLToPath(new URL("../results/", import.meta.url))
mkdirSync(results, { recursive: true })

const { values: options } = parseArgs({
  options: { profile: { type: "boolean", default: false }, beside: { type: "string" } },
})
if (options.profile) await profileGateway(results, CONNECTIONS)
else await bench()

async function bench(): Promise<void> {
  console.log("Starting the system with data of its own …")
  await using stack = new AsyncDisposableStack()
  const system = await startSystem({ environment: { GATEWAY_SECRET: BENCH_SECRET } })
  stack.defer(() => system.stop())
  const apollo = await startApolloGateway(system)
  stack.defer(() => apollo.stop())
  const gateway = gatewayPeer("gateway", system)
  const other = options.beside === undefined ? [] : [await startOther(options.beside)]
  for (const { stop } of other) stack.defer(stop)
  const beside = other.map(({ peer }) => peer)

  const notPinned = whyNotPinned()
  if (notPinned === null) {
    const processes = [system, ...other.map(({ system }) => system)].flatMap((each) =>
      Object.values(each.processes),
    )
    pin(familiesOf([process.pid, ...processes]), OTHER_CORE)
    pin([gateway.pid, apollo.pid, ...beside.map(({ pid }) => pid)], GATEWAY_CORE)
    console.log(`Gateways on core ${GATEWAY_CORE}, everything else on core ${OTHER_CORE}.`)
  } else console.log(`Nothing is pinned to a core: ${notPinned}. The ratios say less.`)

  const subgraphs = SUBGRAPHS.map((name) => subgraphPeer(system, name))
  const { indicators } = await ask<{ indicators: { edges: { node: { code: string } }[] } }>(
    gateway,
    JSON.stringify({ query: "{ indicators(first: 100) { edges { node { code } } } }" }),
  )
  const asked = operationsAbout(indicators.edges.map(({ node }) => node.code)).map((operation) => {
    const name = subgraphThatAnswersAlone(operation.query)
    const alone = subgraphs.find((subgraph) => subgraph.name === name)
    return { operation, alone, peers: [gateway, apollo, ...beside, ...(alone ? [alone] : [])] }
  })
  for (const { operation, peers } of asked) await requireSameAnswers(operation, peers)
  console.log("All peers answer the same data.")

  let turnsLeft = asked.reduce((turns, { peers }) => turns + peers.length, 0) * 2
  const figures: OperationFigures[] = []
  for (const { operation, alone, peers } of asked) {
    const measured = async (repetition: Repetition) => {
      const budget = ((BUDGET - performance.now()) * peers.length) / turnsLeft
      const options = { peers, connections: CONNECTIONS, rounds: ROUNDS, budget }
      const byPeer = await compare(operation, repetition, options)
      turnsLeft -= peers.length
      return Object.fromEntries(
        Array.from(byPeer, ([peer, of]) => [peer === alone ? "subgraph" : peer.name, of]),
      )
    }
    const of: OperationFigures = {
      operation: operation.name,
      alone: alone?.name ?? null,
      sqlStatements: await sqlStatements(operation, gateway, subgraphs),
      identical: await measured("identical"),
      varied: await measured("varied"),
    }
    figures.push(of)
    console.log(`\n${of.operation}: ${of.sqlStatements} SQL statements a request`)
    console.table(rowsOf(of))
  }

  const summary = {
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version },
    pinned: notPinned === null,
    loadAverage: loadavg(),
    connections: CONNECTIONS,
    rounds: ROUNDS,
    operations: figures,
  }
  const file = `${results}bench-gateway.json`
  writeFileSync(file, `${JSON.stringify(summary, null, 2)}\n`)
  console.log(`\nAim: gateway ≥ 2.5 × @apollo/gateway and ≥ 0.75 × the subgraph asked directly.`)
  console.table(figures.map(ratiosOf))
  console.log(`As JSON: ${file}`)
}

function gatewayPeer(name: string, { port, processes }: RunningSystem): Peer {
  return { name, url: `http://127.0.0.1:${port}/graphql`, pid: processes.gateway as number }
}

/** Starts the system of another checkout, on data of its own. */
async function startOther(folder: string) {
  const system = await startSystem({
    command: [process.execPath, resolve(folder, "infra/local/start.mjs"), "--json"],
    environment: { GATEWAY_SECRET: BENCH_SECRET },
  })
  return { system, peer: gatewayPeer(BESIDE, system), stop: () => system.stop() }
}

/** Statements of all subgraphs together for one request; nobody else may ask meanwhile. */
async function sqlStatements(
  operation: BenchOperation,
  gateway: Peer,
  subgraphs: readonly Peer[],
): Promise<number> {
  const sum = async () =>
    (await Promise.all(subgraphs.map(statementsOf))).reduce((total, each) => total + each, 0)
  const before = await sum()
  await ask(gateway, bodyOf(operation, 0))
  return (await sum()) - before
}

function rowsOf({ identical, varied }: OperationFigures): Record<string, string | number>[] {
  return Object.entries({ identical, varied }).flatMap(([requests, byPeer]) =>
    Object.entries(byPeer).map(([peer, of]) => ({
      requests,
      peer,
      "requests/s": Math.round(of.requestsPerSecond),
      "p50 ms": round(of.p50),
      "p99 ms": round(of.p99),
      "CPU ms/request": round(of.cpuPerRequest),
      "gateway ÷ peer": round(of.gatewayRatio),
      failures: of.failures,
    })),
  )
}

function ratiosOf({ operation, sqlStatements, identical, varied }: OperationFigures) {
  const ratio = (figures: PeerFigures | undefined) => (figures ? round(figures.gatewayRatio) : "–")
  const cpu = (figures: Record<string, PeerFigures>) =>
    round((figures["@apollo/gateway"]?.cpuPerRequest ?? 0) / (figures.gateway?.cpuPerRequest ?? 0))
  return {
    operation,
    SQL: sqlStatements,
    "÷ apollo, identical": ratio(identical["@apollo/gateway"]),
    "÷ apollo, varied": ratio(varied["@apollo/gateway"]),
    "CPU saved ×, varied": cpu(varied),
    "÷ subgraph, identical": ratio(identical.subgraph),
    "÷ subgraph, varied": ratio(varied.subgraph),
    ...(BESIDE in varied && {
      "÷ beside, identical": ratio(identical[BESIDE]),
      "÷ beside, varied": ratio(varied[BESIDE]),
    }),
  }
}

function round(value: number): number {
  return Number(value.toFixed(2))
}
