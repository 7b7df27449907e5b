import { existsSync, readdirSync, readFileSync } from "node:fs"
import { buildASTSchema, type GraphQLSchema, parse } from "graphql"

/** A subgraph's schema, with the directives that say who may do what. */
export interface PrintedSubgraph {
  name: string
  sdl: string
  schema: GraphQLSchema
}

const services = new URL("../../services/", import.meta.url)

/** Every subgraph whose schema a build has printed, in alphabetical order. */
export function printedSubgraphs(): PrintedSubgraph[] {
  return readdirSync(services)
    .sort()
    .map((name) => ({ name, file: new URL(`${name}/schema.graphql`, services) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sdl = readFileSync(file, "utf8")
      return { name, sdl, schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }) }
    })
}
