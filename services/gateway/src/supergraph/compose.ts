import { composeServices } from "@theguild/federation-composition"
import { type GraphQLError, parse } from "graphql"

/** A subgraph's schema as its build printed it. */
export interface NamedSubgraph {
  /** Name in the graph, e.g. "tasks". */
  name: string
  /** Where it is asked when the environment says nothing else. */
  url: string
  /** Its SDL with federation directives. */
  sdl: string
}

/** One reason why subgraphs do not fit together. */
export interface CompositionIssue {
  /** Stable code of the composition, e.g. "FIELD_TYPE_MISMATCH"; "SYNTAX" where the SDL cannot be read. */
  code: string
  /** The subgraph at fault, or null where it is a matter between several; the message then names them. */
  subgraph: string | null
  message: string
}

/** What the gateway runs on (`supergraphSdl`) and what its clients see (`publicSdl`). */
export interface ComposedGraph {
  supergraphSdl: string
  publicSdl: string
}

/** The subgraphs do not make one graph; the message lists every reason, one a line. */
export class CompositionFailed extends Error {
  readonly issues: readonly CompositionIssue[]

  constructor(issues: readonly CompositionIssue[]) {
    super(
      issues.map(({ code, subgraph, message }) => `[${subgraph ?? "graph"}] ${code}: ${message}`).join("\n"),
    )
    this.name = "CompositionFailed"
    this.issues = issues
  }
}

/**
 * Composes subgraphs into one supergraph, in-process.
 * @param subgraphs at least one; names are unique
 * @throws CompositionFailed when an SDL cannot be read or the schemas contradict each other
 */
export function composeSupergraph(subgraphs: readonly NamedSubgraph[]): ComposedGraph {
  const unreadable: CompositionIssue[] = []
  const services = subgraphs.flatMap(({ name, url, sdl }) => {
    try {
      return [{ name, url, typeDefs: parse(sdl) }]
    } catch (error) {
      unreadable.push({ code: "SYNTAX", subgraph: name, message: (error as GraphQLError).message })
      return []
    }
  })
  if (unreadable.length > 0) throw new CompositionFailed(unreadable)

  const composed = composeServices(services)
  if (composed.errors) throw new CompositionFailed(composed.errors.map((error) => issueOf(error, services)))
  return { supergraphSdl: composed.supergraphSdl, publicSdl: composed.publicSdl }
}

/** Composition begins the message of an error inside one subgraph with its name in brackets. */
function issueOf(error: GraphQLError, services: readonly { name: string }[]): CompositionIssue {
  const named = services.find(({ name }) => error.message.startsWith(`[${name}] `))
  return {
    code: String(error.extensions.code ?? "COMPOSITION"),
    subgraph: named?.name ?? null,
    message: named ? error.message.slice(named.name.length + 3) : error.message,
  }
}
