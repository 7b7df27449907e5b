import type { ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import type { Dispatcher } from "undici"

/**
 * Passes a subgraph's answer on as it comes.
 * @param passedOn names of its headers that reach the client, in lower case
 */
export async function relay(
  response: ServerResponse,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  passedOn: readonly string[],
): Promise<void> {
  response.statusCode = statusCode
  for (const name of passedOn) {
    const value = headers[name]
    if (value !== undefined) response.setHeader(name, value)
  }
  try {
    await pipeline(body, response)
  } catch (error) {
    // The client is gone; where the subgraph broke off, the error is its own.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error
  }
}
