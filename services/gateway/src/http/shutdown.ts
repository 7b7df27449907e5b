import type { Server } from "node:http"

/** How often connections that have become idle are looked for, in milliseconds. */
const SWEEP_MS = 50

/**
 * Stops accepting connections and waits until the running requests are answered.
 * @param patience how long they may take, in milliseconds; then they are cut off
 */
export async function finishRequests(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection whose request was running just now is kept alive afterwards, unless somebody closes it.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cutOff = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(cutOff)
}
