import type { CalendarDate } from "@plan43/calendar"
import { OfficialTally } from "@plan43/official-tally"
import { DateScalar, RowsReadableWith } from "@plan43/subgraph"
import { Field, ObjectType } from "type-graphql"
import { CITY_FIGURES } from "../reading/readable.ts"
import type { AgencyFigures, SectionFigures, Tallies } from "../tally/tallies.ts"

@ObjectType({ simpleResolvers: true, description: "The official tally of a section of the plan" })
export class RoundSectionFigures implements SectionFigures {
  @Field(() => String)
  numeral!: string

  @Field(() => String)
  title!: string

  @Field(() => OfficialTally)
  tally!: OfficialTally
}

@ObjectType({
  simpleResolvers: true,
  description: "The official tally of the tasks that an agency leads, alone or with others",
})
export class RoundAgencyFigures implements AgencyFigures {
  agencyId!: string

  @Field(() => OfficialTally)
  tally!: OfficialTally
}

/** The official tallies of a round; see `Tallies` for how they reconcile. */
@RowsReadableWith(CITY_FIGURES)
@ObjectType({
  simpleResolvers: true,
  description:
    "The official tallies of a round: sections add up to `city`; agencies and `withoutAgency`, less `countedAgain`, too",
})
export class RoundFigures implements Tallies {
  @Field(() => DateScalar, {
    description: "The end of this day is meant: the cut-off, or today where that comes first",
  })
  asOf!: CalendarDate

  @Field(() => OfficialTally)
  city!: OfficialTally

  @Field(() => [RoundSectionFigures], { description: "In printed order" })
  bySection!: RoundSectionFigures[]

  @Field(() => [RoundAgencyFigures], {
    description: "Of each body that led a task that day; a joint task counts once for each of its leads",
  })
  byAgency!: RoundAgencyFigures[]

  @Field(() => OfficialTally, { description: "Tasks whose lead cell names no body that is known" })
  withoutAgency!: OfficialTally

  @Field(() => OfficialTally, { description: "What the rows of agencies count more than once" })
  countedAgain!: OfficialTally
}
