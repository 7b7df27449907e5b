import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import { DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql"
import { COOPERATION } from "../reading/readable.ts"

/** What sort of body the City cooperates with. */
export const PartnerKind = {
  CITY_OR_REGION: "CITY_OR_REGION",
  CORPORATION: "CORPORATION",
  RESEARCH_INSTITUTE: "RESEARCH_INSTITUTE",
  UNIVERSITY: "UNIVERSITY",
  INTERNATIONAL_ORGANISATION: "INTERNATIONAL_ORGANISATION",
  REPRESENTATIVE_OFFICE: "REPRESENTATIVE_OFFICE",
  ASSOCIATION: "ASSOCIATION",
  STANDARDS_BODY: "STANDARDS_BODY",
  MULTILATERAL_MECHANISM: "MULTILATERAL_MECHANISM",
} as const
export type PartnerKind = keyof typeof PartnerKind
registerEnumType(PartnerKind, {
  name: "PartnerKind",
  description: "What sort of body the City cooperates with",
})

/** A body abroad, or an international one, that the City cooperates with. Recorded by people, never imported. */
@Entity({ tableName: "partner" })
@Directive('@key(fields: "id")')
@RowsReadableWith(COOPERATION)
@ObjectType({
  simpleResolvers: true,
  description: "A foreign or international body that the City cooperates with",
})
export class Partner {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => PartnerKind)
  @Property({ type: "text" })
  kind!: PartnerKind

  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2" })
  @Property({ type: "text", nullable: true })
  countryCode!: string | null

  @Field(() => [String], { description: "Fields of cooperation" })
  @Property({ type: "text[]" })
  fields!: string[]

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  website!: string | null

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: "null while the public does not see it" })
  @Property({ type: "timestamptz", nullable: true })
  publishedAt!: Date | null

  @Field(() => Int, { description: "Grows with every change" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}
