import type { IncomingMessage } from "node:http"
import { OAuthError } from "./oauth-error.ts"

/** What a system shows to prove who it is. */
export interface ClientCredentials {
  clientId: string
  secret: string
}

/** Characters of the longest client id and secret that are looked at. */
const LONGEST = 200

/**
 * Reads a system's credentials, from the header (client_secret_basic) or the form (client_secret_post).
 * @throws OAuthError invalid_request when there are two, invalid_client when there are none that can be read
 */
export function credentialsIn(
  { headers: { authorization } }: Pick<IncomingMessage, "headers">,
  form: URLSearchParams,
): ClientCredentials {
  const [clientId, secret] = [form.get("client_id"), form.get("client_secret")]
  if (authorization !== undefined && secret !== null)
    throw new OAuthError("invalid_request", "credentials stand in the header and in the form", TWO_PROOFS)
  const shown = authorization === undefined ? { clientId, secret } : readBasic(authorization)
  if (!isReadable(shown?.clientId) || !isReadable(shown?.secret))
    throw new OAuthError("invalid_client", "no client credentials that can be read", NO_PROOF)
  return { clientId: shown.clientId, secret: shown.secret }
}

function isReadable(text: string | null | undefined): text is string {
  return typeof text === "string" && text !== "" && text.length <= LONGEST && !text.includes("\u0000")
}

/** RFC 6749, section 2.3.1: both halves are form-encoded before they are joined. */
function readBasic(authorization: string): ClientCredentials | null {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization)?.[1]
  const [, clientId, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? "", "base64").toString()) ?? []
  if (clientId === undefined || secret === undefined) return null
  const form = new URLSearchParams(`client_id=${escaped(clientId)}&secret=${escaped(secret)}`)
  return { clientId: form.get("client_id") ?? "", secret: form.get("secret") ?? "" }
}

function escaped(text: string): string {
  return text.replaceAll("&", "%26").replaceAll("#", "%23")
}

const TWO_PROOFS = "Chỉ gửi thông tin xác thực một lần: trong tiêu đề Authorization, hoặc trong biểu mẫu"
const NO_PROOF =
  "Thiếu client_id và client_secret: gửi trong tiêu đề Authorization: Basic, hoặc trong biểu mẫu"
