import type { OperationVariables, TypedDocumentNode } from "@apollo/client"
import { useQuery } from "@apollo/client/react"
import { type Failure, failureOf } from "./failure.ts"
import { useRetry } from "./retry.ts"
import { unlessLeft } from "./unless-left.ts"

/** An operation and how far its answer has come. */
export interface Answer<Data> {
  /** What has arrived, possibly in part; undefined before anything has. */
  data: Data | undefined
  loading: boolean
  failure: Failure | null
  /** Asks the same again. */
  retry: () => void
  /** Asks the same again, for what may have changed; given up where the screen is left meanwhile. */
  readAgain: () => Promise<void>
}

/** Asks the graph, keeping what is there when a part is missing. */
export function useGraph<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
): Answer<Data> {
  const { data, error, loading, refetch } = useQuery<Data, OperationVariables>(document, {
    variables,
    errorPolicy: "all",
    fetchPolicy: "cache-and-network",
    nextFetchPolicy: "cache-first",
    notifyOnNetworkStatusChange: true,
  })
  const failure = error ? failureOf(error) : null
  const retry = useRetry(failure, refetch)
  return {
    data: data as Data | undefined,
    loading,
    failure,
    retry,
    readAgain: () => unlessLeft(refetch()),
  }
}
