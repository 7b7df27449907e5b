import pg from "pg"

/** Hears the channels of a database for as long as it can; whoever relies on it alone would miss something. */
export interface WakeUp {
  /** Whether it hears now; when not, it tries again by itself. */
  hears(): boolean
  stop(): Promise<void>
}

const TRY_AGAIN_MS = 2_000

/** @param wake called after every message, and once the connection stands (again): until then something may have been missed */
export function wakeUpOn(
  databaseUrl: string,
  channels: readonly string[],
  wake: (channel: string) => void,
): WakeUp {
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | undefined
  let stopped = false
  let connecting = connect()

  async function connect(): Promise<void> {
    again = undefined
    const next = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    next.on("notification", ({ channel }) => wake(channel))
    next.on("error", () => undefined)
    try {
      await next.connect()
      for (const channel of channels) await next.query(`listen ${next.escapeIdentifier(channel)}`)
    } catch {
      await next.end().catch(() => undefined)
      return connectLater()
    }
    client = next
    next.on("end", () => {
      client = null
      connectLater()
    })
    for (const channel of channels) wake(channel)
  }

  function connectLater(): void {
    if (stopped) return
    again ??= setTimeout(() => {
      connecting = connect()
    }, TRY_AGAIN_MS)
  }

  return {
    hears: () => client !== null,
    stop: async () => {
      stopped = true
      clearTimeout(again)
      await connecting
      await client?.end()
    },
  }
}
