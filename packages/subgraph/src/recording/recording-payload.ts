import { Directive, Field, ObjectType } from "type-graphql"
import type { Outcome, Refusal } from "./outcome.ts"

/** Why nothing was recorded. */
@Directive("@shareable")
@ObjectType("UserError", { simpleResolvers: true, description: "Why nothing was recorded" })
export class UserError implements Refusal {
  @Field(() => String, { description: "Stable code, e.g. VERSION_STALE" })
  reason!: string

  @Field(() => String, { description: "The input at fault, e.g. countryCode" })
  field!: string

  @Field(() => String, { description: "In Vietnamese: names the input and what would be right" })
  message!: string
}

/** What every mutation answers, besides the row. */
@ObjectType()
export abstract class RecordingPayload {
  @Field(() => [UserError], { description: "Empty when it was recorded; otherwise nothing was changed" })
  userErrors!: readonly UserError[]
}

/**
 * What a mutation answers.
 * @param field the payload's field for the row
 */
export function payloadOf<Name extends string, T>(
  field: Name,
  outcome: Outcome<T>,
): Record<Name, T | null> & RecordingPayload {
  const [row, userErrors] = "recorded" in outcome ? [outcome.recorded, []] : [null, outcome.refusals]
  return { [field]: row, userErrors } as Record<Name, T | null> & RecordingPayload
}
