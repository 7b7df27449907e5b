import { batched, type List, listBelow, OrderDirection, type PageRequest, parentId } from "@plan43/subgraph"
import { sql } from "kysely"
import { Commentary, CommentaryVersion } from "./commentary.ts"

/** All that was written to the parts of a round's report. */
export const commentaryOfRound = batched(
  async (ctx, roundIds: readonly string[]): Promise<Commentary[][]> => {
    const { rows } =
      await sql<object>`select * from commentary where round_id = any(${roundIds}::uuid[])`.execute(
        ctx.em.getKysely<unknown>(),
      )
    const found = rows.map((row) => ctx.em.map(Commentary, row as never) as Commentary)
    return roundIds.map((id) => found.filter(({ roundId }) => roundId === id))
  },
)

/** Its versions, the latest first. */
export const versionsOfCommentary = listBelow(
  async (_ctx, page: PageRequest): Promise<List<CommentaryVersion>> => ({
    entity: CommentaryVersion,
    from: sql`commentary_version v`,
    columns: sql`v.*`,
    conditions: [sql`v.commentary_id = ${parentId}`],
    ordering: {
      name: "NUMBER",
      direction: OrderDirection.DESC,
      keys: [{ expression: sql`v.number`, type: "integer" }],
    },
    page,
  }),
)
