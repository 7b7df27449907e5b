import { readFileSync } from "node:fs"
import { ApolloGateway } from "@apollo/gateway"
import { ApolloServer } from "@apollo/server"
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled"
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify"
import Fastify from "fastify"

/**
 * The peer: @apollo/gateway as Apollo recommends it for production, under the fastest of its web servers, on the
 * supergraph whose file is the first argument. Tells its parent where it answers.
 */
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.argv[2] as string, "utf8") })
const app = Fastify()
const apollo = new ApolloServer({
  gateway,
  plugins: [ApolloServerPluginInlineTraceDisabled(), fastifyApolloDrainPlugin(app)],
})
await apollo.start()
app.route({ url: "/graphql", method: ["POST"], handler: fastifyApolloHandler(apollo) })
process.once("disconnect", () => process.exit(0))
process.send?.({ url: `${await app.listen({ host: "127.0.0.1", port: 0 })}/graphql` })
