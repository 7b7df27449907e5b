import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

/** What a subgraph says of itself in `services/{name}/subgraph.json`; nobody else writes it down a second time. */
export interface Subgraph {
  /** Its folder's name, its schema in PostgreSQL and the end of its role's, e.g. "tasks". */
  name: string
  /** Where a local system has it: so many ports after the gateway's. */
  port: number
  /** What people call the data that it holds, in the middle of a sentence. */
  holds: { vi: string; en: string }
  /** Whether an import of the plan writes rows of it. */
  fromPlan: boolean
  /** Whether it keeps an outbox of what happens in it. */
  tells: boolean
  /** Whether it reads what happens in others. */
  follows: boolean
  /** Whoever has this scope reads all that people record in it; null: there is no such scope. */
  readableWith: string | null
  /** Whether it is asked often and much at a time, or seldom and little: how much memory it may keep. */
  size: "large" | "small"
}

/** A `subgraph.json` that cannot be right; the message names the file and the fault. */
export class SubgraphListInvalid extends Error {
  override readonly name = "SubgraphListInvalid"
}

const FILE = "subgraph.json"

/** Ports after the gateway's that a local system gives to others: sign-in, the console's server, the inbox, its mail. */
export const OTHER_PORTS = { identity: 7, console: 8, inbox: 9, mail: 10 } as const

/** Schemas of services that are no subgraphs, of jobs, and of PostgreSQL: no subgraph can be called so. */
const TAKEN_NAMES = ["gateway", "identity", "import", "public", "followers", "simulation", "verify"]

/**
 * Whether a subgraph may be called so: it is part of names in PostgreSQL, in environment variables and in addresses.
 * @returns null, or what would be right
 */
export function faultOfName(name: string): string | null {
  if (!/^[a-z][a-z0-9]{1,29}$/.test(name))
    return "must be 2 to 30 lower-case letters and digits and begin with a letter, e.g. reporting"
  return TAKEN_NAMES.includes(name) || name.startsWith("pg") ? "is taken by another part of the system" : null
}

/**
 * The subgraphs of a repository in the order of their ports.
 * @param services its folder `services/`, with a slash at the end
 * @throws SubgraphListInvalid
 */
export function readSubgraphs(services: URL): Subgraph[] {
  const subgraphs = readdirSync(services, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const file = new URL(`${name}/${FILE}`, services)
      const text = textOf(file)
      return text === null ? [] : [read(name, text, fileURLToPath(file))]
    })
    .sort((one, other) => one.port - other.port)
  const ports = new Map<number, string>(
    Object.entries(OTHER_PORTS).map(([name, port]): [number, string] => [port, name]),
  )
  for (const { name, port } of subgraphs) {
    const user = ports.get(port)
    if (user !== undefined)
      throw new SubgraphListInvalid(`services/${name}/${FILE}: port ${port} is that of ${user}`)
    ports.set(port, name)
  }
  return subgraphs
}

/** The text of a file; null where there is none. */
function textOf(file: URL): string | null {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== ""
const isFlag = (value: unknown) => typeof value === "boolean"

/** By name of the field: whether its value can be right, and what would be. */
const FIELDS: Readonly<
  Record<Exclude<keyof Subgraph, "name">, readonly [(value: unknown) => boolean, string]>
> = {
  port: [(value) => Number.isInteger(value) && Number(value) > 0, "a whole number above 0"],
  holds: [
    (value) =>
      typeof value === "object" &&
      value !== null &&
      "vi" in value &&
      isText(value.vi) &&
      "en" in value &&
      isText(value.en),
    '{ "vi": …, "en": … }',
  ],
  fromPlan: [isFlag, "true or false"],
  tells: [isFlag, "true or false"],
  follows: [isFlag, "true or false"],
  readableWith: [(value) => value === null || isText(value), "a scope or null"],
  size: [(value) => value === "large" || value === "small", '"large" or "small"'],
}

function read(name: string, text: string, file: string): Subgraph {
  const fault = faultOfName(name)
  if (fault !== null) throw new SubgraphListInvalid(`${file}: the name ${name} ${fault}`)
  const said = parsed(text, file)
  for (const [field, [isRight, right]] of Object.entries(FIELDS))
    if (!isRight(said[field])) throw new SubgraphListInvalid(`${file}: ${field} must be ${right}`)
  const unknown = Object.keys(said).find((field) => !(field in FIELDS))
  if (unknown !== undefined) throw new SubgraphListInvalid(`${file}: ${unknown} means nothing`)
  return { name, ...said } as Subgraph
}

function parsed(text: string, file: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch (error) {
    throw new SubgraphListInvalid(`${file} is no JSON: ${(error as Error).message}`)
  }
}

/** The subgraphs of this repository, in the order of their ports. */
export const subgraphs: readonly Subgraph[] = readSubgraphs(new URL("../../../services/", import.meta.url))

/** How many ports a local system takes, from the gateway's on. */
export const PORTS_OF_A_SYSTEM = 1 + lastPort(subgraphs)

/** The port that a new subgraph is given. */
export function nextPort(known: readonly Subgraph[]): number {
  return lastPort(known) + 1
}

function lastPort(known: readonly Subgraph[]): number {
  return Math.max(...Object.values(OTHER_PORTS), ...known.map(({ port }) => port))
}

/** The variable that tells the gateway where a subgraph answers, e.g. "TASKS_URL". */
export function urlVariableOf(name: string): string {
  return `${name.toUpperCase()}_URL`
}
