import { EvidenceFile } from "@plan43/evidence"
import { authored, batched, grouped, payloadOf, type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { sql } from "kysely"
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-reporting.ts"
import { recordedOf } from "../reading/readable.ts"
import { ReportingRound } from "../round/round.ts"
import { recordSignedCopy } from "./record-signed-copy.ts"
import { AttachSignedCopyInput, SignedCopyPayload } from "./signed-copy.input.ts"
import { SignedCopy } from "./signed-copy.ts"

/** The signed copies of a round, the latest first; who signed is not published. */
const signedCopiesOf = batched(async (ctx, roundIds: readonly string[]): Promise<SignedCopy[][]> => {
  const { rows } =
    await sql<object>`select signed.*, case when ${recordedOf.round(ctx.viewer)} then signed.signer else '' end as signer
    from signed_copy signed join round e on e.id = signed.round_id
    where signed.round_id = any(${roundIds}::uuid[]) order by signed.created_at desc, signed.id desc`.execute(
      ctx.em.getKysely<unknown>(),
    )
  const copies = rows.map((row) => ctx.em.map(SignedCopy, row as never) as SignedCopy)
  return grouped(roundIds, copies, ({ roundId }) => roundId)
})

@Resolver(() => ReportingRound)
export class SignedCopiesOfRoundResolver {
  @FieldResolver(() => [SignedCopy], {
    description: "The one that stands first, then those it took the place of",
  })
  signedCopies(@Root() { id }: ReportingRound, @Ctx() ctx: RequestContext): Promise<SignedCopy[]> {
    return signedCopiesOf(ctx, id)
  }
}

@Resolver(() => SignedCopy)
export class SignedCopyResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => SignedCopyPayload, { description: "To a locked round: its content stays as it is" })
  async attachSignedCopy(
    @Arg("input", () => AttachSignedCopyInput) input: AttachSignedCopyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<SignedCopyPayload> {
    return payloadOf("signedCopy", await recordSignedCopy(authored(ctx), input, input))
  }

  @RequiresScopes("reports:read")
  @FieldResolver(() => [EvidenceFile], {
    nullable: true,
    description: "The signed PDF; for those who read all reports",
  })
  files(@Root() { fileIds }: SignedCopy, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }
}
