import type { RequestContext } from "@plan43/subgraph"
import { RequiresScopes } from "@plan43/subgraph"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { Agency, referenceTo } from "../reference/references.ts"
import { Round } from "../round/round.ts"
import { figuresOf, synthesisOf } from "./find-synthesis.ts"
import { RoundAgencyFigures, RoundFigures } from "./round-figures.ts"
import { RoundFile, RoundSynthesis } from "./round-synthesis.ts"
import { wordFileOf, workbookFileOf } from "./synthesis-files.ts"

/** What a round adds up to. */
@Resolver(() => Round)
export class RoundFiguresResolver {
  @FieldResolver(() => RoundFigures, {
    nullable: true,
    description:
      "Official tallies at the end of its cut-off; null until it opens, and until it is published for whoever reads only that",
  })
  figures(@Root() round: Round, @Ctx() ctx: RequestContext): Promise<RoundFigures | null> {
    return figuresOf(ctx, round)
  }

  @RequiresScopes("reports:read")
  @FieldResolver(() => RoundSynthesis, {
    nullable: true,
    description: "The City's report; null until it opens",
  })
  async synthesis(@Root() round: Round, @Ctx() ctx: RequestContext): Promise<RoundSynthesis | null> {
    const found = await synthesisOf(ctx, round)
    return found && Object.assign(new RoundSynthesis(), { found, ...found })
  }
}

@Resolver(() => RoundAgencyFigures)
export class RoundAgencyFiguresResolver {
  @FieldResolver(() => Agency, { nullable: true, description: "null while agencies do not answer" })
  agency(@Root() { agencyId }: RoundAgencyFigures): Agency {
    return referenceTo(Agency, agencyId)
  }
}

@Resolver(() => RoundSynthesis)
export class RoundSynthesisResolver {
  @FieldResolver(() => RoundFile, { description: "As a Word document in the layout of Decree 30/2020/NĐ-CP" })
  word(@Root() { found }: RoundSynthesis): Promise<RoundFile> {
    return wordFileOf(found.content)
  }

  @FieldResolver(() => RoundFile, { description: "The same as an Excel workbook" })
  workbook(@Root() { found }: RoundSynthesis): Promise<RoundFile> {
    return workbookFileOf(found.content)
  }
}
