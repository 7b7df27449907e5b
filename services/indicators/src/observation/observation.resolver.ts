import {
  authored,
  type Change,
  ChangeConnection,
  type Connection,
  PageArguments,
  payloadOf,
  type RequestContext,
  RequiresScopes,
  RowsReadableWith,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { PublishRecordInput, WithdrawRecordInput } from "../fact/fact.input.ts"
import { publishFact } from "../fact/record-fact.ts"
import { historyOfObservation } from "../history/history-of-observation.ts"
import { indicatorById } from "../indicator/indicator.loader.ts"
import { Indicator } from "../indicator/indicator.ts"
import { ObservationFrequency } from "../period/frequency.ts"
import { periodBetween } from "../period/period.ts"
import { OBSERVATIONS } from "../reading/readable-data.ts"
import { CorrectObservationInput, ObservationPayload, RecordObservationInput } from "./observation.input.ts"
import { revisionsBefore } from "./observation.loader.ts"
import { Observation } from "./observation.ts"
import { correctObservation, recordObservation, withdrawObservation } from "./record-observation.ts"

@Resolver(() => Observation)
export class ObservationResolver {
  @RequiresScopes("observations:report:own", "observations:write")
  @Mutation(() => ObservationPayload, {
    description:
      "Records what was observed over a period: of an indicator that the own agency answers for, or, by a coordinator, on behalf of the agency",
  })
  async recordObservation(
    @Arg("input", () => RecordObservationInput) input: RecordObservationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObservationPayload> {
    return payloadOf("observation", await recordObservation(authored(ctx), input, input, input))
  }

  @RequiresScopes("observations:report:own", "observations:write")
  @Mutation(() => ObservationPayload, {
    description: "Puts a corrected figure in the place of one; the old one is kept",
  })
  async correctObservation(
    @Arg("input", () => CorrectObservationInput) input: CorrectObservationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObservationPayload> {
    return payloadOf("observation", await correctObservation(authored(ctx), input, input, input))
  }

  @RequiresScopes("observations:report:own", "observations:write")
  @Mutation(() => ObservationPayload, { description: "Refused to an agency once the public has seen it" })
  async withdrawObservation(
    @Arg("input", () => WithdrawRecordInput) input: WithdrawRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObservationPayload> {
    return payloadOf("observation", await withdrawObservation(authored(ctx), input, input))
  }

  @RequiresScopes("observations:write")
  @Mutation(() => ObservationPayload, {
    description: "Shows a figure to the public; until then they see the revision that was published before",
  })
  async setObservationPublished(
    @Arg("input", () => PublishRecordInput) input: PublishRecordInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ObservationPayload> {
    const { published } = input
    return payloadOf(
      "observation",
      await publishFact(authored(ctx), input, {
        entity: Observation,
        table: "observation",
        standing: input,
        published,
      }),
    )
  }

  @FieldResolver(() => Indicator)
  indicator(@Root() observation: Observation, @Ctx() ctx: RequestContext): Promise<Indicator | null> {
    return indicatorById(ctx, observation.indicatorId)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "2025, 2025-H1, 2025-Q3 or 2025-07; null for days that are of none of these",
  })
  periodKey(@Root() { periodStart, periodEnd }: Observation): string | null {
    return periodBetween(periodStart, periodEnd)?.key ?? null
  }

  @FieldResolver(() => ObservationFrequency, { nullable: true, description: "How long the period is" })
  frequency(@Root() { periodStart, periodEnd }: Observation): ObservationFrequency | null {
    return periodBetween(periodStart, periodEnd)?.frequency ?? null
  }

  @FieldResolver(() => [Observation], { description: "What it corrected, the latest first" })
  corrected(@Root() observation: Observation, @Ctx() ctx: RequestContext): Promise<Observation[]> {
    return revisionsBefore(ctx, observation)
  }

  @RowsReadableWith(OBSERVATIONS)
  @FieldResolver(() => ChangeConnection, {
    description: "Who changed what of it and of what it corrected, when and why; newest first",
  })
  history(
    @Root() { id }: Observation,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Change>> {
    return historyOfObservation(ctx, id, page)
  }
}
