import { randomUUID } from "node:crypto"
import {
  REQUESTER_HEADER,
  RequestSigner,
  SIGNATURE_HEADER,
  signedMessage,
  writeRequester,
} from "@plan43/authorization"
import type { RunningSubgraph } from "@plan43/subgraph"
import { TEST_SECRET } from "@plan43/subgraph/testing"

const signer = new RequestSigner(TEST_SECRET)

/** Asks for a public page as the gateway would, for nobody in particular. */
export function askForPage(
  { url, name }: Pick<RunningSubgraph, "url" | "name">,
  path: string,
  headers: Record<string, string> = {},
  method: "GET" | "HEAD" = "GET",
): Promise<Response> {
  const requestId = randomUUID()
  const requester = writeRequester({ identity: null, address: "203.0.113.7" })
  const body = signedMessage({ method, path, headers, body: new Uint8Array() })
  return fetch(`${url}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...headers,
      "x-request-id": requestId,
      [REQUESTER_HEADER]: requester,
      [SIGNATURE_HEADER]: signer.sign({ subgraph: name, requestId, requester, body }),
    },
  })
}
