import type { ExecutionResult } from "graphql"
import type { OpenStream } from "../live/streams.ts"
import type { SubgraphResponse } from "../subgraph/subgraph-client.ts"

/**
 * What a subgraph's stream becomes for the client, until either ends.
 * @param answer makes the client's result of the subgraph's
 */
export function streamOfResults(
  responses: AsyncIterable<SubgraphResponse>,
  stream: OpenStream,
  answer: (response: SubgraphResponse) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
  async function* results(): AsyncGenerator<ExecutionResult> {
    try {
      for await (const response of responses) yield answer(response)
    } catch (error) {
      if (!stream.signal.aborted) throw error
    } finally {
      stream.end()
    }
  }
  const generator = results()
  return {
    next: () => generator.next(),
    // A generator that waits for its next value would not end before that comes.
    return: () => {
      stream.end()
      return generator.return(undefined)
    },
    throw: (error) => generator.throw(error),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
