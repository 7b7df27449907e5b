import type { EntityClass } from "@mikro-orm/postgresql"
import {
  ChangeInput,
  type Outcome,
  type RecordingContext,
  type RecordingRequest,
  Refused,
  type StandingRow,
} from "@plan43/subgraph"
import { Field, InputType } from "type-graphql"
import { changeFact, type FactColumns, type FactTable } from "./record-fact.ts"

@InputType({ description: "true shows it to the public, false hides it again" })
export class SetFactPublishedInput extends ChangeInput {
  @Field(() => Boolean)
  published!: boolean
}

/** A fact that the public sees or does not. */
interface Publishable {
  id: string
  publishedAt: Date | null
}

/**
 * Shows a fact to the public, or hides it again.
 * @returns the row, or refusals: those of `changeFact`, NOTHING_TO_CHANGE
 */
export function setFactPublished<T extends Publishable>(
  ctx: RecordingContext,
  request: RecordingRequest & StandingRow & { published: boolean },
  { entity, table }: { entity: EntityClass<T>; table: FactTable },
): Promise<Outcome<T>> {
  const { id, version, published } = request
  return changeFact(ctx, request, {
    entity,
    table,
    action: published ? "published" : "unpublished",
    content: { id, version, published },
    standing: { id, version },
    columns: async (_em, row): Promise<FactColumns> => {
      if ((row.publishedAt !== null) === published) throw new Refused([nothingToChange(published)])
      return published ? {} : { published_at: null }
    },
    stamped: published ? ["published_at"] : [],
  })
}

function nothingToChange(published: boolean) {
  return {
    reason: "NOTHING_TO_CHANGE",
    field: "published",
    message: published ? "Mục này đã được công khai" : "Mục này chưa được công khai",
  }
}
