import { readFileSync } from "node:fs"
import { expect } from "vitest"

/** What a hostile request was answered. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** Of the first error; undefined where there is none. */
  code: string | undefined
  extensions: Record<string, unknown>
  milliseconds: number
}

interface Entry {
  sent: number
  refused: number
  slowest: number
}

/** What no answer may hold: lines of a stack, of SQL, of a driver, paths of this machine. */
const NEVER_SAID = [
  /\bat [\w.<>]+ \(?(file:|node:|\/)/,
  /node_modules|\/dist\/|\.ts:\d+/,
  /\b(select|insert into|update|delete from)\s+["\w*]+.*\b(from|values|set|where)\b/i,
  /syntax error at or near|relation "|column "|SQLSTATE|PostgresError|DriverException|pg_catalog/i,
]

/** How a mutation refuses what its schema allows. */
const REFUSED_IN_PAYLOAD = /"userErrors":\[\{/

/** Keeps account of every hostile request, and looks at every answer for what must not be said. */
export class Ledger {
  readonly #entries = new Map<string, Entry>()
  readonly #gateway: number

  /** @param gateway process id */
  constructor(gateway: number) {
    this.#gateway = gateway
  }

  /**
   * Sends a request and notes how it was answered.
   * @param quoted what an answer may quote because the request says it
   */
  async ask(kind: string, url: string, init: RequestInit = {}, quoted = ""): Promise<Answer> {
    const started = performance.now()
    const response = await fetch(url, { redirect: "manual", ...init })
    const text = await response.text()
    const milliseconds = performance.now() - started
    const { code, ...extensions } = firstErrorIn(text)
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      code: code as string | undefined,
      extensions,
      milliseconds,
    }
    const inJson = JSON.stringify(quoted).slice(1, -1)
    this.note(kind, quoted === "" ? answer : { ...answer, text: text.replaceAll(inJson, "…") })
    return answer
  }

  /** Notes an answer that came another way. */
  note(kind: string, { status, code, text, milliseconds }: Omit<Answer, "headers" | "extensions">): void {
    for (const said of NEVER_SAID) expect(text).not.toMatch(said)
    expect(code).not.toBe("INTERNAL_SERVER_ERROR")
    expect(status).not.toBe(500)
    const entry = this.#entries.get(kind) ?? { sent: 0, refused: 0, slowest: 0 }
    this.#entries.set(kind, entry)
    entry.sent += 1
    if (status >= 400 || code !== undefined || REFUSED_IN_PAYLOAD.test(text)) entry.refused += 1
    entry.slowest = Math.max(entry.slowest, milliseconds)
  }

  /** Megabytes that the gateway's process holds. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#gateway}/status`, "latin1")
    return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024)
  }

  /** The figures, one row a kind. */
  print(): void {
    console.table(
      Object.fromEntries(
        Array.from(this.#entries, ([kind, { sent, refused, slowest }]) => [
          kind,
          { sent, refused, "slowest ms": Math.round(slowest) },
        ]),
      ),
    )
  }
}

function firstErrorIn(text: string): Record<string, unknown> {
  try {
    const { errors } = JSON.parse(text) as { errors?: { extensions?: Record<string, unknown> }[] }
    return errors?.[0]?.extensions ?? {}
  } catch {
    return {}
  }
}
