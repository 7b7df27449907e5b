import type { Readable } from "node:stream"
import type { Terminal } from "../terminal/terminal.ts"
import type { BoundedFile } from "./bounded-file.ts"

/** The level from which pino's lines are shown to a person: 40 is a warning. */
const WARNING = 40
/** How many of the last lines are remembered to explain a death. */
const REMEMBERED = 40

export interface ProcessLogOptions {
  /** Whose output it is, e.g. "tasks". */
  name: string
  file: BoundedFile
  terminal: Terminal
  /** Whether every line is shown, not only warnings and errors. */
  verbose: boolean
}

/**
 * What a process prints: everything into its file, warnings and errors to the terminal, the last lines remembered
 * to explain why it died. While it starts, only its file hears it: a failed start is explained once.
 */
export class ProcessLog {
  readonly #options: ProcessLogOptions
  #lines: string[] = []
  #starting = true

  constructor(options: ProcessLogOptions) {
    this.#options = options
  }

  /** Listens to a process that has just been started. */
  follow(stdout: Readable, stderr: Readable): void {
    this.#lines = []
    this.#starting = true
    splitLines(stdout, (line) => this.#take(line, false))
    splitLines(stderr, (line) => this.#take(line, true))
  }

  /** The process works from now on: its warnings are news. */
  started(): void {
    this.#starting = false
  }

  /** Why the process died, in one line, as far as it said so. */
  lastWords(): string | null {
    const said = this.#lines.map(messageOf).filter((line) => !/^\s*$|^\s+at |^Node\.js v/.test(line))
    return (said.findLast((line) => /error/i.test(line)) ?? said.at(-1) ?? null)?.trim() ?? null
  }

  #take(line: string, isError: boolean): void {
    const { name, file, terminal, verbose } = this.#options
    file.append(line)
    const level = levelOf(line) ?? (isError ? WARNING : 0)
    if (level >= WARNING) {
      this.#lines.push(line)
      if (this.#lines.length > REMEMBERED) this.#lines.shift()
    }
    if (verbose) terminal.say(`${name}: ${line}`)
    else if (level >= WARNING && !this.#starting) terminal.warn(`${name}: ${messageOf(line)}`)
  }
}

function splitLines(stream: Readable, take: (line: string) => void): void {
  let rest = ""
  stream.setEncoding("utf8")
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) take(line)
  })
  stream.on("end", () => {
    if (rest !== "") take(rest)
  })
}

interface PinoLine {
  level: number
  msg?: string
  err?: { message?: string }
}

function pinoLine(line: string): PinoLine | null {
  if (!line.startsWith("{")) return null
  try {
    const parsed: unknown = JSON.parse(line)
    return typeof parsed === "object" && parsed !== null && "level" in parsed ? (parsed as PinoLine) : null
  } catch {
    return null
  }
}

function levelOf(line: string): number | null {
  return pinoLine(line)?.level ?? null
}

function messageOf(line: string): string {
  const parsed = pinoLine(line)
  if (parsed === null) return line
  return [parsed.msg, parsed.err?.message].filter(Boolean).join(": ") || line
}
