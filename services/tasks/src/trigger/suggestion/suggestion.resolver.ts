import { type RequestContext, RequiresScopes } from "@plan43/subgraph"
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql"
import { Trigger } from "../trigger.ts"
import { DocumentSuggestion, KnownDocument } from "./document-suggestion.ts"
import { suggestionsNow } from "./find-suggestions.ts"

@Resolver(() => Trigger)
export class DocumentSuggestionResolver {
  @RequiresScopes("documents:write")
  @Query(() => [KnownDocument], {
    nullable: true,
    description:
      "Documents known to have been issued since the plan; those of tasks that wait for none included",
  })
  async knownDocuments(@Ctx() ctx: RequestContext): Promise<KnownDocument[]> {
    return (await suggestionsNow(ctx)).documents
  }

  @RequiresScopes("documents:write")
  @Query(() => [DocumentSuggestion], {
    nullable: true,
    description:
      "Awaited documents that probably have been issued, those declined and those recorded since included",
  })
  async documentSuggestions(@Ctx() ctx: RequestContext): Promise<DocumentSuggestion[]> {
    return (await suggestionsNow(ctx)).suggestions
  }

  @RequiresScopes("documents:write")
  @FieldResolver(() => [DocumentSuggestion], {
    nullable: true,
    description: "Known documents that it, or one merged into it, probably is",
  })
  async suggestions(@Root() document: Trigger, @Ctx() ctx: RequestContext): Promise<DocumentSuggestion[]> {
    const { suggestions } = await suggestionsNow(ctx)
    return suggestions.filter(
      ({ trigger }) => trigger.id === document.id || trigger.mergedInto === document.id,
    )
  }
}
