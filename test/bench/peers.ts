import { fork } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { subgraphs } from "@plan43/subgraph-list"
import { buildASTSchema, Kind, parse, print, validate, visit } from "graphql"
import { withSubgraphUrls } from "../../services/gateway/src/supergraph/subgraph-urls.ts"
import { type RunningSystem, subgraphUrl } from "../running-system.ts"
import { BENCH_SECRET, signedHeaders } from "./signed.ts"

/** Something that can be asked the operations. */
export interface Peer {
  name: string
  /** Its GraphQL endpoint. */
  url: string
  /** The process that answers. */
  pid: number
  /** What a request to it has besides; none where anybody may ask. */
  headersOf?: (body: string) => Record<string, string>
}

const services = fileURLToPath(new URL("../../services/", import.meta.url))

/** The subgraphs of a system that was started, in the order of their ports. */
export const SUBGRAPHS: readonly string[] = subgraphs.map(({ name }) => name)

/** A subgraph of the running system, to be asked directly. */
export function subgraphPeer(system: RunningSystem, name: string): Peer {
  return {
    name,
    url: subgraphUrl(system, name),
    pid: system.processes[name] as number,
    headersOf: (body) => signedHeaders(name, body),
  }
}

/** The subgraph that has every field of an operation; undefined when it takes several. */
export function subgraphThatAnswersAlone(query: string): string | undefined {
  const document = parse(query)
  return SUBGRAPHS.find((name) => {
    const sdl = readFileSync(join(services, name, "schema.graphql"), "utf8")
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true })
    return validate(schema, document).length === 0
  })
}

/** A supergraph that does not say who may: @apollo/gateway takes none that does. The subgraphs hold to it all the same. */
function withoutScopes(supergraph: string): string {
  return print(
    visit(parse(supergraph), {
      Directive: (directive) => {
        const isLink = directive.arguments?.some(
          ({ value }) => value.kind === Kind.STRING && value.value.includes("/requiresScopes/"),
        )
        return directive.name.value === "requiresScopes" || isLink ? null : undefined
      },
      DirectiveDefinition: ({ name }) => (name.value === "requiresScopes" ? null : undefined),
    }),
  )
}

/** Starts @apollo/gateway on the supergraph and the subgraphs of the running system. */
export async function startApolloGateway(system: RunningSystem): Promise<Peer & { stop(): Promise<void> }> {
  const composed = readFileSync(join(services, "gateway", "dist", "supergraph.graphql"), "utf8")
  const urls = Object.fromEntries(SUBGRAPHS.map((name) => [name, subgraphPeer(system, name).url]))
  const folder = mkdtempSync(join(tmpdir(), "plan43-apollo-"))
  const file = join(folder, "supergraph.graphql")
  writeFileSync(file, withSubgraphUrls(withoutScopes(composed), urls))
  const child = fork(fileURLToPath(new URL("apollo-gateway.ts", import.meta.url)), [file], {
    env: { ...process.env, NODE_ENV: "production", GATEWAY_SECRET: BENCH_SECRET },
  })
  const [message] = (await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("@apollo/gateway did not start"))),
  ])) as [{ url: string }]
  return {
    name: "@apollo/gateway",
    url: message.url,
    pid: child.pid as number,
    async stop() {
      const ended = once(child, "exit")
      child.disconnect()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}
