import { DateTimeScalar, ForGatewayOnly, type RequestContext } from "@plan43/subgraph"
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql"
import { recordUse } from "./record-use.ts"

@Directive("@inaccessible")
@InputType({ description: "What a system asked since it was last told" })
export class ApiClientUseInput {
  @Field(() => String)
  clientId!: string

  @Field(() => Int)
  requests!: number

  @Field(() => Int, { description: "Of the requests, those beyond its quota" })
  refused!: number

  @Field(() => DateTimeScalar, { description: "When the last of them came; all count for that day" })
  lastAt!: Date
}

@Resolver()
export class ApiClientUseResolver {
  @ForGatewayOnly()
  @Mutation(() => Boolean, { description: "Counts what systems asked; the same batch once" })
  recordApiClientUse(
    @Arg("batch", () => ID) batch: string,
    @Arg("uses", () => [ApiClientUseInput]) uses: ApiClientUseInput[],
    @Ctx() ctx: RequestContext,
  ): Promise<boolean> {
    return recordUse(ctx, batch, uses)
  }
}
