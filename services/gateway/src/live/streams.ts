import type { Identity } from "@plan43/authorization"
import { GraphQLError } from "graphql"
import type { Logger } from "pino"
import type { GraphRequestContext } from "../graph/graph-request-context.ts"

/** Streams that one person may have open at once: a browser shares one among its tabs. */
export const MOST_STREAMS = 10

/** How often it is looked whether who listens is still who began, in milliseconds. */
const LOOK_MS = 10_000

/** A stream that is open. */
export interface OpenStream {
  /** Aborted when the stream has to end. */
  signal: AbortSignal
  /** Gives up its place. */
  end(): void
}

/**
 * Streams of results that are open: bounded for each person, and ended with the session or the token that they were
 * begun with, or when the person is another one to the plan.
 */
export class Streams {
  readonly #log: Logger
  readonly #lookEvery: number
  readonly #open = new Map<string, Set<AbortController>>()

  /** @param lookEvery in milliseconds */
  constructor(log: Logger, lookEvery = LOOK_MS) {
    this.#log = log
    this.#lookEvery = lookEvery
  }

  /**
   * @throws GraphQLError UNAUTHENTICATED for who is not signed in, TOO_MANY_STREAMS
   */
  open({ requester: { identity }, identityNow, gone }: GraphRequestContext): OpenStream {
    if (identity === null)
      throw new GraphQLError("Cần đăng nhập để nhận thay đổi trực tiếp", {
        extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
      })
    const ofPerson = this.#open.get(identity.id) ?? new Set()
    if (ofPerson.size >= MOST_STREAMS)
      throw new GraphQLError(
        `Mỗi người chỉ mở được ${MOST_STREAMS} luồng thay đổi cùng lúc; hãy đóng bớt trang đang mở`,
        { extensions: { code: "TOO_MANY_STREAMS", limit: MOST_STREAMS, http: { status: 429 } } },
      )
    const stream = new AbortController()
    this.#open.set(identity.id, ofPerson.add(stream))
    const began = JSON.stringify(identity)
    const look = setInterval(() => {
      identityNow().then(
        (now) => {
          if (JSON.stringify(now) !== began) stream.abort()
        },
        // A token that is over, or a session that cannot be read: whoever is still somebody begins again.
        (error: unknown) => {
          this.#log.debug({ err: error }, "a stream ends: who listens cannot be told any more")
          stream.abort()
        },
      )
    }, this.#lookEvery)
    const end = () => {
      clearInterval(look)
      stream.abort()
      ofPerson.delete(stream)
      if (ofPerson.size === 0 && this.#open.get(identity.id) === ofPerson) this.#open.delete(identity.id)
    }
    const left = gone()
    left.addEventListener("abort", end)
    if (left.aborted) end()
    return { signal: stream.signal, end }
  }

  /** How many streams somebody has open. */
  openOf({ id }: Pick<Identity, "id">): number {
    return this.#open.get(id)?.size ?? 0
  }

  /** Ends them all, so that nobody waits for them. */
  endAll(): void {
    for (const ofPerson of this.#open.values()) for (const stream of ofPerson) stream.abort()
  }
}
