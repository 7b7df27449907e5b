import { type ConstDirectiveNode, Kind, parse, print, visit } from "graphql"

/** The enum of a supergraph whose values are its subgraphs. */
const SUBGRAPHS_ENUM = "join__Graph"

/**
 * Points a supergraph at other addresses.
 * @param supergraphSdl as composed
 * @param urls by subgraph name, e.g. `{ tasks: "http://tasks:4002/graphql" }`; those left out keep their address
 * @returns the same supergraph with those addresses
 * @throws GraphQLError when the SDL cannot be read
 */
export function withSubgraphUrls(
  supergraphSdl: string,
  urls: Readonly<Record<string, string | undefined>>,
): string {
  const pointed = visit(parse(supergraphSdl, { noLocation: true }), {
    EnumTypeDefinition(node) {
      return node.name.value === SUBGRAPHS_ENUM ? undefined : false
    },
    Directive(node) {
      if (node.name.value !== "join__graph") return undefined
      const url = urls[stringArgument(node as ConstDirectiveNode, "name") ?? ""]
      if (url === undefined) return undefined
      return {
        ...node,
        arguments: node.arguments?.map((argument) =>
          argument.name.value === "url"
            ? { ...argument, value: { kind: Kind.STRING, value: url } }
            : argument,
        ),
      }
    },
  })
  return print(pointed)
}

/**
 * The addresses a supergraph names.
 * @returns by subgraph name
 */
export function subgraphUrlsOf(supergraphSdl: string): Map<string, string> {
  const urls = new Map<string, string>()
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== SUBGRAPHS_ENUM) continue
    for (const { directives = [] } of definition.values ?? []) {
      for (const directive of directives.filter(({ name }) => name.value === "join__graph")) {
        const name = stringArgument(directive, "name")
        const url = stringArgument(directive, "url")
        if (name !== undefined && url !== undefined) urls.set(name, url)
      }
    }
  }
  return urls
}

function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}
