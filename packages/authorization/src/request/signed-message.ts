/** A request that is more than a body: what it asks for, with what it says about itself. */
export interface RequestMessage {
  method: string
  /** With its query. */
  path: string
  /** Names in lower case; only those of {@link VOUCHED_HEADERS} are vouched for. */
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** Empty where there is none. */
  body: Uint8Array
}

/** The most that is vouched for at once, in bytes: what is larger goes in pieces, each with a signature of its own. */
export const LARGEST_SIGNED_BODY = 1_048_576

/** The headers that a request for a file may bring along: those of the tus protocol, and what its body is. */
export const VOUCHED_HEADERS = [
  "content-type",
  "tus-resumable",
  "upload-length",
  "upload-metadata",
  "upload-offset",
] as const

/**
 * A whole request as the bytes that a signature vouches for: method, path, headers and body. It begins with a method, an
 * operation of the graph with a brace: neither can be taken for the other.
 */
export function signedMessage({ method, path, headers, body }: RequestMessage): Uint8Array {
  const head = [
    `${method} ${path}`,
    ...VOUCHED_HEADERS.map((name) => `${name}: ${String(headers[name] ?? "").trim()}`),
  ]
  return Buffer.concat([Buffer.from(`${head.join("\n")}\n\n`), body])
}
