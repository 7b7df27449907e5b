import { Directive, Field, Int, ObjectType } from "type-graphql"

/** Where in the published text a thing stands, so that every figure can be checked against its line. */
@Directive("@shareable")
@ObjectType("SourceReference", {
  simpleResolvers: true,
  description: "Where in the published text a thing stands",
})
export class SourceReference {
  @Field(() => String, { description: "Number of the document, e.g. 43/KH-UBND" })
  document!: string

  @Field(() => String, { nullable: true, description: "II or III, for measures and obligations" })
  part!: string | null

  @Field(() => String, { nullable: true, description: "I or II, for indicators and tasks" })
  annex!: string | null

  @Field(() => String, { description: "Code of the row, or number of the paragraph" })
  row!: string

  @Field(() => Int, { description: "First line in the published text, counted from 1" })
  line!: number

  @Field(() => Int, { description: "Last line in the published text" })
  lastLine!: number
}
