import { setTimeout as sleep } from "node:timers/promises"

/** How often to ask, in milliseconds. */
const INTERVAL_MS = 50

/** The gateway runs and yet the graph is not whole. */
export class NotReady extends Error {
  constructor(url: string, answer: string) {
    super(`${url} is not ready: ${answer}`)
    this.name = "NotReady"
  }
}

/**
 * Waits until the address answers 200.
 * @param url e.g. http://127.0.0.1:4000/ready
 * @param patience milliseconds
 * @throws NotReady with the last answer
 */
export async function waitUntilReady(url: string, patience: number, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience
  let answer = ""
  while (Date.now() < deadline) {
    signal.throwIfAborted()
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(patience) })
      answer = await response.text()
      if (response.ok) return
    } catch (error) {
      answer = error instanceof Error ? error.message : String(error)
    }
    await sleep(INTERVAL_MS)
  }
  throw new NotReady(url, answer)
}
