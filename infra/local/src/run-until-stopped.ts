import { BuildFailed } from "./build/build.ts"
import {
  ConfigurationInvalid,
  type LocalConfiguration,
  readLocalConfiguration,
} from "./configuration/local-configuration.ts"
import { type LocalSystem, type StartOptions, startLocalSystem } from "./system/local-system.ts"
import { jsonTerminal, plainTerminal, type Terminal } from "./terminal/terminal.ts"

/** A signal within this time of the first is the same key press: npm passes on what the terminal also sends. */
const SAME_KEY_PRESS_MS = 1_000

/** What is particular to one way of running. */
export interface Run extends Pick<StartOptions, "root" | "form"> {
  /** As in StartOptions, knowing the configuration. */
  placeSupergraph?(configuration: LocalConfiguration): Promise<string>
  /** Comes when everything runs, before people are told. */
  whenRunning?(system: LocalSystem, options: StartOptions): Promise<{ consoleUrl?: string }>
}

/**
 * Starts everything, tells where it is, and stops it, last started first, on Ctrl-C, SIGTERM or when a part of it can
 * no longer be kept running. The process ends with it: 0 when it was told to stop after it was ready, 130 when it was
 * told before, 1 when something failed. A second Ctrl-C ends the processes at once.
 */
export async function runUntilStopped({ root, form, placeSupergraph, whenRunning }: Run): Promise<never> {
  const options = process.argv.slice(2)
  const terminal = options.includes("--json") ? jsonTerminal() : plainTerminal()
  const stack = new AsyncDisposableStack()
  const ended = Promise.withResolvers<never>()
  ended.promise.catch(() => undefined)
  const starting = new AbortController()
  const killers: (() => void)[] = []
  listenForSignals(terminal, {
    stop() {
      ended.reject(new Stopped())
      starting.abort(new Stopped())
    },
    kill() {
      for (const kill of killers) kill()
    },
  })

  let code: number
  let ready = false
  try {
    const configuration = readLocalConfiguration(options, process.env, root)
    const start: StartOptions = {
      root,
      configuration,
      form,
      terminal,
      stack,
      signal: starting.signal,
      killers,
      placeSupergraph: placeSupergraph && (() => placeSupergraph(configuration)),
      // Source that does not work is about to be changed; what was built is not.
      onGivenUp: form === "source" ? (error) => terminal.warn(error.message) : ended.reject,
    }
    const bringUp = async () => {
      const system = await startLocalSystem(start)
      return { system, more: await whenRunning?.(system, start) }
    }
    const { system, more } = await Promise.race([bringUp(), ended.promise])
    ready = true
    terminal.ready({
      url: `http://localhost:${configuration.port}`,
      milliseconds: Math.round(performance.now()),
      processes: system.processes,
      ...(system.inboxUrl !== null && { inboxUrl: system.inboxUrl }),
      ...more,
    })
    await ended.promise
    code = 0
  } catch (error) {
    code = error instanceof Stopped ? (ready ? 0 : 130) : 1
    if (error instanceof Stopped) terminal.say("Stopping …")
    else explain(error, terminal, options.includes("--verbose"))
  }
  try {
    await stack.disposeAsync()
  } catch (error) {
    explain(error, terminal, true)
    code = 1
  }
  process.exit(code)
}

/** Somebody asked to stop. */
class Stopped extends Error {}

function listenForSignals(terminal: Terminal, { stop, kill }: { stop(): void; kill(): void }): void {
  let first: number | undefined
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (first === undefined) {
        first = Date.now()
        stop()
      } else if (Date.now() - first > SAME_KEY_PRESS_MS) {
        kill()
        terminal.warn("Ended at once; the database recovers at the next start.")
        process.exit(130)
      }
    })
  // A terminal that was closed must not keep the rest from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)
}

function explain(error: unknown, terminal: Terminal, verbose: boolean): void {
  if (error instanceof BuildFailed) terminal.warn(error.output)
  if (error instanceof ConfigurationInvalid) for (const problem of error.problems) terminal.warn(problem)
  else terminal.warn(error instanceof Error ? error.message : String(error))
  if (verbose && error instanceof Error) terminal.warn(error.stack ?? "")
}
