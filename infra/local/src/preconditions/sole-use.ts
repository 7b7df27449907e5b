import { createHash } from "node:crypto"
import { once } from "node:events"
import { realpath, rm } from "node:fs/promises"
import { createConnection, createServer, type Server } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Another start uses the same data folder. */
export class AlreadyRunning extends Error {
  constructor(dataDirectory: string) {
    super(
      `another start already uses ${dataDirectory}: stop it first, or give this one its own with PLAN43_DATA_DIR and PORT`,
    )
    this.name = "AlreadyRunning"
  }
}

/**
 * Claims a data folder for this process as long as it lives: two starts on one database would end each other's
 * server. The claim is a socket, which the system closes with the process however it dies.
 * @param dataDirectory must exist
 * @returns gives the folder back
 * @throws AlreadyRunning
 */
export async function claimSoleUse(dataDirectory: string): Promise<() => Promise<void>> {
  const name = createHash("sha256")
    .update(await realpath(dataDirectory))
    .digest("hex")
    .slice(0, 24)
  const socket = join(tmpdir(), `plan43-${name}.sock`)
  const server = (await listen(socket)) ?? (await listenInsteadOfTheDead(socket))
  if (server === null) throw new AlreadyRunning(dataDirectory)
  server.unref()
  return async () => {
    server.close()
    await once(server, "close")
  }
}

async function listen(socket: string): Promise<Server | null> {
  const server = createServer((connection) => connection.destroy()).listen(socket)
  try {
    await once(server, "listening")
    return server
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") return null
    throw error
  }
}

async function listenInsteadOfTheDead(socket: string): Promise<Server | null> {
  if (await answers(socket)) return null
  await rm(socket, { force: true })
  return listen(socket)
}

async function answers(socket: string): Promise<boolean> {
  const connection = createConnection(socket)
  try {
    await once(connection, "connect")
    return true
  } catch {
    return false
  } finally {
    connection.destroy()
  }
}
