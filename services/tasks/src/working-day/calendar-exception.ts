import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar } from "@plan43/subgraph"
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql"

export const CalendarExceptionKind = { OFF: "OFF", WORKED: "WORKED" } as const
export type CalendarExceptionKind = keyof typeof CalendarExceptionKind
registerEnumType(CalendarExceptionKind, {
  name: "CalendarExceptionKind",
  valuesConfig: {
    OFF: { description: "A weekday on which offices are closed" },
    WORKED: { description: "A day of the weekend that is worked in exchange for another" },
  },
})

/** The announcement of a day off or worked. */
@ObjectType({ simpleResolvers: true, description: "The announcement of a day off or worked" })
@InputType("CalendarDocumentInput")
export class CalendarDocument {
  @Field(() => String)
  number!: string

  @Field(() => DateScalar)
  issuedOn!: CalendarDate

  @Field(() => String)
  issuer!: string

  @Field(() => String, { nullable: true, defaultValue: null, description: "Where it is to be read" })
  link!: string | null
}

/** A day that is not what its place in the week says. */
@Entity({ tableName: "calendar_exception" })
@ObjectType({ simpleResolvers: true, description: "A day that is not what its place in the week says" })
export class CalendarException {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Field(() => Int)
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateScalar)
  @Property({ type: "date" })
  day!: CalendarDate

  @Field(() => CalendarExceptionKind)
  @Property({ type: "text" })
  kind!: CalendarExceptionKind

  @Field(() => String)
  @Property({ type: "text" })
  name!: string

  @Field(() => String, { description: "Who announced it, where" })
  @Property({ type: "text" })
  source!: string

  @Field(() => CalendarDocument, {
    nullable: true,
    description: "The announcement that a coordinator held it against; null while nobody has",
  })
  get document(): CalendarDocument | null {
    const { documentNumber: number, documentIssuedOn: issuedOn, documentIssuer: issuer } = this
    if (number === null || issuedOn === null || issuer === null) return null
    return { number, issuedOn, issuer, link: this.documentLink }
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was last held against its announcement; null while nobody has",
  })
  @Property({ type: "date", nullable: true })
  confirmedOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  documentNumber!: string | null

  @Property({ type: "date", nullable: true })
  documentIssuedOn!: CalendarDate | null

  @Property({ type: "text", nullable: true })
  documentIssuer!: string | null

  @Property({ type: "text", nullable: true })
  documentLink!: string | null

  @Property({ type: "timestamptz", nullable: true })
  withdrawnAt!: Date | null
}
