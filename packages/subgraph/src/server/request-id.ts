/** Where the gateway says which of its requests it asks for. */
export const REQUEST_ID_HEADER = "x-request-id"

const REQUEST_ID = /^[\w.:-]{1,128}$/

/** @returns the id in the header, or a new one where it has none or a strange one */
export function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === "string" && REQUEST_ID.test(header) ? header : crypto.randomUUID()
}
