import { once } from "node:events"
import { createServer } from "node:net"

/** Linux gives outgoing connections ports from 32768 on: a port below stays free until somebody asks for it. */
const FIRST = 10_000
const LAST = 32_767

/** @returns the first of so many neighbouring ports that nobody uses */
export async function freeNeighbouringPorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const first = FIRST + Math.floor(Math.random() * (LAST - FIRST - count))
    const free = await Promise.all(Array.from({ length: count }, (_, offset) => isFree(first + offset)))
    if (free.every(Boolean)) return first
  }
  throw new Error(`no ${count} neighbouring free ports found`)
}

/** Whether nobody on this machine listens on the port. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "127.0.0.1")
  const free = await once(server, "listening").then(
    () => true,
    () => false,
  )
  if (free) {
    server.close()
    await once(server, "close")
  }
  return free
}
