import { once } from "node:events"
import { createConnection } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import type { EmbeddedPostgres } from "@plan43/database/embedded"
import type { Terminal } from "../terminal/terminal.ts"

/** How often to look whether the server still listens, in milliseconds. */
const INTERVAL_MS = 500
/** Processes that a killed server leaves behind end a little after it. */
const WAITS_MS = [0, 500, 1_000, 2_000, 4_000, 8_000]

export interface KeepOptions {
  /** Starts the server again on its data and its port. */
  restart(): Promise<EmbeddedPostgres>
  terminal: Pick<Terminal, "say" | "warn">
  /** Waits before attempts to start it again, in milliseconds; when they are used up it is given up. */
  waits?: readonly number[]
  /** Called once when it could not be started again. */
  onGivenUp(error: Error): void
}

/**
 * Keeps an embedded server running: one that died is started again where it was, so that every connection string
 * stays right.
 * @returns what ends it, in order or at once
 */
export function keepRunning(
  first: EmbeddedPostgres,
  { restart, terminal, onGivenUp, waits = WAITS_MS }: KeepOptions,
): Pick<EmbeddedPostgres, "stop" | "kill"> {
  const stopped = new AbortController()
  const wait = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal: stopped.signal }).catch(() => undefined)
  let server = first

  async function revive(): Promise<void> {
    let failure: unknown
    for (const milliseconds of waits) {
      await wait(milliseconds)
      if (stopped.signal.aborted) return
      try {
        const restarted = await restart()
        // A killed server that has not quite ended is taken for a running one.
        if (!(await listens(restarted.port))) throw new Error("postgres does not listen after its restart")
        server = restarted
        terminal.say("postgres works again")
        return
      } catch (error) {
        failure = error
      }
    }
    throw failure
  }

  async function watch(): Promise<void> {
    for (;;) {
      await wait(INTERVAL_MS)
      if (stopped.signal.aborted) return
      if (await listens(server.port)) continue
      if (stopped.signal.aborted) return
      terminal.warn("postgres ended; it is started again")
      await revive()
    }
  }

  const watching = watch().catch(onGivenUp)
  return {
    async stop() {
      stopped.abort()
      await watching
      await server.stop()
    },
    kill() {
      stopped.abort()
      server.kill()
    },
  }
}

/** Whether anything listens there; a server too busy to answer does. */
async function listens(port: number): Promise<boolean> {
  const connection = createConnection(port, "127.0.0.1")
  try {
    await once(connection, "connect")
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ECONNREFUSED"
  } finally {
    connection.destroy()
  }
}
