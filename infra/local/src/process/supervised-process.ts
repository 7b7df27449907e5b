import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import type { Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import type { Terminal } from "../terminal/terminal.ts"
import type { ProcessLog } from "./process-log.ts"

/** A Node program that tells its parent `{ ready: true }` when it works, and ends cleanly on SIGTERM. */
export interface Program {
  /** Unique, e.g. "tasks". */
  name: string
  /** Arguments to node: its flags, then the file. */
  args: readonly string[]
  /** Folder to run it in. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
}

/** How patient to be, in milliseconds. */
export interface Patience {
  /** Until it must have said that it is ready. */
  start: number
  /** Until it must have ended after SIGTERM; then it is killed. */
  stop: number
  /** Waits before restarts, one for each death in a row; when they are used up it is given up. */
  restarts: readonly number[]
  /** Having worked so long, its next death counts as the first. */
  settled: number
}

const PATIENCE: Patience = {
  start: 60_000,
  stop: 15_000,
  restarts: [250, 1_000, 2_000, 4_000, 8_000],
  settled: 60_000,
}

/** A program did not start, or died too often; the message says in one line what it said last. */
export class ProcessFailed extends Error {
  constructor(name: string, what: string) {
    super(`${name} ${what}`)
    this.name = "ProcessFailed"
  }
}

export interface SupervisionOptions {
  log: ProcessLog
  terminal: Terminal
  patience?: Partial<Patience>
  /** Called once when a program that worked has died too often to be restarted again. */
  onGivenUp(error: ProcessFailed): void
}

/**
 * Keeps a program running: a death after it worked is announced and followed by a restart, later each time.
 * The program has a process group of its own, so that Ctrl-C in the terminal reaches the supervisor alone.
 */
export class SupervisedProcess {
  readonly program: Program
  readonly #options: SupervisionOptions
  readonly #patience: Patience
  #child: ChildProcess | null = null
  #stopped = new AbortController()
  #deaths = 0

  constructor(program: Program, options: SupervisionOptions) {
    this.program = program
    this.#options = options
    this.#patience = { ...PATIENCE, ...options.patience }
  }

  /** Its process id; undefined while it does not run. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  /**
   * Starts the program and waits until it is ready.
   * @throws ProcessFailed when it ends before, or is not ready in time
   */
  async start(): Promise<void> {
    this.#stopped = new AbortController()
    await this.#launch()
  }

  async #launch(): Promise<void> {
    const { name, args, cwd, env } = this.program
    const { log } = this.#options
    const child = spawn(process.execPath, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    }) as ChildProcess & { stdout: Readable; stderr: Readable }
    this.#child = child
    log.follow(child.stdout, child.stderr)
    const failure = await Promise.race([
      isReady(child).then(() => null),
      closed(child).then((end) => `did not start: ${log.lastWords() ?? end}`),
      sleep(this.#patience.start, `was not ready after ${this.#patience.start / 1000} s`, { ref: false }),
    ])
    if (failure !== null) {
      await this.#end(child)
      throw new ProcessFailed(name, failure)
    }
    log.started()
    const readySince = Date.now()
    void closed(child).then((end) => {
      if (this.#child === child) this.#child = null
      if (!this.#stopped.signal.aborted) void this.#restartAfterDeath(end, Date.now() - readySince)
    })
  }

  /** Ends the program: asked first, killed when it takes too long. A stopped program may be started again. */
  async stop(): Promise<void> {
    this.#stopped.abort()
    if (this.#child !== null) await this.#end(this.#child)
  }

  /** Ends the program at once. */
  kill(): void {
    this.#stopped.abort()
    this.#child?.kill("SIGKILL")
  }

  async #end(child: ChildProcess): Promise<void> {
    const end = closed(child)
    child.kill("SIGTERM")
    const overdue = setTimeout(() => child.kill("SIGKILL"), this.#patience.stop)
    await end
    clearTimeout(overdue)
    if (this.#child === child) this.#child = null
  }

  async #restartAfterDeath(end: string, lived: number): Promise<void> {
    const { terminal, log, onGivenUp } = this.#options
    const { name } = this.program
    const stopped = this.#stopped.signal
    if (lived >= this.#patience.settled) this.#deaths = 0
    let why = log.lastWords() ?? end
    for (;;) {
      const wait = this.#patience.restarts[this.#deaths]
      if (wait === undefined) {
        onGivenUp(new ProcessFailed(name, `died ${this.#deaths + 1} times in a row: ${why}`))
        return
      }
      this.#deaths += 1
      terminal.warn(`${name} ended (${why}); it is started again in ${wait / 1000} s`)
      await sleep(wait, undefined, { signal: stopped }).catch(() => undefined)
      if (stopped.aborted) return
      try {
        await this.#launch()
        terminal.say(`${name} works again`)
        return
      } catch (error) {
        if (stopped.aborted) return
        why = (error as Error).message
      }
    }
  }
}

async function isReady(child: ChildProcess): Promise<void> {
  for (;;) {
    const [message] = (await once(child, "message")) as [{ ready?: boolean }]
    if (message.ready === true) return
  }
}

/** Resolves with how the process ended, when it has and all its output was read. */
async function closed(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) {
    const failure = await new Promise<Error | null>((resolve) => {
      child.once("close", () => resolve(null))
      child.once("error", resolve)
    })
    if (failure !== null) return failure.message
  }
  return child.signalCode === null ? `exit code ${child.exitCode}` : `killed by ${child.signalCode}`
}
