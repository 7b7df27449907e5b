import type { EntityClass, FilterQuery } from "@mikro-orm/postgresql"
import type { RequestContext } from "../context/request-context.ts"
import { batched, inOrder } from "./batched.ts"
import { uuidOf } from "./uuid-of.ts"

/** Makes the loader of an entity by its identifier; null where there is none, also for what is no identifier. */
export function entityById<T extends { id: string }>(
  entity: EntityClass<T>,
): (ctx: RequestContext, id: string) => Promise<T | null> {
  return batched(async (ctx, ids: readonly string[]) => {
    const wanted = ids.filter((id) => uuidOf(id) !== null)
    const found =
      wanted.length === 0
        ? []
        : await ctx.em.find(entity, { id: { $in: wanted } } as unknown as FilterQuery<T>)
    return inOrder<string, T>(ids, found, (row) => row.id)
  })
}
