import type { Worker, WorkingParts } from "./subgraph.ts"

/** How often it is looked whether there is something to do, in milliseconds. */
const LOOK_MS = 10 * 60_000
/** The first look, so that a start is not made slower by it. */
const FIRST_LOOK_MS = 60_000

/**
 * A worker that looks every ten minutes, all day long, whether there is something to do; one look at a time.
 * @param look does what there is to do; what it could not do it does at the next look
 * @param failed what is logged when it fails, e.g. "agencies could not be told of deadlines; they are later"
 */
export function lookingEveryTenMinutes(
  look: (parts: WorkingParts) => Promise<void>,
  failed: string,
): (parts: WorkingParts) => Worker {
  return (parts) => {
    let looking = Promise.resolve()
    const lookOnce = () => {
      looking = looking
        .then(() => look(parts))
        .catch((error: unknown) => parts.log.warn({ err: error }, failed))
    }
    const first = setTimeout(lookOnce, FIRST_LOOK_MS)
    const timer = setInterval(lookOnce, LOOK_MS)
    return {
      stop: async () => {
        clearTimeout(first)
        clearInterval(timer)
        await looking
      },
    }
  }
}
