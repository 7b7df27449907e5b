import type { Requester } from "@plan43/authorization"

/** What a request brings along to where it is answered. */
export interface GraphRequestContext {
  /** Id of the client's request; goes to subgraphs, logs and errors. */
  requestId: string
  /** Who is asking. */
  requester: Requester
}
