import type { RequestContext } from "@plan43/subgraph"
import { RequiresScopes } from "@plan43/subgraph"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { Commentary } from "../commentary/commentary.ts"
import { commentaryOfRound } from "../commentary/find-commentary.ts"
import { Agency, referenceTo } from "../reference/references.ts"
import { ReportingRound } from "../round/round.ts"
import { figuresOf, synthesisOf } from "./find-synthesis.ts"
import { reportOutlineOf } from "./outline/report-outline.ts"
import { SynthesisSection, sectionOfPart } from "./outline/synthesis-section.ts"
import { asRead } from "./outline/unwritten-part.ts"
import { RoundAgencyFigures, RoundFigures } from "./round-figures.ts"
import { RoundFile, RoundSynthesis } from "./round-synthesis.ts"
import { wordFileOf, workbookFileOf } from "./synthesis-files.ts"

/** What a round adds up to. */
@Resolver(() => ReportingRound)
export class RoundFiguresResolver {
  @FieldResolver(() => RoundFigures, {
    nullable: true,
    description:
      "Official tallies at the end of its cut-off; null until it opens, and until it is published for whoever reads only that",
  })
  figures(@Root() round: ReportingRound, @Ctx() ctx: RequestContext): Promise<RoundFigures | null> {
    return figuresOf(ctx, round)
  }

  @RequiresScopes("reports:read")
  @FieldResolver(() => RoundSynthesis, {
    nullable: true,
    description: "The City's report; null until it opens",
  })
  async synthesis(@Root() round: ReportingRound, @Ctx() ctx: RequestContext): Promise<RoundSynthesis | null> {
    const found = await synthesisOf(ctx, round)
    return (
      found &&
      Object.assign(new RoundSynthesis(), { roundId: round.id, asOf: found.content.asOf, found, ...found })
    )
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
  @FieldResolver(() => [SynthesisSection], {
    description: "The report part by part, as both files have it: what is generated, and what people wrote",
  })
  sections(@Root() { found, roundId }: RoundSynthesis): SynthesisSection[] {
    const { content, frozenAt } = found
    return reportOutlineOf(content).map((part) =>
      sectionOfPart(frozenAt === null ? part : asRead(part, content), roundId, content),
    )
  }

  @FieldResolver(() => RoundFile, { description: "As a Word document in the layout of Decree 30/2020/NĐ-CP" })
  word(@Root() { found }: RoundSynthesis): Promise<RoundFile> {
    return wordFileOf(found.content)
  }

  @FieldResolver(() => RoundFile, { description: "The same as an Excel workbook" })
  workbook(@Root() { found }: RoundSynthesis): Promise<RoundFile> {
    return workbookFileOf(found.content)
  }
}

@Resolver(() => SynthesisSection)
export class SynthesisSectionResolver {
  @FieldResolver(() => Commentary, {
    nullable: true,
    description: "What people wrote to it; null: nothing, or nobody writes to it",
  })
  async commentary(
    @Root() { key, roundId }: SynthesisSection,
    @Ctx() ctx: RequestContext,
  ): Promise<Commentary | null> {
    const written = await commentaryOfRound(ctx, roundId)
    return written.find(({ part }) => part === key) ?? null
  }
}
