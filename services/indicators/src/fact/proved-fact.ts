import { Property } from "@mikro-orm/decorators/legacy"
import { ObjectType } from "type-graphql"
import { RecordedFact } from "./recorded-fact.ts"

/** What somebody recorded about an indicator, with the files that prove it. */
@ObjectType({ simpleResolvers: true })
export abstract class ProvedFact extends RecordedFact {
  @Property({ type: "uuid[]" })
  fileIds!: string[]
}
