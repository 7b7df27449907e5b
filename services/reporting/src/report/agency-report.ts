import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy"
import type { CalendarDate } from "@plan43/calendar"
import { DateScalar, DateTimeScalar, RowsReadableWith } from "@plan43/subgraph"
import { Directive, Field, ID, Int, ObjectType } from "type-graphql"
import { REPORTS } from "../reading/readable.ts"
import { ReportState } from "./report-state.ts"

/** What one agency reports in a round. Prepared when the round opens, with a line for each of its tasks and indicators. */
@Entity({ tableName: "agency_report" })
@Directive('@key(fields: "id")')
@RowsReadableWith(REPORTS)
@ObjectType({ simpleResolvers: true, description: "What one agency reports in a round" })
export class AgencyReport {
  @Field(() => ID)
  @PrimaryKey({ type: "uuid" })
  id!: string

  @Property({ type: "uuid" })
  roundId!: string

  @Property({ type: "uuid" })
  agencyId!: string

  @Field(() => ReportState)
  @Property({ type: "text" })
  state!: ReportState

  @Field(() => String, { nullable: true, description: "The name of the head who approved it last" })
  @Property({ type: "text", nullable: true })
  approvedBy!: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "null: not approved, or approved as the file says that it was entered from",
  })
  @Property({ type: "timestamptz", nullable: true })
  approvedAt!: Date | null

  /** The file that says who approved it; null: it was approved on the platform, or not at all. */
  @Property({ type: "uuid", nullable: true })
  approvedInId!: string | null

  /** The file that was taken last. */
  @Property({ type: "uuid", nullable: true })
  workbookId!: string | null

  /** How it came, where it was entered on behalf of its agency; null: it was approved on the platform, or not at all. */
  @Property({ type: "uuid", nullable: true })
  entryId!: string | null

  @Field(() => DateScalar, { nullable: true, description: "The day on which it was sent first; null: never" })
  @Property({ type: "date", nullable: true })
  sentOn!: CalendarDate | null

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which its file or paper first reached the Department, which entered it on sentOn: it counts for whether it is late; null: it was first sent on the platform, or the day was not recorded",
  })
  @Property({ type: "date", nullable: true })
  receivedOn!: CalendarDate | null

  @Field(() => Int, { description: "Grows with every move; each line has a version of its own" })
  @Property({ type: "integer" })
  version!: number

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt!: Date

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  updatedAt!: Date
}
