import { join } from "node:path"
import { build } from "../build/build.ts"
import { keptSecrets } from "../configuration/kept-secrets.ts"
import type { LocalConfiguration } from "../configuration/local-configuration.ts"
import { isFirstStart, openDatabase } from "../database/local-database.ts"
import { startLocalInbox } from "../mail/local-inbox.ts"
import { requireDiskRoom } from "../preconditions/disk-room.ts"
import { requireFreePorts } from "../preconditions/ports.ts"
import { claimSoleUse } from "../preconditions/sole-use.ts"
import { BoundedFile } from "../process/bounded-file.ts"
import { ProcessLog } from "../process/process-log.ts"
import { runToEnd } from "../process/run-to-end.ts"
import { type Program, SupervisedProcess } from "../process/supervised-process.ts"
import type { Terminal } from "../terminal/terminal.ts"
import {
  type CodeForm,
  gatewayProgram,
  identityProgram,
  localInboxPlace,
  localOrigin,
  planImportProgram,
  portClaims,
  SUBGRAPHS,
  type Surroundings,
  subgraphProgram,
} from "./programs.ts"
import { waitUntilReady } from "./readiness.ts"

/** How long the whole graph may take to be ready once its processes are, in milliseconds. */
const PATIENCE_MS = 30_000

/** What a start needs to know and whom it tells. */
export interface StartOptions {
  /** The repository's folder, absolute. */
  root: string
  configuration: LocalConfiguration
  form: CodeForm
  terminal: Terminal
  /** Ends everything that was started, the last first. */
  stack: AsyncDisposableStack
  /** Aborted when the start is to be given up. */
  signal: AbortSignal
  /** Where what ends a started process at once is put, for those in a hurry. */
  killers: (() => void)[]
  /** Places the supergraph for the gateway when all is built; without it the gateway takes what the build composed. */
  placeSupergraph?(): Promise<string>
  /** Called when a process that worked can no longer be kept running. */
  onGivenUp(error: Error): void
}

/** Everything that runs. */
export interface LocalSystem {
  surroundings: Surroundings
  gateway: SupervisedProcess
  /** null where people sign in with an issuer elsewhere. */
  identity: SupervisedProcess | null
  subgraphs: ReadonlyMap<string, SupervisedProcess>
  /** Starts one more program that is kept running as these are. */
  supervise(program: Program): Promise<SupervisedProcess>
  /** Where the messages of this system are shown; null where they go to a mail server elsewhere. */
  inboxUrl: string | null
  /** Process ids by name. */
  processes: Record<string, number>
}

/**
 * Brings everything up: preconditions, build, database, subgraphs, identity provider and gateway, the plan in the database.
 * @throws Error with one clear line; what had been started is on the stack
 */
export async function startLocalSystem(options: StartOptions): Promise<LocalSystem> {
  const { root, configuration, form, terminal, stack, signal } = options
  const { host, port, dataDirectory, databaseUrl, signInElsewhere, mailElsewhere } = configuration

  await requireDiskRoom(dataDirectory, databaseUrl === null && isFirstStart(dataDirectory))
  stack.defer(await claimSoleUse(dataDirectory))
  await requireFreePorts(portClaims({ host, port, form, signInElsewhere, mailElsewhere }))
  const secrets = await keptSecrets(dataDirectory)
  const surroundings: Surroundings = {
    root,
    host,
    port,
    form,
    gatewaySecret: configuration.gatewaySecret ?? secrets.gateway,
    publicOrigin: configuration.publicOrigin ?? localOrigin({ port, form }),
    identityClientSecret: signInElsewhere ? null : secrets.identityClient,
    evidenceDirectory: configuration.evidenceDirectory,
    mailElsewhere,
  }
  await build(root, terminal, signal)
  // Loaded late: the build before makes it.
  const { connectionTo } = await import("@plan43/database/provision")
  const supergraph = await options.placeSupergraph?.()
  const database = await openDatabase(configuration, { ...options, keep: options })
  signal.throwIfAborted()
  const inboxUrl = mailElsewhere ? null : await openLocalInbox(surroundings, options)

  const subgraphs = new Map(
    SUBGRAPHS.map((name) => [
      name,
      prepareProcess(subgraphProgram(name, connectionTo(database.urls, name), surroundings), options),
    ]),
  )
  const gateway = prepareProcess(gatewayProgram(database.urls.gateway, surroundings, supergraph), options)
  const identity =
    surroundings.identityClientSecret === null
      ? null
      : prepareProcess(
          identityProgram(database.urls.identity, surroundings.identityClientSecret, surroundings),
          options,
        )
  stack.defer(async () => {
    await Promise.all([identity, ...subgraphs.values()].map((process) => process?.stop()))
  })
  stack.defer(() => gateway.stop())

  await Promise.all([
    gateway.start(),
    identity?.start(),
    Promise.all([...subgraphs.values()].map((subgraph) => subgraph.start())).then(() =>
      importPlan(planImportProgram(database.urls.import, surroundings), options),
    ),
  ])
  await waitUntilReady(`http://${reachable(host)}:${port}/ready`, PATIENCE_MS, signal)
  return {
    surroundings,
    gateway,
    identity,
    subgraphs,
    inboxUrl,
    async supervise(program) {
      const supervised = prepareProcess(program, options)
      stack.defer(() => supervised.stop())
      await supervised.start()
      return supervised
    },
    processes: pidsOf({
      supervisor: process.pid,
      postgres: database.pid,
      ...Object.fromEntries([...subgraphs].map(([name, subgraph]) => [name, subgraph.pid])),
      identity: identity?.pid,
      gateway: gateway.pid,
    }),
  }
}

/** @returns where its page is */
async function openLocalInbox(
  surroundings: Surroundings,
  { configuration, stack }: StartOptions,
): Promise<string> {
  const { url, ...place } = localInboxPlace(surroundings)
  const inbox = await startLocalInbox({ ...place, folder: join(configuration.dataDirectory, "mail") })
  stack.defer(() => inbox.stop())
  return url
}

/** The address to ask for what listens on every address of the machine. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1"
  if (host === "::") return "[::1]"
  return host.includes(":") ? `[${host}]` : host
}

function pidsOf(processes: Record<string, number | undefined>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(processes).filter((entry): entry is [string, number] => entry[1] !== undefined),
  )
}

async function importPlan(program: Program, options: StartOptions): Promise<void> {
  const printed = await runToEnd(program, openLog(program.name, options), options.signal)
  for (const line of printed.split("\n").slice(-2)) options.terminal.say(line)
}

function prepareProcess(program: Program, options: StartOptions): SupervisedProcess {
  const { terminal, onGivenUp, killers } = options
  const supervised = new SupervisedProcess(program, {
    log: openLog(program.name, options),
    terminal,
    onGivenUp,
  })
  killers.push(() => supervised.kill())
  return supervised
}

function openLog(name: string, { configuration, terminal }: StartOptions): ProcessLog {
  const file = new BoundedFile(join(configuration.dataDirectory, "logs", `${name}.log`))
  return new ProcessLog({ name, file, terminal, verbose: configuration.verbose })
}
