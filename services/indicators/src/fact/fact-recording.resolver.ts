import type { EntityClass } from "@mikro-orm/postgresql"
import {
  authored,
  type ChangeInput,
  type Outcome,
  payloadOf,
  type RecordingContext,
  type RecordingInput,
  type RecordingPayload,
  type RecordingRequest,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, type ClassType, Ctx, Mutation, Resolver } from "type-graphql"
import { PublishRecordInput, WithdrawRecordInput } from "./fact.input.ts"
import type { FactTable } from "./fact-table.ts"
import { type FactToRecord, publishFact, withdrawFact } from "./record-fact.ts"
import type { RecordedFact } from "./recorded-fact.ts"

/** A sort of fact that coordinators record, as the graph has it. */
export interface RecordingOfFact<
  T extends RecordedFact,
  Field extends string,
  Recorded extends RecordingInput & { indicatorId: string },
  Corrected extends ChangeInput,
> {
  entity: EntityClass<T>
  table: FactTable
  /** In the names of its mutations, e.g. "Baseline" in recordBaseline, correctBaseline, withdrawBaseline, setBaselinePublished. */
  name: string
  /** What recording one means, where the name does not say it. */
  description?: string
  payload: ClassType<RecordingPayload & { [Key in Field]: T | null }>
  /** The field of the payload that holds the row. */
  field: Field
  recordInput: ClassType<Recorded>
  correctInput: ClassType<Corrected>
  record(
    ctx: RecordingContext,
    request: RecordingRequest,
    about: FactToRecord<T>["about"],
    input: Recorded | Corrected,
  ): Promise<Outcome<T>>
}

/** The four mutations of a sort of fact that coordinators record: recording, correcting, withdrawing and publishing one. */
export function factRecordingResolver<
  T extends RecordedFact,
  Field extends string,
  Recorded extends RecordingInput & { indicatorId: string },
  Corrected extends ChangeInput,
>(fact: RecordingOfFact<T, Field, Recorded, Corrected>): ClassType<object> {
  const { entity, table, name, description, payload, field, recordInput, correctInput } = fact

  @Resolver()
  class FactRecordingResolver {
    @RequiresScopes("observations:write")
    @Mutation(() => payload, { name: `record${name}`, ...(description === undefined ? {} : { description }) })
    async record(@Arg("input", () => recordInput) input: Recorded, @Ctx() ctx: RequestContext) {
      const about = { indicatorId: input.indicatorId }
      return payloadOf(field, await fact.record(authored(ctx), input, about, input))
    }

    @RequiresScopes("observations:write")
    @Mutation(() => payload, { name: `correct${name}` })
    async correct(@Arg("input", () => correctInput) input: Corrected, @Ctx() ctx: RequestContext) {
      const about = { corrects: { id: input.id, version: input.version } }
      return payloadOf(field, await fact.record(authored(ctx), input, about, input))
    }

    @RequiresScopes("observations:write")
    @Mutation(() => payload, { name: `withdraw${name}` })
    async withdraw(
      @Arg("input", () => WithdrawRecordInput) input: WithdrawRecordInput,
      @Ctx() ctx: RequestContext,
    ) {
      return payloadOf(field, await withdrawFact(authored(ctx), input, { entity, table, standing: input }))
    }

    @RequiresScopes("observations:write")
    @Mutation(() => payload, { name: `set${name}Published` })
    async setPublished(
      @Arg("input", () => PublishRecordInput) input: PublishRecordInput,
      @Ctx() ctx: RequestContext,
    ) {
      const { published } = input
      return payloadOf(
        field,
        await publishFact(authored(ctx), input, { entity, table, standing: input, published }),
      )
    }
  }
  return FactRecordingResolver
}
