import type { ApolloClient } from "@apollo/client"
import { type ChangedThing, shows } from "./shows.ts"

/** Changes come in bursts: what they touch is read once. In milliseconds. */
const TOGETHER_MS = 400

/** Reads again what a screen shows of what changed. */
export interface ChangedReader {
  changed(thing: ChangedThing): void
  everything(): void
  stop(): void
}

/** @param updated called when what a screen shows is another than before */
export function changedReader(client: ApolloClient, updated: () => void): ChangedReader {
  let things: ChangedThing[] = []
  let all = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const [changed, everything] = [things, all]
    things = []
    all = false
    timer = undefined
    const queries = [...client.getObservableQueries("active")].filter((query) => {
      const { data } = query.getCurrentResult()
      return everything || changed.some((thing) => shows(data, thing))
    })
    const differ = await Promise.all(
      queries.map(async (query) => {
        const before = JSON.stringify(query.getCurrentResult().data)
        const { data } = await query.refetch()
        // A count in the frame is no news of the screen
        return query.queryName !== "UnreadNotices" && JSON.stringify(data) !== before
      }),
    )
    if (differ.some(Boolean)) updated()
  }

  function readSoon(): void {
    // What cannot be read says so where it is shown
    timer ??= setTimeout(() => void read().catch(() => undefined), TOGETHER_MS)
  }

  return {
    changed(thing) {
      things.push(thing)
      readSoon()
    },
    everything() {
      all = true
      readSoon()
    },
    stop: () => clearTimeout(timer),
  }
}
