import { type ApolloClient, CombinedGraphQLErrors, type ObservableQuery } from "@apollo/client"
import { readLoadedAgain } from "../graph/read-loaded-again.ts"
import { type ChangedThing, shows } from "./shows.ts"

/** Changes come in bursts: what they touch is read once. In milliseconds. */
const TOGETHER_MS = 400
/** How long until what could not be read is read again; the network being back comes before. */
const AGAIN_MS = 5_000

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
  /** What could not be read; it shows nothing by which it would be known again. */
  const unread = new Set<ObservableQuery>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    timer = undefined
    const [changed, everything] = [things, all]
    things = []
    all = false
    const queries = [...client.getObservableQueries("active")].filter((query) => {
      const { data } = query.getCurrentResult()
      return everything || unread.has(query) || changed.some((thing) => shows(data, thing))
    })
    unread.clear()
    const read = await Promise.all(queries.map((query) => readAgain(client, query)))
    if (read.includes("DIFFERENT")) updated()
    if (!read.includes("UNREACHABLE")) return
    queries.forEach((query, index) => {
      if (read[index] === "UNREACHABLE") unread.add(query)
    })
    readIn(AGAIN_MS)
  }

  function readIn(ms: number): void {
    timer ??= setTimeout(() => void read(), ms)
  }

  function readNow(): void {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    readIn(TOGETHER_MS)
  }

  window.addEventListener("online", readNow)
  return {
    changed(thing) {
      things.push(thing)
      readIn(TOGETHER_MS)
    },
    everything() {
      all = true
      readIn(TOGETHER_MS)
    },
    stop() {
      window.removeEventListener("online", readNow)
      clearTimeout(timer)
    },
  }
}

/** Whether an answer is another one now, or none could be had. An answer with errors is one: its screen shows them. */
async function readAgain(
  client: ApolloClient,
  query: ObservableQuery,
): Promise<"SAME" | "DIFFERENT" | "UNREACHABLE"> {
  const before = JSON.stringify(query.getCurrentResult().data)
  try {
    const { data, error } = await readLoadedAgain(client, query)
    if (error !== undefined && !CombinedGraphQLErrors.is(error)) return "UNREACHABLE"
    // A count in the frame is no news of the screen
    return query.queryName === "UnreadNotices" || JSON.stringify(data) === before ? "SAME" : "DIFFERENT"
  } catch (error) {
    return CombinedGraphQLErrors.is(error) ? "SAME" : "UNREACHABLE"
  }
}
