import type { OperationVariables, TypedDocumentNode } from "@apollo/client"
import { useApolloClient } from "@apollo/client/react"
import { useState } from "react"
import { type Failure, failureOf } from "./failure.ts"

/** A change of the graph and how far it has come. */
export interface Change<Data, Variables> {
  /** @returns the answer; null when there is none, `failure` says why */
  change: (variables: Variables) => Promise<Data | null>
  running: boolean
  failure: Failure | null
}

/**
 * Changes something in the graph.
 * @param outdated the root fields whose answers it makes untrue, e.g. "partners": they are asked anew
 */
export function useChange<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  outdated: readonly string[],
): Change<Data, Variables> {
  const client = useApolloClient()
  const [running, setRunning] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  async function change(variables: Variables): Promise<Data | null> {
    setRunning(true)
    setFailure(null)
    try {
      const { data } = await client.mutate<Data, OperationVariables>({
        mutation: document,
        variables,
        update(cache) {
          for (const fieldName of outdated) cache.evict({ fieldName })
        },
      })
      return data ?? null
    } catch (error) {
      setFailure(failureOf(error as Error))
      return null
    } finally {
      setRunning(false)
    }
  }
  return { change, running, failure }
}
