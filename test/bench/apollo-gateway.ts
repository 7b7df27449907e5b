import { readFileSync } from "node:fs"
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway"
import { ApolloServer } from "@apollo/server"
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled"
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify"
import Fastify from "fastify"
import { signedHeaders } from "./signed.ts"

/** Signs every request as it sends it. */
class SignedSource extends RemoteGraphQLDataSource {
  constructor(subgraph: string, url: string | undefined) {
    super({ url })
    const send = this.fetcher
    this.fetcher = (to, request) => {
      const headers = { ...request?.headers, ...signedHeaders(subgraph, String(request?.body)) }
      return send(to, { ...request, headers })
    }
  }
}

/**
 * The peer: @apollo/gateway as Apollo recommends it for production, under the fastest of its web servers, on the
 * supergraph whose file is the first argument. Signs what it asks, as subgraphs want it, with GATEWAY_SECRET. Tells its
 * parent where it answers.
 */
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.argv[2] as string, "utf8"),
  buildService: ({ name, url }) => new SignedSource(name, url),
})
const app = Fastify()
const apollo = new ApolloServer({
  gateway,
  plugins: [ApolloServerPluginInlineTraceDisabled(), fastifyApolloDrainPlugin(app)],
})
await apollo.start()
app.route({ url: "/graphql", method: ["POST"], handler: fastifyApolloHandler(apollo) })
process.once("disconnect", () => process.exit(0))
process.send?.({ url: `${await app.listen({ host: "127.0.0.1", port: 0 })}/graphql` })
