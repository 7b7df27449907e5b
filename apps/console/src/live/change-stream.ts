import { print } from "graphql"
import { createClient } from "graphql-sse"
import { ChangeReach, type LiveChangesSubscription } from "../__generated__/graphql.ts"
import { graphql } from "../__generated__/index.ts"
import { askById } from "../graph/ask-by-id.ts"
import type { ChangedThing } from "./shows.ts"

const LiveChangesDocument = graphql(`
  subscription LiveChanges($after: String) {
    changed(after: $after) {
      position
      reach
      source
      kind
      subjectId
    }
  }
`)

/** What a window is told: what changed, that everything may have, or whether it is told at all. */
export type Told =
  | { what: "CHANGED"; thing: ChangedThing }
  | { what: "EVERYTHING" }
  | { what: "LISTENING" }
  | { what: "BROKEN" }

type Change = LiveChangesSubscription["changed"]

/** What windows say to each other: the one that listens to the graph, what it hears. */
type Said = { change: Change } | { state: "LISTENING" | "BROKEN" }

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000
/** The windows of one browser share one stream: a browser keeps only six connections to an address. */
const SHARED = "plan43-live"

/**
 * Hears what changes, from now until it is told to stop. After a break it catches up with what it missed.
 * @param person whose stream it is; windows of several people do not share one
 * @param tell called in every window
 */
export function listenToChanges(person: string, signal: AbortSignal, tell: (told: Told) => void): void {
  const channel = new BroadcastChannel(`${SHARED} ${person}`)
  signal.addEventListener("abort", () => channel.close())
  let position: string | null = null

  function take(said: Said): void {
    if ("state" in said) {
      tell({ what: said.state })
      return
    }
    const { change } = said
    position = change.position
    if (change.reach === ChangeReach.Everything) tell({ what: "EVERYTHING" })
    const { source, kind, subjectId } = change
    if (change.reach === ChangeReach.One && source != null && kind != null && subjectId != null)
      tell({ what: "CHANGED", thing: { source, kind, subjectId } })
  }
  channel.addEventListener("message", ({ data }: MessageEvent<Said>) => take(data))

  function say(said: Said): void {
    if (signal.aborted) return
    channel.postMessage(said)
    take(said)
  }

  async function listen(): Promise<void> {
    const client = createClient({
      url: "/graphql",
      credentials: "same-origin",
      fetchFn: askById,
      retryAttempts: 0,
    })
    signal.addEventListener("abort", () => client.dispose())
    const query = print(LiveChangesDocument)
    let wait = FIRST_WAIT_MS
    while (!signal.aborted) {
      try {
        const results = client.iterate<LiveChangesSubscription>({
          query,
          operationName: "LiveChanges",
          variables: { after: position },
        })
        for await (const { data } of results) {
          if (data == null) break
          say({ state: "LISTENING" })
          say({ change: data.changed })
          wait = FIRST_WAIT_MS
        }
      } catch {
        // It is begun again below
      }
      say({ state: "BROKEN" })
      await pause(wait, signal)
      wait = Math.min(LONGEST_WAIT_MS, wait * 2)
    }
  }

  // Where windows cannot agree who listens, each does
  if (!("locks" in navigator)) void listen()
  else
    void navigator.locks.request(`${SHARED} ${person}`, { signal }, listen).catch(() => {
      // Told to stop before it was this window's turn
    })
}

/** Waits, or until the network is back, or it is told to stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController()
  await new Promise<void>((resolve) => {
    const end = () => resolve()
    setTimeout(end, ms)
    window.addEventListener("online", end, { signal: over.signal })
    signal.addEventListener("abort", end, { signal: over.signal })
  })
  over.abort()
}
