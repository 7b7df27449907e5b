import type { Server } from "node:http"

/**
 * Stops accepting connections and waits until the running requests are answered.
 * @param patience how long they may take, in milliseconds; then they are cut off
 */
export async function finishRequests(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const cutOff = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearTimeout(cutOff)
}
