import { buildSubgraphSchema } from "@apollo/subgraph"
import { printSchemaWithDirectives } from "@graphql-tools/utils"
import { type GraphQLSchema, parse } from "graphql"
import { buildSchemaSync, createResolversMap, type NonEmptyArray, type PubSub } from "type-graphql"
import { enforceScopes } from "../access/requires-scopes.ts"
import { ROW_RULE_DIRECTIVE } from "../access/rows-readable-with.ts"
import type { RequestContext } from "../context/request-context.ts"

const FEDERATION = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@provides", "@inaccessible", "@requiresScopes"])

${ROW_RULE_DIRECTIVE}`

/** Subscriptions name their own source: what they tell outlives the process that it happened in. */
const NO_TOPICS: PubSub = {
  publish() {
    throw new Error("nothing is published by topic")
  },
  subscribe(topic) {
    throw new Error(`a subscription to the topic ${topic} has no source`)
  },
}

/** How an entity is found by its key, e.g. `{ id }`; null when there is none. */
export type ReferenceResolver<Key> = (
  reference: Key,
  ctx: RequestContext,
) => Promise<object | null> | object | null

/** What a subgraph is made of. */
export interface SubgraphParts {
  // biome-ignore lint/complexity/noBannedTypes: a class with decorators, as type-graphql names it
  resolvers: NonEmptyArray<Function>
  /** Entity name → how it is found by its key `id`. */
  references: Record<string, ReferenceResolver<{ id: string }>>
  // biome-ignore lint/complexity/noBannedTypes: a class with decorators, as type-graphql names it
  orphanedTypes?: Function[]
}

/** A subgraph's schema: to be run, and to be printed for composition. */
export interface SubgraphSchema {
  schema: GraphQLSchema
  /** Federation SDL, the same for the same code. */
  sdl: string
}

/** Builds the federated schema of resolvers, and entity references. */
export function subgraphSchema({ resolvers, references, orphanedTypes = [] }: SubgraphParts): SubgraphSchema {
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes,
    validate: false,
    skipCheck: true,
    pubSub: NO_TOPICS,
  })
  const sdl = `${FEDERATION}\n\n${printSchemaWithDirectives(schema).replace(/^schema \{[^}]*\}\s*/, "")}\n`
  const map = createResolversMap(schema)
  for (const [entity, findByKey] of Object.entries(references))
    map[entity] = { ...map[entity], __resolveReference: findByKey } as (typeof map)[string]
  const built = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }])
  enforceScopes(built)
  return { schema: built, sdl }
}
