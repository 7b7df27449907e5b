import { EvidenceFile } from "@plan43/evidence"
import type { RequestContext } from "@plan43/subgraph"
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql"
import { filesOf } from "../evidence/files-of-tasks.ts"
import { ResultDocument } from "./result-document.ts"

@Resolver(() => ResultDocument)
export class ResultDocumentResolver {
  @FieldResolver(() => [EvidenceFile], { description: "The files of it, to be fetched" })
  files(@Root() { fileIds }: ResultDocument, @Ctx() ctx: RequestContext): Promise<EvidenceFile[]> {
    return filesOf(ctx, fileIds)
  }
}
