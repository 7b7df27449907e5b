import { batched, connectionType, entityById, grouped } from "@plan43/subgraph"
import { Indicator } from "./indicator.ts"

export const IndicatorConnection = connectionType("Indicator", () => Indicator)

export const indicatorById = entityById(Indicator)

/** The sub-rows of a heading, in printed order. */
export const childrenOfIndicator = batched(async (ctx, parentIds: readonly string[]) => {
  const children = await ctx.em.find(
    Indicator,
    { parentId: { $in: [...parentIds] }, withdrawnAt: null },
    { orderBy: { position: "ASC" } },
  )
  return grouped<string | null, Indicator>(parentIds, children, (child) => child.parentId)
})
