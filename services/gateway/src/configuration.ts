import { fileURLToPath } from "node:url"
import { SHORTEST_SECRET } from "@plan43/authorization"
import { subgraphs, urlVariableOf } from "@plan43/subgraph-list"
import { z } from "zod"
import { AddressList } from "./http/address-list.ts"
import type { LimitsByKind } from "./limits/operation-limits.ts"
import type { IntrospectionAccess } from "./limits/operation-rules.ts"
import { DEFAULT_RATES, type RateLimits } from "./limits/rates.ts"
import { readLimits } from "./limits/read-limits.ts"
import {
  readSignInConfiguration,
  type SignInConfiguration,
  signInEnvironment,
} from "./sign-in/sign-in-configuration.ts"
import type { AnonymousOperations } from "./trusted/anonymous-operations.ts"

const milliseconds = z.coerce.number().int().positive()
const subgraphUrl = z.url({ protocol: /^https?$/ }).optional()
const perMinute = z.coerce.number().int().nonnegative()
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ""),
)
const addresses = list.transform(readWith((entries) => new AddressList(entries)))
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((url) => url === new URL(url).origin, "must be an origin: no path, no slash at its end")

/** A reader's RangeError is what is wrong with the variable. */
function readWith<Text, Value>(read: (text: Text) => Value) {
  return (text: Text, context: z.core.$RefinementCtx<Text>): Value => {
    try {
      return read(text)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      context.addIssue({ code: "custom", message: error.message })
      return z.NEVER
    }
  }
}

const environment = z.object({
  ...signInEnvironment.shape,
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default("127.0.0.1"),
  SUPERGRAPH: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL("../dist/supergraph.graphql", import.meta.url))),
  CONSOLE_DIR: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL("../../../apps/console/dist", import.meta.url))),
  GATEWAY_SECRET: z.string().min(SHORTEST_SECRET),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_ORIGIN: origin.optional(),
  SUBGRAPH_TIMEOUT_MS: milliseconds.default(10_000),
  SHUTDOWN_TIMEOUT_MS: milliseconds.default(10_000),
  OPERATION_TIMEOUT_MS: milliseconds.default(15_000),
  STREAM_LOOK_MS: milliseconds.default(10_000),
  MAX_BODY_BYTES: z.coerce.number().int().positive().default(1_000_000),
  LIMITS_ANONYMOUS: z
    .string()
    .default("")
    .transform(readWith((text) => readLimits(text, "anonymous"))),
  LIMITS_PERSON: z
    .string()
    .default("")
    .transform(readWith((text) => readLimits(text, "person"))),
  LIMITS_SYSTEM: z
    .string()
    .default("")
    .transform(readWith((text) => readLimits(text, "system"))),
  RATE_ANONYMOUS: perMinute.default(DEFAULT_RATES.anonymous),
  RATE_PERSON: perMinute.default(DEFAULT_RATES.person),
  RATE_SIGN_IN: perMinute.default(DEFAULT_RATES.signIn),
  RATE_TOKEN: perMinute.default(DEFAULT_RATES.token),
  RATE_BAD_PROOF: perMinute.default(DEFAULT_RATES.badProof),
  UNLIMITED_ADDRESSES: addresses.prefault(""),
  TRUSTED_PROXIES: addresses.prefault(""),
  TRUSTED_DOCUMENTS: list.prefault(
    fileURLToPath(
      new URL("../../../apps/console/src/__generated__/persisted-documents.json", import.meta.url),
    ),
  ),
  ANONYMOUS_OPERATIONS: z.enum(["trusted", "any"]).default("trusted"),
  INTROSPECTION: z.enum(["signed-in", "anyone"]).default("signed-in"),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).prefault(""),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
})

/** A variable for each subgraph. */
const subgraphEnvironment = z.object(
  Object.fromEntries(subgraphs.map(({ name }) => [urlVariableOf(name), subgraphUrl])),
)

/** What the gateway reads from its environment, once, at start. */
export interface GatewayConfiguration {
  port: number
  host: string
  /** Addresses of subgraphs by name; one left out keeps the address the supergraph names. */
  subgraphUrls: Readonly<Record<string, string | undefined>>
  /** File of the supergraph. */
  supergraph: string
  /** Folder of the built console; without it the gateway serves the graph only. */
  consoleDir: string
  /** What only the gateway and the subgraphs know: requests to them are signed with it. */
  secret: string
  /** The connection of the gateway's own role; null: it keeps nothing, nobody can sign in. */
  databaseUrl: string | null
  /** Where people and systems reach the gateway, e.g. "https://kehoach43.hanoi.gov.vn". */
  publicOrigin: string
  /** What bearer tokens must be made for, their `aud`. */
  audience: string
  /** null: everybody is anonymous, but for systems with tokens. */
  signIn: SignInConfiguration | null
  /** How long one request to a subgraph may take, in milliseconds. */
  subgraphTimeout: number
  /** How long running requests may take to finish after a signal to stop, in milliseconds. */
  shutdownTimeout: number
  /** How long one operation may take, in milliseconds. */
  operationTimeout: number
  /** How often it is looked whether who listens to changes still may, in milliseconds. */
  streamLook: number
  /** The largest request body, in bytes. */
  maxBodyBytes: number
  limits: LimitsByKind
  rates: RateLimits
  /** Who is not counted. */
  unlimitedAddresses: AddressList
  /** Whose word is taken on the address of a client. */
  trustedProxies: AddressList
  /** Files with the documents of our own consoles. */
  trustedDocuments: readonly string[]
  anonymousOperations: AnonymousOperations
  introspection: IntrospectionAccess
  /** Other origins whose pages may read answers. */
  allowedOrigins: readonly string[]
  logLevel: z.infer<typeof environment>["LOG_LEVEL"]
}

/** The environment is not right; the message lists every variable at fault. */
export class ConfigurationInvalid extends Error {
  constructor(issues: readonly { path: PropertyKey[]; message: string }[]) {
    super(issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "))
    this.name = "ConfigurationInvalid"
  }
}

/** @throws ConfigurationInvalid */
export function readConfiguration(env: NodeJS.ProcessEnv): GatewayConfiguration {
  const parsed = environment.superRefine(requireForSignIn).safeParse(env)
  const urls = subgraphEnvironment.safeParse(env)
  if (!parsed.success || !urls.success)
    throw new ConfigurationInvalid([...(parsed.error?.issues ?? []), ...(urls.error?.issues ?? [])])
  return {
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    subgraphUrls: Object.fromEntries(subgraphs.map(({ name }) => [name, urls.data[urlVariableOf(name)]])),
    supergraph: parsed.data.SUPERGRAPH,
    consoleDir: parsed.data.CONSOLE_DIR,
    secret: parsed.data.GATEWAY_SECRET,
    databaseUrl: parsed.data.DATABASE_URL ?? null,
    publicOrigin: parsed.data.PUBLIC_ORIGIN ?? `http://localhost:${parsed.data.PORT}`,
    audience: parsed.data.API_AUDIENCE,
    signIn: readSignInConfiguration(parsed.data),
    subgraphTimeout: parsed.data.SUBGRAPH_TIMEOUT_MS,
    shutdownTimeout: parsed.data.SHUTDOWN_TIMEOUT_MS,
    operationTimeout: parsed.data.OPERATION_TIMEOUT_MS,
    streamLook: parsed.data.STREAM_LOOK_MS,
    maxBodyBytes: parsed.data.MAX_BODY_BYTES,
    limits: {
      anonymous: parsed.data.LIMITS_ANONYMOUS,
      person: parsed.data.LIMITS_PERSON,
      system: parsed.data.LIMITS_SYSTEM,
    },
    rates: {
      anonymous: parsed.data.RATE_ANONYMOUS,
      person: parsed.data.RATE_PERSON,
      signIn: parsed.data.RATE_SIGN_IN,
      token: parsed.data.RATE_TOKEN,
      badProof: parsed.data.RATE_BAD_PROOF,
    },
    unlimitedAddresses: parsed.data.UNLIMITED_ADDRESSES,
    trustedProxies: parsed.data.TRUSTED_PROXIES,
    trustedDocuments: parsed.data.TRUSTED_DOCUMENTS,
    anonymousOperations: parsed.data.ANONYMOUS_OPERATIONS,
    introspection: parsed.data.INTROSPECTION,
    allowedOrigins: parsed.data.ALLOWED_ORIGINS,
    logLevel: parsed.data.LOG_LEVEL,
  }
}

/** What signing in cannot do without. */
const FOR_SIGN_IN = ["DATABASE_URL", "PUBLIC_ORIGIN", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const

function requireForSignIn(env: z.infer<typeof environment>, { addIssue }: z.RefinementCtx): void {
  if (env.OIDC_ISSUER === undefined) return
  for (const name of FOR_SIGN_IN)
    if (env[name] === undefined)
      addIssue({ code: "custom", path: [name], message: "is needed where OIDC_ISSUER is set" })
}
