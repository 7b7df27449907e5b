import { useApolloClient } from "@apollo/client/react"
import type { Failure } from "./failure.ts"
import { readLoadedAgain } from "./read-loaded-again.ts"

/**
 * Asks again for what did not come. Where no answer came at all, every question on the screen went the same way,
 * so all of them are asked again at once.
 */
export function useRetry(failure: Failure | null, refetch: () => Promise<unknown>): () => void {
  const client = useApolloClient()
  return () => {
    const again =
      failure?.kind === "UNREACHABLE"
        ? Promise.all(
            [...client.getObservableQueries("active")].map((query) => readLoadedAgain(client, query)),
          )
        : refetch()
    // A new failure is shown where the answer would be
    void Promise.resolve(again).catch(() => undefined)
  }
}
