import { useCallback, useState } from "react"

/**
 * The lines on which something is not finished.
 * @returns their identifiers, and what is told of a line whether it is
 */
export function useUnfinishedLines(): [ReadonlySet<string>, (id: string, finished: boolean) => void] {
  const [unfinished, setUnfinished] = useState<ReadonlySet<string>>(new Set())
  const onFinished = useCallback((id: string, finished: boolean) => {
    setUnfinished((known) => {
      if (known.has(id) !== finished) return known
      const next = new Set(known)
      if (finished) next.delete(id)
      else next.add(id)
      return next
    })
  }, [])
  return [unfinished, onFinished]
}
