import { EvidenceFile } from "@plan43/evidence"
import type { RequestContext } from "@plan43/subgraph"
import type { ClassType } from "type-graphql"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-indicators.ts"
import type { ProvedFact } from "./proved-fact.ts"

/** The files of a type of fact that files prove. */
export function proofResolver<T extends ProvedFact>(type: ClassType<T>): ClassType<object> {
  @Resolver(() => type)
  class ProofResolver {
    @FieldResolver(() => [EvidenceFile], { description: "Files that prove it" })
    files(@Root() { fileIds }: ProvedFact, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
      return filesOf(ctx, fileIds)
    }
  }
  return ProofResolver
}
