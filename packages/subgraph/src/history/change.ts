import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { type ClassType, Ctx, Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { Role } from "../access/role-type.ts"
import { type Connection, PageInfo } from "../connection/connection-type.ts"
import type { RequestContext } from "../context/request-context.ts"
import { DateTimeScalar } from "../scalars/date-time.ts"
import { type ChangedValue, valuesChanged } from "./values-changed.ts"

/** What sort of author a change has. */
export const ChangeAuthorKind = {
  PERSON: "PERSON",
  SYSTEM: "SYSTEM",
  GATEWAY: "GATEWAY",
  PROGRAM: "PROGRAM",
  ANONYMOUS: "ANONYMOUS",
} as const
export type ChangeAuthorKind = keyof typeof ChangeAuthorKind
registerEnumType(ChangeAuthorKind, {
  name: "ChangeAuthorKind",
  description: "What sort of author a change has",
})

@Directive("@shareable")
@ObjectType("ChangedValue", { simpleResolvers: true, description: "A value that is another than before" })
class ChangedValueType implements ChangedValue {
  @Field(() => String, { description: "As it is recorded, e.g. valid_to" })
  field!: string

  @Field(() => String, { nullable: true })
  before!: string | null

  @Field(() => String, { nullable: true })
  after!: string | null
}

/** One change of an object, or of what was recorded of it, as its timeline shows it. */
@Entity({ tableName: "audit_entry" })
@Directive("@shareable")
@ObjectType({
  simpleResolvers: true,
  description: "One change of an object, or of what was recorded of it; it is final",
})
export class Change {
  @Field(() => ID, { description: "The schema that keeps it and its number there, e.g. tasks:42" })
  @PrimaryKey({ type: "text" })
  id!: string

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  at!: Date

  @Field(() => String, { description: "What happened, e.g. partner.updated" })
  @Property({ type: "text" })
  action!: string

  @Field(() => String, { description: "What sort of thing it happened to, e.g. progress_report" })
  @Property({ type: "text" })
  entity!: string

  @Field(() => ChangeAuthorKind)
  @Property({ type: "text" })
  actorKind!: ChangeAuthorKind

  @Property({ type: "text" })
  actor!: string

  @Property({ type: "text", nullable: true })
  actorName!: string | null

  @Field(() => Role, { nullable: true, description: "In which the person did it" })
  @Property({ type: "text", nullable: true })
  actorRole!: Role | null

  @Property({ type: "text", nullable: true, fieldName: "reason" })
  why!: string | null

  @Property({ type: "json", nullable: true })
  before!: Record<string, unknown> | null

  @Property({ type: "json", nullable: true })
  after!: Record<string, unknown> | null

  /** Names of what the row points to, by identifier. */
  @Property({ type: "json", nullable: true, persist: false })
  names!: Record<string, string> | null

  @Field(() => String, {
    nullable: true,
    description: "Who did it, by name; people's names only to those who are signed in",
  })
  author(@Ctx() { viewer }: RequestContext): string | null {
    return viewer === null && this.actorKind === "PERSON" ? null : (this.actorName ?? this.actor)
  }

  @Field(() => String, {
    nullable: true,
    description: "Why, in the words of whoever did it; only to those who are signed in",
  })
  reason(@Ctx() { viewer }: RequestContext): string | null {
    return viewer === null ? null : this.why
  }

  @Field(() => [ChangedValueType], { description: "What is another than before, value by value" })
  values(): ChangedValue[] {
    return valuesChanged(this.before, this.after, this.names ?? {})
  }
}

@Directive("@shareable")
@ObjectType("ChangeEdge", { simpleResolvers: true })
class ChangeEdge {
  @Field(() => Change)
  node!: Change

  @Field(() => String)
  cursor!: string
}

@Directive("@shareable")
@ObjectType("ChangeConnection", { simpleResolvers: true })
class ChangeConnectionType {
  @Field(() => [ChangeEdge])
  edges!: ChangeEdge[]

  @Field(() => PageInfo)
  pageInfo!: PageInfo

  @Field(() => Int, { description: "Changes in the whole history, all pages together" })
  totalCount!: () => Promise<number>
}

/** A page of a history; the same type in every subgraph. */
export const ChangeConnection: ClassType<Connection<Change>> = ChangeConnectionType
