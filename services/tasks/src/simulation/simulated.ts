import { batched } from "@plan43/subgraph"
import { sql } from "kysely"

/** Whether what is recorded of a plan was simulated; a year is simulated for all plans at once. */
export const isSimulated = batched(async (ctx, planIds: readonly string[]): Promise<boolean[]> => {
  const { rows } = await sql`select 1 from simulation`.execute(ctx.em.getKysely<unknown>())
  return planIds.map(() => rows.length > 0)
})
