import {
  authored,
  type Connection,
  PageArguments,
  pageRequestOf,
  payloadOf,
  Refused,
  type RequestContext,
  RequiresScopes,
} from "@plan43/subgraph"
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql"
import { addressOfPage } from "../public-page/addresses.ts"
import { Language } from "../public-page/language.ts"
import { previewPage } from "../public-page/preview-page.tsx"
import { RoundPayload } from "../round/round.input.ts"
import { ReportingRound } from "../round/round.ts"
import { fateOf, PublicationConnection, publicationsOfRound } from "./find-publications.ts"
import { PublishPartsInput, WithdrawPublicationInput } from "./publication.input.ts"
import { Publication, PublicationWithdrawal } from "./publication.ts"
import { PublishedPart } from "./published-part.ts"
import { contentToPublish, publishParts, withdrawPublication } from "./record-publication.ts"

/** What the public is shown of a round. */
@Resolver(() => ReportingRound)
export class RoundPublicationResolver {
  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, {
    description: "Shows chosen parts of a locked round to the public, first or as a correction with a note",
  })
  async publishParts(
    @Arg("input", () => PublishPartsInput) input: PublishPartsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await publishParts(authored(ctx), input, input, input))
  }

  @RequiresScopes("reports:write")
  @Mutation(() => RoundPayload, {
    description: "Takes back one version, the last or an older one; its pages say why instead",
  })
  async withdrawPublication(
    @Arg("input", () => WithdrawPublicationInput) input: WithdrawPublicationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RoundPayload> {
    return payloadOf("round", await withdrawPublication(authored(ctx), input, input, input))
  }

  @FieldResolver(() => PublicationConnection, {
    description: "What the public was shown of it, version by version, the last first",
  })
  publications(
    @Root() { id }: ReportingRound,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Publication>> {
    return publicationsOfRound(ctx, id, pageRequestOf(page))
  }

  @RequiresScopes("reports:write")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The page that the public would see if that was published, as HTML; null until it is locked",
  })
  async publicationPreview(
    @Root() { id }: ReportingRound,
    @Arg("parts", () => [PublishedPart]) parts: PublishedPart[],
    @Arg("text", () => String, { nullable: true }) text: string | null,
    @Arg("language", () => Language, { defaultValue: "VI" }) language: Language,
    @Ctx() { em }: RequestContext,
  ): Promise<string | null> {
    try {
      return previewPage(await contentToPublish(em, id, { parts, text }), language)
    } catch (error) {
      if (error instanceof Refused) return null
      throw error
    }
  }
}

@Resolver(() => Publication)
export class PublicationResolver {
  @FieldResolver(() => String, {
    description: "Where the public reads it, e.g. /cong-bo/bao-cao-2026/phien-ban/1",
  })
  path(@Root() { address, version }: Publication): string {
    return addressOfPage({ address, version })
  }

  @FieldResolver(() => Boolean, { description: "Whether a later version came" })
  async superseded(@Root() { id }: Publication, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await fateOf(ctx, id)).superseded
  }

  @RequiresScopes("reports:read")
  @FieldResolver(() => String, { nullable: true, description: "The name of who published it" })
  async publishedBy(@Root() { id }: Publication, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await fateOf(ctx, id)).publishedBy
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the City said of the round in its own words",
  })
  async text(@Root() { id }: Publication, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await fateOf(ctx, id)).text
  }

  @FieldResolver(() => PublicationWithdrawal, { nullable: true, description: "null while it stands" })
  async withdrawal(
    @Root() { id }: Publication,
    @Ctx() ctx: RequestContext,
  ): Promise<PublicationWithdrawal | null> {
    return (await fateOf(ctx, id)).withdrawal
  }
}
