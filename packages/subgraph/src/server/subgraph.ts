import { AsyncLocalStorage } from "node:async_hooks"
import { ApolloServer } from "@apollo/server"
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from "@apollo/server/plugin/disabled"
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify"
import { MikroORM } from "@mikro-orm/postgresql"
import { LARGEST_SIGNED_BODY } from "@plan43/authorization"
import { type Clock, systemClock, todayInHanoi } from "@plan43/calendar"
import { migrateForward, ormOptions } from "@plan43/database"
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify"
import { type Logger, pino } from "pino"
import type { RequestContext } from "../context/request-context.ts"
import { maskErrors } from "../errors/mask-errors.ts"
import { refuseUnstorableText } from "../errors/unstorable-text.ts"
import { Change } from "../history/change.ts"
import type { SubgraphSchema } from "../schema/subgraph-schema.ts"
import type { SubgraphConfiguration } from "./configuration.ts"
import { acceptGatewayOnly } from "./gateway-only.ts"
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.ts"
import { type SubscriptionParts, subscriptionRoute } from "./subscription-route.ts"
import { vouchedRoutes } from "./vouched-routes.ts"

type OrmParts = Pick<Parameters<typeof ormOptions>[0], "entities" | "migrations">

/** What makes one subgraph differ from another. */
export interface SubgraphDefinition extends OrmParts {
  /** Also its schema in PostgreSQL, e.g. "tasks". */
  name: string
  schema: SubgraphSchema
  /** What its subscriptions share; made once, when it starts. */
  subscriptions?: (parts: WorkingParts) => SubscriptionParts
  /** What it answers besides the graph, e.g. files; like the graph, to the gateway only. */
  routes?: readonly ((app: FastifyInstance, parts: WorkingParts) => void)[]
  /** What it does without being asked, e.g. following what happened in another subgraph. */
  workers?: readonly ((parts: WorkingParts) => Worker)[]
}

/** What routes and workers of a subgraph have. */
export interface WorkingParts {
  orm: MikroORM
  clock: Clock
  log: Logger
}

/** Something that goes on until it is stopped. */
export interface Worker {
  /** Finishes what it is at. */
  stop(): Promise<void>
}

/** A subgraph that runs. */
export interface RunningSubgraph {
  /** e.g. "tasks" */
  name: string
  /** Where it answers, e.g. http://127.0.0.1:4002 */
  url: string
  orm: MikroORM
  /** SQL statements sent since it started; those of its workers, which come when they come, are left out. */
  statements(): number
  /** Finishes what is running, then closes the server and its connections. */
  stop(): Promise<void>
}

/** Migrates the subgraph's schema forward, then serves it. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  configuration: SubgraphConfiguration,
  clock: Clock = systemClock,
): Promise<RunningSubgraph> {
  const log = pino({ name: definition.name, level: configuration.logLevel })
  let statements = 0
  const workersOwn = new AsyncLocalStorage<true>()
  const orm = await MikroORM.init(
    ormOptions({
      schema: definition.name,
      url: configuration.databaseUrl,
      entities: [...definition.entities, Change],
      migrations: definition.migrations,
      onStatement: () => {
        if (workersOwn.getStore() === undefined) statements += 1
      },
    }),
  )
  try {
    const applied = await migrateForward(orm)
    if (applied.length > 0) log.info({ applied }, "migrated forward")
    const { url, close } = await listen(definition, configuration, {
      orm,
      clock,
      log,
      statements: () => statements,
    })
    const workers = workersOwn.run(true, () =>
      (definition.workers ?? []).map((begin) => begin({ orm, clock, log })),
    )
    return {
      name: definition.name,
      url,
      orm,
      statements: () => statements,
      stop: async () => {
        await close()
        await Promise.all(workers.map((worker) => worker.stop()))
        await orm.close()
      },
    }
  } catch (error) {
    await orm.close()
    throw error
  }
}

/** What a request is answered with, whichever route it came by. */
function contextOf(request: FastifyRequest, { orm, clock, log }: WorkingParts): RequestContext {
  const requestId = requestIdOf(request.headers[REQUEST_ID_HEADER])
  return {
    em: orm.em.fork(),
    today: todayInHanoi(clock),
    requestId,
    viewer: request.requester?.identity ?? null,
    address: request.requester?.address ?? null,
    log: log.child({ requestId }),
  }
}

interface Surroundings extends WorkingParts {
  statements(): number
}

async function listen(
  { schema, name, subscriptions, routes = [] }: SubgraphDefinition,
  { host, port, gatewaySecrets }: SubgraphConfiguration,
  { orm, clock, log, statements }: Surroundings,
) {
  const app = Fastify({ bodyLimit: LARGEST_SIGNED_BODY, forceCloseConnections: "idle" })
  acceptGatewayOnly(app, name, gatewaySecrets, log)
  const apollo = new ApolloServer<RequestContext>({
    schema: schema.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors(log),
    logger: log,
    stopOnTerminationSignals: false,
    // What looks at every single field is switched off; nothing here says how long it may be kept.
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
      refuseUnstorableText(),
    ],
  })
  await apollo.start()

  app.route({
    url: "/graphql",
    method: ["POST"],
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => contextOf(request, { orm, clock, log }),
    }),
  })
  if (subscriptions !== undefined)
    subscriptionRoute(
      app,
      schema.schema,
      subscriptions({ orm, clock, log }),
      (request) => contextOf(request, { orm, clock, log }),
      log,
    )
  app.get("/health", async () => ({ status: "alive", subgraph: name }))
  app.get("/schema", async (_request, reply) => reply.type("application/graphql").send(schema.sdl))
  app.get("/ready", async (_request, reply) => {
    const database = await orm.checkConnection()
    if (!database.ok) reply.code(503)
    return { status: database.ok ? "ready" : "database does not answer", subgraph: name }
  })
  app.get("/metrics", async (_request, reply) => {
    reply.type("text/plain; version=0.0.4")
    return `# TYPE sql_statements_total counter\nsql_statements_total{subgraph="${name}"} ${statements()}\n`
  })

  if (routes.length > 0)
    vouchedRoutes(app, name, gatewaySecrets, (vouched) => {
      for (const add of routes) add(vouched, { orm, clock, log })
    })

  const url = await app.listen({ host, port })
  return {
    url,
    close: async () => {
      await apollo.stop()
      await app.close()
    },
  }
}
