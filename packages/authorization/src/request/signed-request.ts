import { createHmac, randomBytes } from "node:crypto"

/** The headers of a signed request. */
export const REQUESTER_HEADER = "x-plan43-requester"
export const SIGNATURE_HEADER = "x-plan43-signature"

/** The shortest secret that is taken, in characters. */
export const SHORTEST_SECRET = 32

/** What a signature vouches for. */
export interface SignedContent {
  /** The subgraph that is asked, so that what was signed for one says nothing to another. */
  subgraph: string
  requestId: string
  /** As {@link import("../identity/identity.ts").writeRequester} wrote it. */
  requester: string
  /** Of a request of the graph its body; of any other the {@link import("./signed-message.ts").signedMessage}. */
  body: string | Uint8Array
}

/** Where in time and order a request stands. */
export interface Sequence {
  /** Milliseconds since 1970. */
  time: number
  /** The process that signs; its numbers only grow. */
  signer: string
  number: number
}

/** The HMAC-SHA256 of a request. */
export function signatureOf(secret: string, sequence: Sequence, content: SignedContent): Buffer {
  const { time, signer, number } = sequence
  const { subgraph, requestId, requester, body } = content
  return createHmac("sha256", secret)
    .update(`v1\n${time}\n${signer}\n${number}\n${subgraph}\n${requestId}\n${requester}\n`)
    .update(body)
    .digest()
}

/** Signs the requests of one process. */
export class RequestSigner {
  readonly #secret: string
  readonly #signer = randomBytes(9).toString("base64url")
  #number = 0

  /** @param secret what the gateway and the subgraphs share, at least {@link SHORTEST_SECRET} characters */
  constructor(secret: string) {
    this.#secret = secret
  }

  /** @returns the value of {@link SIGNATURE_HEADER}, different for every call */
  sign(content: SignedContent, time = Date.now()): string {
    const sequence = { time, signer: this.#signer, number: ++this.#number }
    const signature = signatureOf(this.#secret, sequence, content).toString("base64url")
    return `v1;${time};${sequence.signer};${sequence.number};${signature}`
  }
}
