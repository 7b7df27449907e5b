import { setTimeout as sleep } from "node:timers/promises"

/** One change that somebody asks for, whatever it takes. */
export interface WantedChange {
  query: string
  variables: Record<string, unknown>
}

/** How often it had to be asked for, and what was answered in the end. */
export interface Acknowledged<Data> {
  data: Data
  attempts: number
}

const PAUSE_MS = 150
const PATIENCE_MS = 60_000
const ANSWER_MS = 10_000

/**
 * Asks for a change again and again, with the same idempotency key, until it is acknowledged: what a careful client does
 * while parts of the system fail.
 * @param ask sends one request
 * @throws when it is not acknowledged within a minute, or refused for good; the message says what was answered last
 */
export async function askUntilAcknowledged<Data>(
  ask: (body: string, signal: AbortSignal) => Promise<Response>,
  change: WantedChange,
): Promise<Acknowledged<Data>> {
  const until = Date.now() + PATIENCE_MS
  let last = "nothing"
  for (let attempts = 1; Date.now() < until; attempts++) {
    last = await ask(JSON.stringify(change), AbortSignal.timeout(ANSWER_MS))
      .then((response) => response.text())
      .catch(String)
    const { data, errors } = answerIn<Data>(last)
    if (errors === undefined && data != null) return { data, attempts }
    if (errors?.some(({ extensions }) => extensions?.code === "BAD_USER_INPUT")) break
    await sleep(PAUSE_MS)
  }
  throw new Error(`never acknowledged: ${last.slice(0, 500)}`)
}

interface GraphAnswer<Data> {
  data?: Data | null
  errors?: { extensions?: { code?: string } }[]
}

/** What breaks off, or is no answer of the graph, is an answer without data. */
function answerIn<Data>(text: string): GraphAnswer<Data> {
  try {
    return JSON.parse(text) as GraphAnswer<Data>
  } catch {
    return {}
  }
}
