import { RequiresScopes } from "@plan43/subgraph"
import { Field, Int, ObjectType } from "type-graphql"
import type { SynthesisContent } from "../synthesis/synthesis-content.ts"
import { Recipient } from "./recipient.ts"
import { type FilledForm, type FormRow, outsideInWords } from "./recipient-forms.ts"

@RequiresScopes("reports:read")
@ObjectType({ simpleResolvers: true, description: "A row of a recipient's form" })
export class RecipientFormRow implements FormRow {
  @Field(() => String)
  name!: string

  @Field(() => Int)
  assigned!: number

  @Field(() => [Int], { description: "In the order of the columns" })
  counts!: readonly number[]

  @Field(() => Int, { description: "What stands in no column" })
  outside!: number
}

@RequiresScopes("reports:read")
@ObjectType({
  simpleResolvers: true,
  description: "What a round adds up to in the form of a recipient, from the same frozen data",
})
export class RecipientForm {
  content!: SynthesisContent

  filled!: FilledForm

  @Field(() => Recipient)
  recipient!: Recipient

  @Field(() => String)
  title!: string

  @Field(() => String, { description: "What its columns rest on" })
  source!: string

  @Field(() => [String])
  columns!: string[]

  @Field(() => String, { description: "What stands in no column, in words" })
  outside!: string

  @Field(() => [RecipientFormRow], { description: "They add up to the last, the City's" })
  rows!: readonly RecipientFormRow[]
}

/** A filled form as the graph tells it. */
export function recipientFormOf(filled: FilledForm, content: SynthesisContent): RecipientForm {
  const { rule, rows } = filled
  return Object.assign(new RecipientForm(), {
    content,
    filled,
    recipient: rule.recipient,
    title: rule.title,
    source: rule.source,
    columns: rule.columns.map(({ heading }) => heading),
    outside: outsideInWords(rule),
    rows,
  })
}
