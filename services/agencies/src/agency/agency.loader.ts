import { batched, connectionType, entityById, inOrder } from "@plan43/subgraph"
import { Agency } from "./agency.ts"

export const AgencyConnection = connectionType("Agency", () => Agency)

export const agencyById = entityById(Agency)

export const agencyByCode = batched(async (ctx, codes: readonly string[]) =>
  inOrder(
    codes,
    await ctx.em.find(Agency, { code: { $in: [...codes] }, withdrawnAt: null }),
    (agency) => agency.code,
  ),
)
