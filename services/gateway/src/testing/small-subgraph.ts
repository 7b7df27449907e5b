import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { ApolloServer, HeaderMap } from "@apollo/server"
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled"
import { buildSubgraphSchema } from "@apollo/subgraph"
import { parse } from "graphql"

/** What a subgraph was asked. */
export interface Asked {
  headers: IncomingHttpHeaders
  query: string
  variables: Record<string, unknown> | undefined
}

/** A real subgraph (Apollo Server behind node:http), small enough to stand in a test. */
export interface SmallSubgraph {
  name: string
  url: string
  port: number
  sdl: string
  /** Every operation that arrived, oldest first. */
  asked: Asked[]
  /** Answer the next operations in the schema's place; each is used once. */
  interruptions: ((request: IncomingMessage, response: ServerResponse) => void)[]
  stop(): Promise<void>
}

/** Field by field, as Apollo Server takes them. */
export type Resolvers = Record<string, Record<string, unknown>>

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject"])\n`

/**
 * @param sdl without the link to federation, which is put before it
 * @param port to take up again where one was stopped; 0 takes any free one
 */
export async function startSmallSubgraph(
  name: string,
  sdl: string,
  resolvers: Resolvers,
  port = 0,
): Promise<SmallSubgraph> {
  const whole = FEDERATION + sdl
  const schema = buildSubgraphSchema([{ typeDefs: parse(whole), resolvers: resolvers as never }])
  const apollo = new ApolloServer({
    schema,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  })
  await apollo.start()
  const asked: Asked[] = []
  const interruptions: SmallSubgraph["interruptions"] = []

  const server = createServer(async (request, response) => {
    if (request.url === "/ready") return response.writeHead(200).end()
    const body = JSON.parse(await text(request))
    asked.push({ headers: request.headers, query: body.query, variables: body.variables })
    const interruption = interruptions.shift()
    if (interruption) return interruption(request, response)
    const headers = new HeaderMap()
    for (const [key, value] of Object.entries(request.headers)) headers.set(key, String(value))
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: "POST", headers, search: "", body },
      context: async () => ({}),
    })
    response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers))
    response.end(answer.body.kind === "complete" ? answer.body.string : undefined)
  })
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  const { port: taken } = server.address() as AddressInfo

  return {
    name,
    url: `http://127.0.0.1:${taken}/graphql`,
    port: taken,
    sdl: whole,
    asked,
    interruptions,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await apollo.stop()
    },
  }
}
