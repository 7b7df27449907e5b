import { EvidenceFile } from "@plan43/evidence"
import { authored, batched, grouped, payloadOf, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { sql } from "kysely"
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-reporting.ts"
import { ReportingRound } from "../round/round.ts"
import { DispatchPayload, RecordDispatchInput } from "./dispatch.input.ts"
import { Dispatch } from "./dispatch.ts"
import { recordDispatch } from "./record-dispatch.ts"

/** What was sent of a round, the latest first. */
const dispatchesOf = batched(async (ctx, roundIds: readonly string[]): Promise<Dispatch[][]> => {
  const { rows } = await sql<object>`select * from dispatch
    where round_id = any(${roundIds}::uuid[]) order by sent_on desc, created_at desc, id desc`.execute(
    ctx.em.getKysely<unknown>(),
  )
  const dispatches = rows.map((row) => ctx.em.map(Dispatch, row as never) as Dispatch)
  return grouped(roundIds, dispatches, ({ roundId }) => roundId)
})

@Resolver(() => ReportingRound)
export class DispatchesOfRoundResolver {
  @RequiresScopes("reports:read")
  @FieldResolver(() => [Dispatch], {
    nullable: true,
    description: "Receipts of what was sent to whom, the latest first; for those who read all reports",
  })
  dispatches(@Root() { id }: ReportingRound, @Ctx() ctx: RequestContext): Promise<Dispatch[]> {
    return dispatchesOf(ctx, id)
  }
}

@Resolver(() => Dispatch)
export class DispatchResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => DispatchPayload, {
    description: "Keeps what was sent of a locked round, with the very files",
  })
  async recordDispatch(
    @Arg("input", () => RecordDispatchInput) input: RecordDispatchInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DispatchPayload> {
    return payloadOf("dispatch", await recordDispatch(authored(ctx), input, input))
  }

  @FieldResolver(() => [EvidenceFile])
  files(@Root() { fileIds }: Dispatch, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }
}
