import {
  NetworkStatus,
  type ObservableQuery,
  type OperationVariables,
  type TypedDocumentNode,
} from "@apollo/client"
import { useApolloClient, useQuery } from "@apollo/client/react"
import { useCallback, useRef, useState } from "react"
import type { Answer } from "../graph/ask-graph.ts"
import { type Failure, failureOf } from "../graph/failure.ts"
import { readLoadedAgain } from "../graph/read-loaded-again.ts"
import { useRetry } from "../graph/retry.ts"
import { unlessLeft } from "../graph/unless-left.ts"

/** The API's largest page. */
export const PAGE_SIZE = 100

/** What every list of the graph looks like. */
export interface Connection<Row> {
  edges: readonly { node: Row }[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
  totalCount: number
}

/** A list, read page by page. */
export interface RegisterAnswer<Data, Row> extends Answer<Data> {
  /** The rows that have arrived. */
  rows: Row[]
  /** How many there are in all; null until the graph has said. */
  total: number | null
  hasMore: boolean
  loadingMore: boolean
  /** Why the next page did not come. */
  moreFailure: Failure | null
  loadMore: () => Promise<void>
  /**
   * Loads page after page to the end.
   * @returns whether every row is there
   */
  loadAll: () => Promise<boolean>
}

/**
 * Asks for a list of the graph. While a new filter's answer is awaited, the rows of the former one stay.
 * @param document takes `$first` and `$after`
 * @param connectionOf where in the answer the list is
 */
export function useRegister<Data, Variables extends OperationVariables, Row>(
  document: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Omit<Variables, "first" | "after">>,
  connectionOf: (data: Data) => Connection<Row> | null | undefined,
): RegisterAnswer<Data, Row> {
  const result = useQuery<Data, OperationVariables>(document, {
    variables: { ...variables, first: PAGE_SIZE },
    errorPolicy: "all",
    notifyOnNetworkStatusChange: true,
  })
  const { fetchMore, observable, error, networkStatus } = result
  const data = (result.data ?? (error ? undefined : result.previousData)) as Data | undefined
  // What is only read again stands as it is until it is another
  const loading = result.loading && (data == null || networkStatus !== NetworkStatus.refetch)
  const connection = data == null ? null : connectionOf(data)
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null)
  const [loadingMore, setLoadingMore] = useState(false)
  const running = useRef<Promise<boolean> | null>(null)
  const failure = error ? failureOf(error) : null
  const client = useApolloClient()
  const readAgain = () => unlessLeft(readLoadedAgain(client, observable as ObservableQuery))
  const retry = useRetry(failure, readAgain)

  /** Where the list ends by now, however long ago the screen was drawn. */
  const standing = () => {
    const now = observable.getCurrentResult().data as Data | undefined
    return (now == null ? connection : connectionOf(now))?.pageInfo
  }

  const page = useCallback(
    async (after: string): Promise<{ hasNextPage: boolean; endCursor?: string | null } | null> => {
      const more = await fetchMore({ variables: { after } })
      if (more.error) throw more.error
      return more.data == null ? null : (connectionOf(more.data as Data)?.pageInfo ?? null)
    },
    [fetchMore, connectionOf],
  )

  const load = async (pages: "NEXT" | "ALL"): Promise<boolean> => {
    if (running.current !== null && !(await running.current)) return false
    let next = standing()
    if (!next?.hasNextPage) return next !== undefined
    setLoadingMore(true)
    setMoreFailure(null)
    running.current = (async () => {
      try {
        do next = next?.endCursor ? ((await page(next.endCursor)) ?? undefined) : undefined
        while (pages === "ALL" && next?.hasNextPage)
        return true
      } catch (cause) {
        setMoreFailure(failureOf(cause as Error))
        return false
      } finally {
        setLoadingMore(false)
        running.current = null
      }
    })()
    return running.current
  }

  return {
    data,
    loading,
    failure,
    retry,
    readAgain,
    rows: connection?.edges.map(({ node }) => node) ?? [],
    total: connection?.totalCount ?? null,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    loadingMore,
    moreFailure,
    loadMore: async () => {
      if (running.current === null) await load("NEXT")
    },
    loadAll: () => load("ALL"),
  }
}
