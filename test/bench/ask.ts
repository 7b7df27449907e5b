import type { BenchOperation } from "./operations.ts"
import type { Peer } from "./peers.ts"

/** The body of a request. */
export function bodyOf({ query, variables }: BenchOperation, n: number): string {
  return JSON.stringify({ query, variables: variables(n) })
}

/** @throws Error when the answer has an error */
export async function ask<Data>(
  { name, url, headersOf }: Pick<Peer, "name" | "url" | "headersOf">,
  body: string,
): Promise<Data> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headersOf?.(body) },
    body,
  })
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] }
  if (errors?.length) throw new Error(`${name}: ${errors.map(({ message }) => message).join("; ")}`)
  return data
}

/** SQL statements that a subgraph has sent since it started. */
export async function statementsOf({ url }: Pick<Peer, "url">): Promise<number> {
  const response = await fetch(new URL("/metrics", url))
  return Number(/^sql_statements_total\S* (\d+)$/m.exec(await response.text())?.[1])
}
