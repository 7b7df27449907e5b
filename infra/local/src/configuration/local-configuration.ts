import { isAbsolute, join } from "node:path"

/** What `npm start` and `npm run dev` read from the command line and the environment, once, at start. */
export interface LocalConfiguration {
  /** Port of the gateway; the subgraphs take the six after it, the identity provider the seventh, the console's dev server the eighth, the local inbox and its mail server the ninth and tenth. */
  port: number
  /** Address to listen on. */
  host: string
  /** A PostgreSQL ≥ 16 whose login may create roles; null: the embedded one. */
  databaseUrl: string | null
  /** Absolute path of the folder for the embedded PostgreSQL's data and the logs. */
  dataDirectory: string
  /** Absolute path of the folder for the files that people upload. */
  evidenceDirectory: string
  /** What the gateway signs its requests to subgraphs with; null: one that is kept with the data. */
  gatewaySecret: string | null
  /** Where people reach the system; null: at the gateway's port of this machine. */
  publicOrigin: string | null
  /** Whether people sign in with an issuer elsewhere, which the gateway's own variables name. */
  signInElsewhere: boolean
  /** Whether messages go to a mail server elsewhere, which SMTP_URL names. */
  mailElsewhere: boolean
  /** Whether everything that the processes log is printed. */
  verbose: boolean
  /** Whether to print one JSON object a line, for programs. */
  json: boolean
}

/** The configuration is not right; `problems` lists everything at fault, one sentence each. */
export class ConfigurationInvalid extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join("; "))
    this.name = "ConfigurationInvalid"
    this.problems = problems
  }
}

/** Ports that follow the gateway's: six subgraphs, the identity provider, the console's dev server, the inbox and its mail server. */
const PORTS_AFTER_THE_FIRST = 10
const OPTIONS = ["--verbose", "--json"]

/**
 * Reads PORT (4000), HOST (127.0.0.1), DATABASE_URL (none), PLAN43_DATA_DIR (.data), EVIDENCE_DIR (evidence/ in it),
 * GATEWAY_SECRET (one that is kept with the data), PUBLIC_ORIGIN (this machine), OIDC_ISSUER (an identity provider of its
 * own) and SMTP_URL (an inbox of its own), and the options
 * --verbose and --json. A variable that is set to nothing counts as not set.
 * @param root the repository's folder, absolute
 * @throws ConfigurationInvalid
 */
export function readLocalConfiguration(
  options: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): LocalConfiguration {
  const problems = options
    .filter((option) => !OPTIONS.includes(option))
    .map((option) => `${option} is no option: there are ${OPTIONS.join(" and ")}`)

  const port = Number(env.PORT || "4000")
  const lastPort = 65_535 - PORTS_AFTER_THE_FIRST
  if (!Number.isInteger(port) || port < 1 || port > lastPort)
    problems.push(`PORT is "${env.PORT}": it must be a whole number from 1 to ${lastPort}`)

  const databaseUrl = env.DATABASE_URL || null
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl))
    problems.push("DATABASE_URL must look like postgresql://user:password@host:5432/database")

  const from = (folder: string) => (isAbsolute(folder) ? folder : join(root, folder))
  const dataDirectory = from(env.PLAN43_DATA_DIR || ".data")
  if (problems.length > 0) throw new ConfigurationInvalid(problems)
  return {
    port,
    host: env.HOST || "127.0.0.1",
    databaseUrl,
    dataDirectory,
    evidenceDirectory: env.EVIDENCE_DIR ? from(env.EVIDENCE_DIR) : join(dataDirectory, "evidence"),
    gatewaySecret: env.GATEWAY_SECRET || null,
    publicOrigin: env.PUBLIC_ORIGIN || null,
    signInElsewhere: Boolean(env.OIDC_ISSUER),
    mailElsewhere: Boolean(env.SMTP_URL),
    verbose: options.includes("--verbose"),
    json: options.includes("--json"),
  }
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  return /^postgres(ql)?:$/.test(protocol) && hostname !== "" && username !== ""
}
