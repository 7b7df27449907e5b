import { ask, bodyOf } from "./ask.ts"
import { type Load, load } from "./load.ts"
import type { BenchOperation } from "./operations.ts"
import type { Peer } from "./peers.ts"
import { cpuSeconds } from "./processes.ts"

/** How an operation is asked again: the same each time, or with other variables. */
export type Repetition = "identical" | "varied"

/** What came of asking one peer, over all rounds. */
export interface PeerFigures {
  /** Medians of the rounds. */
  requestsPerSecond: number
  p50: number
  p99: number
  /** CPU time of the process that answers, in milliseconds a request: hardly moved by what else the machine does. */
  cpuPerRequest: number
  failures: number
  /** This system's gateway's requests a second in proportion to the peer's, median of the rounds; 1 for itself. */
  gatewayRatio: number
}

export interface CompareOptions {
  /** The first is this system's gateway. */
  peers: readonly Peer[]
  connections: number
  rounds: number
  /** Milliseconds that all of it may take. */
  budget: number
}

/** Share of the time with a peer in which it settles; a tenth more is for its last answers. */
const SETTLING = 0.3
const LAST_ANSWERS = 0.1

/** How many different requests an operation is asked in. */
const VARIATIONS = 1_500

/** How many of them must be answered alike by all before anything is measured. */
const CHECKED = 3

/** @throws Error when peers do not answer the same data */
export async function requireSameAnswers(operation: BenchOperation, peers: readonly Peer[]): Promise<void> {
  for (let n = 0; n < CHECKED; n++) {
    const answers = await Promise.all(peers.map((peer) => ask(peer, bodyOf(operation, n))))
    const texts = answers.map((answer) => JSON.stringify(answer))
    const other = texts.findIndex((text) => text !== texts[0])
    if (other > 0)
      throw new Error(`${operation.name}: ${peers[other]?.name} and ${peers[0]?.name} answer differently`)
  }
}

/** Asks all peers in turn, in several rounds, each beginning with another peer. */
export async function compare(
  operation: BenchOperation,
  repetition: Repetition,
  { peers, connections, rounds, budget }: CompareOptions,
): Promise<Map<Peer, PeerFigures>> {
  const turn = budget / rounds / peers.length
  const warmUp = turn * SETTLING
  const duration = turn * (1 - SETTLING - LAST_ANSWERS)
  const bodies = Array.from({ length: repetition === "identical" ? 1 : VARIATIONS }, (_, n) =>
    bodyOf(operation, n),
  )
  const measured = new Map<Peer, (Load & { cpuPerRequest: number })[]>(peers.map((peer) => [peer, []]))
  for (let round = 0; round < rounds; round++) {
    const first = round % peers.length
    for (const peer of [...peers.slice(first), ...peers.slice(0, first)]) {
      const meter = () => cpuSeconds(peer.pid)
      const figures = await load({
        url: peer.url,
        headersOf: peer.headersOf,
        bodies,
        connections,
        warmUp,
        duration,
        meter,
      })
      measured.get(peer)?.push({ ...figures, cpuPerRequest: (figures.metered * 1_000) / figures.requests })
    }
  }
  const ours = measured.get(peers[0] as Peer) ?? []
  return new Map(
    Array.from(measured, ([peer, loads]) => [
      peer,
      {
        requestsPerSecond: median(loads.map((each) => each.requestsPerSecond)),
        p50: median(loads.map((each) => each.p50)),
        p99: median(loads.map((each) => each.p99)),
        cpuPerRequest: median(loads.map((each) => each.cpuPerRequest)),
        failures: loads.reduce((sum, each) => sum + each.failures, 0),
        gatewayRatio: median(
          loads.map((each, round) => (ours[round]?.requestsPerSecond ?? 0) / each.requestsPerSecond),
        ),
      },
    ]),
  )
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
