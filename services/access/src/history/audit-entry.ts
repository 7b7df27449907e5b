import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar, RequiresScopes, Role } from "@plan43/subgraph"
import { Field, ID, ObjectType, registerEnumType } from "type-graphql"

/** What sort of author a change has. */
export const AuditActorKind = {
  PERSON: "PERSON",
  SYSTEM: "SYSTEM",
  GATEWAY: "GATEWAY",
  PROGRAM: "PROGRAM",
  ANONYMOUS: "ANONYMOUS",
} as const
export type AuditActorKind = keyof typeof AuditActorKind
registerEnumType(AuditActorKind, {
  name: "AuditActorKind",
  description: "What sort of author a change has",
  valuesConfig: {
    SYSTEM: { description: "Another team's system" },
    PROGRAM: { description: "A job of this platform, e.g. the import of a plan" },
    ANONYMOUS: { description: "Somebody who did not say, or could not prove, who it was" },
  },
})

/** One entry of the history, of whichever service; it is read here and never written. No table: all services' together. */
@Entity({ tableName: "entry_of_any_service" })
@RequiresScopes("audit:read")
@ObjectType({ simpleResolvers: true, description: "One change, sign-in or credential event; it is final" })
export class AuditEntry {
  @Field(() => ID)
  @PrimaryKey({ type: "text" })
  id!: string

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  at!: Date

  @Field(() => String, { description: "A person's subject, a system's client id, or a program's name" })
  @Property({ type: "text" })
  actor!: string

  @Field(() => AuditActorKind)
  @Property({ type: "text" })
  actorKind!: AuditActorKind

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  actorName!: string | null

  @Field(() => Role, { nullable: true, description: "In which the person did it" })
  @Property({ type: "text", nullable: true })
  actorRole!: Role | null

  @Field(() => ID, { nullable: true, description: "The agency that the person acted for" })
  @Property({ type: "uuid", nullable: true })
  agencyId!: string | null

  @Field(() => String, { nullable: true, description: "Where on the network it came from" })
  @Property({ type: "text", nullable: true })
  address!: string | null

  @Field(() => String, { description: "What happened, e.g. partner.updated" })
  @Property({ type: "text" })
  action!: string

  @Field(() => String, { description: "What sort of thing it happened to, e.g. partner" })
  @Property({ type: "text" })
  entity!: string

  @Field(() => String)
  @Property({ type: "text" })
  entityId!: string

  @Field(() => String, { description: "The service that owns the thing, e.g. cooperation" })
  @Property({ type: "text" })
  service!: string

  @Field(() => String, { nullable: true, description: "The row as it was, as JSON" })
  @Property({ type: "text", nullable: true })
  before!: string | null

  @Field(() => String, { nullable: true, description: "The row as it then was, as JSON" })
  @Property({ type: "text", nullable: true })
  after!: string | null

  @Field(() => String, { nullable: true, description: "Why, in words" })
  @Property({ type: "text", nullable: true })
  reason!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  requestId!: string | null
}
