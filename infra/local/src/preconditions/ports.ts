import { once } from "node:events"
import { createServer } from "node:net"

/** What will listen where, e.g. { host: "127.0.0.1", port: 4000, user: "gateway" }. */
export interface PortClaim {
  host: string
  port: number
  user: string
}

/** A port that is needed is taken, or may not be listened on. */
export class PortUnavailable extends Error {
  constructor({ port, user }: PortClaim, firstPort: number, code: string | undefined) {
    const why =
      code === "EADDRINUSE"
        ? "is in use"
        : code === "EACCES"
          ? "may not be used by this user"
          : `fails (${code})`
    super(
      `port ${port} (${user}) ${why}: stop what uses it, or choose another first port, e.g. PORT=${firstPort + 1000}`,
    )
    this.name = "PortUnavailable"
  }
}

/**
 * Makes sure that every port can be listened on.
 * @param claims the first is the one that PORT names
 * @throws PortUnavailable naming the first port that cannot
 */
export async function requireFreePorts(claims: readonly PortClaim[]): Promise<void> {
  for (const claim of claims) {
    const server = createServer().listen({ port: claim.port, host: claim.host, exclusive: true })
    try {
      await once(server, "listening")
    } catch (error) {
      throw new PortUnavailable(claim, claims[0]?.port ?? claim.port, (error as NodeJS.ErrnoException).code)
    }
    server.close()
    await once(server, "close")
  }
}
