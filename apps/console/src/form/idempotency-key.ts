import { useRef } from "react"
import type { SentRequest } from "./draft.ts"

/**
 * Gives every request to change something its key: the same content keeps it, so that a request whose answer got lost
 * can be sent again without being carried out twice; another content gets another one.
 * @param before the request that was last sent, where the screen was closed before its answer came
 */
export function useRequestKeys(before: SentRequest | null): RequestKeys {
  const last = useRef(before)
  return {
    requestFor(content) {
      const text = JSON.stringify(content)
      if (last.current?.content === text) return last.current
      last.current = { content: text, key: crypto.randomUUID() }
      return last.current
    },
    taken() {
      last.current = null
    },
  }
}

interface RequestKeys {
  /** The request that says so: the one that was sent before where it said the same. */
  requestFor: (content: unknown) => SentRequest
  /** The graph has taken what was sent: the same once more is another request. */
  taken: () => void
}

/** {@link useRequestKeys} for what begins anew whenever its screen is opened. */
export function useIdempotencyKey(): (content: unknown) => string {
  const { requestFor } = useRequestKeys(null)
  return (content) => requestFor(content).key
}
