import { z } from "zod"

const webUrl = z.url({ protocol: /^https?$/ })

const environment = z.object({
  NODE_ENV: z
    .string()
    .optional()
    .refine(
      (name) => name !== "production",
      "this provider's accounts and their password are public, so it does not run in production; set OIDC_ISSUER of the gateway to the city's own issuer",
    ),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4006),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  ISSUER: webUrl.refine((url) => !url.endsWith("/"), "must not end in a slash"),
  CLIENT_ID: z.string().min(1),
  CLIENT_SECRET: z.string().min(32),
  REDIRECT_URI: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(webUrl).min(1)),
  POST_LOGOUT_URI: webUrl,
  BACKCHANNEL_LOGOUT_URI: webUrl.optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
})

/** What the provider reads from its environment, once, at start. */
export interface IdentityConfiguration {
  port: number
  host: string
  databaseUrl: string
  /** Its own public address, as it stands in `iss`. */
  issuer: string
  client: ClientConfiguration
  logLevel: z.infer<typeof environment>["LOG_LEVEL"]
}

/** The one application that people sign in to. */
export interface ClientConfiguration {
  id: string
  secret: string
  /** Where people may be sent back to after signing in. */
  redirectUris: readonly string[]
  /** Where people are sent back to after signing out. */
  postLogoutUri: string
  /** Who is told when somebody signs out here. */
  backchannelLogoutUri: string | null
}

/** The environment is not right; the message lists every variable at fault. */
export class ConfigurationInvalid extends Error {
  constructor(issues: readonly { path: PropertyKey[]; message: string }[]) {
    super(issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "))
    this.name = "ConfigurationInvalid"
  }
}

/** @throws ConfigurationInvalid */
export function readConfiguration(env: NodeJS.ProcessEnv): IdentityConfiguration {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new ConfigurationInvalid(parsed.error.issues)
  return {
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    databaseUrl: parsed.data.DATABASE_URL,
    issuer: parsed.data.ISSUER,
    client: {
      id: parsed.data.CLIENT_ID,
      secret: parsed.data.CLIENT_SECRET,
      redirectUris: parsed.data.REDIRECT_URI,
      postLogoutUri: parsed.data.POST_LOGOUT_URI,
      backchannelLogoutUri: parsed.data.BACKCHANNEL_LOGOUT_URI ?? null,
    },
    logLevel: parsed.data.LOG_LEVEL,
  }
}
