import { randomBytes, randomUUID } from "node:crypto"
import { REQUESTER_HEADER, RequestSigner, SIGNATURE_HEADER, writeRequester } from "@plan43/authorization"

/** What the system under the bench signs with, so that its subgraphs answer the peers, too. */
export const BENCH_SECRET = process.env.GATEWAY_SECRET ?? randomBytes(32).toString("base64url")

const signer = new RequestSigner(BENCH_SECRET)
const requester = writeRequester({ identity: null, address: null })

/** The headers that make a request one of the gateway's for a subgraph; for one request only. */
export function signedHeaders(subgraph: string, body: string): Record<string, string> {
  const requestId = randomUUID()
  return {
    "x-request-id": requestId,
    [REQUESTER_HEADER]: requester,
    [SIGNATURE_HEADER]: signer.sign({ subgraph, requestId, requester, body }),
  }
}
