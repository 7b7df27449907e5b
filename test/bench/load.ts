import { setTimeout as sleep } from "node:timers/promises"
import { Pool } from "undici"

/** What came of asking one question over and over. */
export interface Load {
  requestsPerSecond: number
  /** Milliseconds that half of the requests took at most. */
  p50: number
  /** Milliseconds that 99 of 100 requests took at most. */
  p99: number
  /** Answered while it counted. */
  requests: number
  /** Among them, answers that had an error, or were none. */
  failures: number
  /** By how much the meter grew. */
  metered: number
}

export interface LoadOptions {
  /** A GraphQL endpoint. */
  url: string
  /** Bodies of requests. Every connection goes through all of them, each beginning elsewhere. */
  bodies: readonly string[]
  /** What a request has besides, made anew for every one. */
  headersOf?: ((body: string) => Record<string, string>) | undefined
  connections: number
  /** Milliseconds that do not count, for caches and compilers to settle. */
  warmUp: number
  /** Milliseconds that count. */
  duration: number
  /** Read when what counts begins, and when it ends: something that grows, e.g. CPU time. */
  meter(): number
}

/** Asks from so many connections at a time, each its next question as soon as the last is answered. */
export async function load(options: LoadOptions): Promise<Load> {
  const { url, bodies, headersOf, connections, warmUp, duration, meter } = options
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })
  const begin = performance.now() + warmUp
  const end = begin + duration
  const times: number[] = []
  let failures = 0

  async function connection(number: number): Promise<void> {
    let next = Math.floor((number * bodies.length) / connections)
    for (;;) {
      const asked = performance.now()
      if (asked >= end) return
      const question = bodies[next++ % bodies.length] as string
      const { body, statusCode } = await pool.request({
        path: pathname,
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          ...headersOf?.(question),
        },
        body: question,
      })
      const text = await body.text()
      const answered = performance.now()
      if (answered < begin || answered > end) continue
      times.push(answered - asked)
      if (statusCode !== 200 || text.startsWith('{"errors"') || text.includes('"errors":[')) failures++
    }
  }

  const [before, after] = await Promise.all([
    sleep(warmUp).then(meter),
    sleep(warmUp + duration).then(meter),
    ...Array.from({ length: connections }, (_, number) => connection(number)),
  ])
  await pool.close()
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return {
    requestsPerSecond: (times.length * 1000) / duration,
    p50: at(0.5),
    p99: at(0.99),
    requests: times.length,
    failures,
    metered: after - before,
  }
}
