import { randomUUID } from "node:crypto"
import {
  type Identity,
  REQUESTER_HEADER,
  RequestSigner,
  SIGNATURE_HEADER,
  signedMessage,
  writeRequester,
} from "@plan43/authorization"
import { TEST_SECRET } from "@plan43/subgraph/testing"

export {
  smallCompoundFile,
  smallOpenDocument,
  smallOpenXml,
  smallPdf,
  smallPng,
  smallZip,
} from "./testing/small-files.ts"

/** A subgraph under test. */
interface Asked {
  url: string
  name: string
}

const signer = new RequestSigner(TEST_SECRET)

/** Asks a subgraph about a file as the gateway would: over HTTP, the whole request vouched for. */
export function askForFile(
  { url, name }: Asked,
  identity: Identity | null,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body: Buffer = Buffer.alloc(0),
): Promise<Response> {
  const requestId = randomUUID()
  const requester = writeRequester({ identity, address: "203.0.113.7" })
  const message = signedMessage({ method, path, headers, body })
  return fetch(`${url}${path}`, {
    method,
    headers: {
      ...headers,
      "x-request-id": requestId,
      [REQUESTER_HEADER]: requester,
      [SIGNATURE_HEADER]: signer.sign({ subgraph: name, requestId, requester, body: message }),
    },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
}

/** The pieces that the gateway cuts. */
const PIECE = 1024 * 1024

const TUS = { "tus-resumable": "1.0.0" }

/** Begins an upload; its place is in the answer's `location`. */
export function beginUpload(
  subgraph: Asked,
  identity: Identity | null,
  name: string,
  size: number,
): Promise<Response> {
  return askForFile(subgraph, identity, "POST", `/files/${subgraph.name}/uploads`, {
    ...TUS,
    "upload-length": String(size),
    "upload-metadata": `filename ${Buffer.from(name).toString("base64")}`,
  })
}

/** Sends what follows the first `offset` bytes; the answer is that to the last piece, or to the first refused. */
export async function sendFrom(
  subgraph: Asked,
  identity: Identity | null,
  path: string,
  content: Buffer,
  offset = 0,
): Promise<Response> {
  for (let at = offset; ; at += PIECE) {
    const answer = await askForFile(
      subgraph,
      identity,
      "PATCH",
      path,
      { ...TUS, "upload-offset": String(at), "content-type": "application/offset+octet-stream" },
      content.subarray(at, at + PIECE),
    )
    if (answer.status !== 204 || at + PIECE >= content.length) return answer
  }
}

/** Uploads a file whole. @returns its id */
export async function uploadWell(
  subgraph: Asked,
  identity: Identity,
  name: string,
  content: Buffer,
): Promise<string> {
  const begun = await beginUpload(subgraph, identity, name, content.length)
  const path = begun.headers.get("location") ?? ""
  const sent = begun.ok ? await sendFrom(subgraph, identity, path, content) : begun
  if (!sent.ok) throw new Error(`${sent.status} ${await sent.text()}`)
  return path.slice(path.lastIndexOf("/") + 1)
}
