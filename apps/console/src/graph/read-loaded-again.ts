import { type ApolloClient, CombinedGraphQLErrors, type ObservableQuery } from "@apollo/client"
import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from "graphql"

/** A list as far as it stands in an answer. */
interface LoadedList {
  edges: readonly unknown[]
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
}

/**
 * Asks again for what a screen shows. A list of which several pages were loaded is read again as far as it was loaded, and
 * shown only when all of it is there: nobody is thrown back to its first page.
 * @returns what there is now, and why it could not be had
 */
export async function readLoadedAgain(
  client: ApolloClient,
  query: ObservableQuery,
): Promise<{ data: unknown; error?: unknown }> {
  const { query: document, variables } = query
  const path = listPathOf(document)
  const loaded = () => (path === null ? 0 : (listAt(query.getCurrentResult().data, path)?.edges.length ?? 0))
  if (path === null || loaded() <= Number(variables.first ?? 0)) return query.refetch()

  const edges: unknown[] = []
  for (let after: string | null | undefined = null; ; ) {
    const page: { data?: unknown; error?: unknown } = await client.query({
      query: document,
      variables: { ...variables, after },
      fetchPolicy: "no-cache",
      errorPolicy: "all",
    })
    // Its screen shows what is wrong with an answer; without any it keeps what it has
    if (CombinedGraphQLErrors.is(page.error)) return query.refetch()
    if (page.error !== undefined) return { data: undefined, error: page.error }
    const list = listAt(page.data, path)
    if (list === null) return query.refetch()
    edges.push(...list.edges)
    after = list.pageInfo.endCursor
    if (list.pageInfo.hasNextPage && after && edges.length < loaded()) continue
    const data = withListAt(page.data, path, { ...list, edges })
    client.writeQuery({ query: document, variables, data })
    return { data }
  }
}

/** Where in its answers the list is that a document reads page by page, by `$after`; null where it reads none. */
export function listPathOf(document: DocumentNode): readonly string[] | null {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return operation === undefined ? null : pathWithin(operation.selectionSet)
}

function pathWithin({ selections }: SelectionSetNode): readonly string[] | null {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue
    const key = selection.kind === Kind.FIELD ? [(selection.alias ?? selection.name).value] : []
    if (selection.kind === Kind.FIELD && isReadByPage(selection)) return key
    const below = selection.selectionSet === undefined ? null : pathWithin(selection.selectionSet)
    if (below !== null) return [...key, ...below]
  }
  return null
}

function isReadByPage({ arguments: given = [] }: FieldNode): boolean {
  return given.some(
    ({ name, value }) =>
      name.value === "after" && value.kind === Kind.VARIABLE && value.name.value === "after",
  )
}

function listAt(data: unknown, path: readonly string[]): LoadedList | null {
  let value = data
  for (const key of path) value = (value as Record<string, unknown> | null | undefined)?.[key]
  return (value as LoadedList | null | undefined) ?? null
}

function withListAt(data: unknown, [key, ...below]: readonly string[], list: LoadedList): unknown {
  if (key === undefined) return list
  const within = data as Record<string, unknown>
  return { ...within, [key]: withListAt(within[key], below, list) }
}
