import type { Identity, Requester } from "@plan43/authorization"

/** What a request brings along to where it is answered. */
export interface GraphRequestContext {
  /** Id of the client's request; goes to subgraphs, logs and errors. */
  requestId: string
  /** Who is asking. */
  requester: Requester
  /** Who it is now that showed the same proof: an answer that goes on for long looks again. */
  identityNow(): Promise<Identity | null>
  /** Aborted when nobody waits for the answer any more, or all of it was given. */
  gone(): AbortSignal
}
