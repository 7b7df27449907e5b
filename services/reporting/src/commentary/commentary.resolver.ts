import {
  authored,
  type Connection,
  PageArguments,
  pageRequestOf,
  payloadOf,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { ReportingRound } from "../round/round.ts"
import { CommentaryPayload, SaveCommentaryInput } from "./commentary.input.ts"
import { Commentary, type CommentaryVersion, CommentaryVersionConnection } from "./commentary.ts"
import { commentaryOfRound, versionsOfCommentary } from "./find-commentary.ts"
import { saveCommentary } from "./save-commentary.ts"

@Resolver(() => ReportingRound)
export class CommentaryOfRoundResolver {
  @RequiresScopes("reports:read")
  @FieldResolver(() => [Commentary], {
    nullable: true,
    description: "What people wrote to the parts of its report; to one part alone where it is named",
  })
  async commentary(
    @Root() { id }: ReportingRound,
    @Arg("part", () => String, { nullable: true }) part: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Commentary[]> {
    const written = await commentaryOfRound(ctx, id)
    return part == null ? written : written.filter((each) => each.part === part)
  }
}

@Resolver(() => Commentary)
export class CommentaryResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => CommentaryPayload, {
    description: "Until the round is locked; what is generated from data cannot be written over",
  })
  async saveCommentary(
    @Arg("input", () => SaveCommentaryInput) input: SaveCommentaryInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CommentaryPayload> {
    return payloadOf("commentary", await saveCommentary(authored(ctx), input, input))
  }

  @FieldResolver(() => CommentaryVersionConnection, { description: "The latest first" })
  versions(
    @Root() { id }: Commentary,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<CommentaryVersion>> {
    return versionsOfCommentary(ctx, id, pageRequestOf(page))
  }
}
