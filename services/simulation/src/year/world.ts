import type { CalendarDate } from "@plan43/calendar"
import type { RunningSubgraph } from "@plan43/subgraph"
import type { Chance } from "../office/chance.ts"
import type { Office } from "../office/office.ts"
import type { Diary } from "./diary.ts"

/** What the simulated year happens in. */
export interface World {
  office: Office
  chance: Chance
  diary: Diary
  tasks: RunningSubgraph
  indicators: RunningSubgraph
  from: CalendarDate
  to: CalendarDate
  /** The day that it is. */
  today(): CalendarDate
}

/** Reads a list to its end. */
export async function readAll<Node>(
  page: (
    after: string | null,
  ) => Promise<{ edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }>,
): Promise<Node[]> {
  const nodes: Node[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await page(after)
    nodes.push(...edges.map(({ node }) => node))
    if (!pageInfo.hasNextPage) return nodes
    after = pageInfo.endCursor
  }
}
