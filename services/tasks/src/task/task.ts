import { Embedded, Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { Deadline } from "../deadline/deadline.ts"

/** A row of Annex II: what is to be done, by whom, with what result, until when. */
@Entity({ tableName: "task" })
@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: "A task: a row of Annex II" })
export class Task {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  planId!: string

  @Property({ type: "uuid" })
  sectionId!: string

  @Field(() => String, { description: "The printed number, with b, c … for further rows under it: 85, 85b" })
  @Property({ type: "text" })
  code!: string

  @Field(() => String, { nullable: true, description: "As printed; null where the row has none" })
  @Property({ type: "text", nullable: true })
  number!: string | null

  @Field(() => Int, { description: "Its place among the tasks of the plan, from 1" })
  @Property({ type: "integer" })
  position!: number

  @Field(() => String, { description: "The cell “Tên nhiệm vụ”, verbatim" })
  @Property({ type: "text" })
  title!: string

  @Field(() => String, { description: "The cell “Cơ quan chủ trì”, verbatim" })
  @Property({ type: "text" })
  leadText!: string

  @Field(() => String, { description: "The cell “Cơ quan phối hợp”, verbatim; may be empty" })
  @Property({ type: "text" })
  coordinatorText!: string

  @Field(() => String, {
    nullable: true,
    description: "The cell “Kết quả”, verbatim; null where it is empty",
  })
  @Property({ type: "text", nullable: true })
  expectedResult!: string | null

  @Embedded(() => Deadline, { prefix: "deadline_" })
  deadline!: Deadline

  @Property({ type: "text", nullable: true })
  contributionText!: string | null

  @Property({ type: "text", nullable: true })
  implementationText!: string | null

  @Field(() => Boolean, { description: "Nothing classified may be written about it here" })
  @Property({ type: "boolean" })
  sensitive!: boolean

  @Property({ type: "integer" })
  line!: number

  @Property({ type: "integer" })
  lastLine!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
