import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { Field, Int, ObjectType } from "type-graphql"
import { NoticeTopic } from "../notice/notice-topic.ts"

/** How a person wishes to be told. */
@Entity({ tableName: "preference" })
@ObjectType({ simpleResolvers: true, description: "How the viewer wishes to be told" })
export class NoticePreference {
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "text" })
  subject!: string

  @Field(() => [NoticeTopic], { description: "What the viewer does not want to be told of at all" })
  @Property({ type: "text[]" })
  muted!: NoticeTopic[]

  @Field(() => Boolean, { description: "Whether notices are sent by e-mail, too" })
  @Property({ type: "boolean" })
  byEmail!: boolean

  @Field(() => Boolean, { description: "Whether the weekly digest of the agency is wanted" })
  @Property({ type: "boolean" })
  digest!: boolean

  @Field(() => Int, { description: "0: nothing was chosen, this is what everybody has" })
  @Property({ type: "integer" })
  version!: number

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null

  /** Of somebody who has chosen nothing. */
  static untouched(): NoticePreference {
    return Object.assign(new NoticePreference(), { muted: [], byEmail: true, digest: true, version: 0 })
  }
}
