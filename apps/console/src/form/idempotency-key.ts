import { useRef } from "react"

/**
 * Gives every request to change something its key: the same content keeps it, so that a request whose answer got lost
 * can be sent again without being carried out twice; another content gets another one.
 */
export function useIdempotencyKey(): (content: unknown) => string {
  const last = useRef<{ content: string; key: string } | null>(null)
  return (content) => {
    const text = JSON.stringify(content)
    if (last.current?.content !== text) last.current = { content: text, key: crypto.randomUUID() }
    return last.current.key
  }
}
