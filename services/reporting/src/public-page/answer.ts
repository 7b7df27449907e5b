import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { FastifyReply, FastifyRequest } from "fastify"
import { Kept } from "./kept.ts"

/** What is answered, without how it is sent. */
export interface Answer {
  status: 200 | 404 | 410
  mediaType: string
  body: Buffer
  /** Of what it tells, e.g. "vi". */
  language: string | null
  /** As what it is saved; null: it is shown. */
  fileName: string | null
  /** When what it tells changed last. */
  changedAt: Date | null
  /** Whether it is asked each time whether it still stands, or kept for ever since its address changes with it. */
  keep: "WHILE_IT_STANDS" | "FOR_EVER"
}

const shrunk = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: promisify<Buffer, Buffer>(gzip),
}
type Encoding = keyof typeof shrunk

/** What was corrected or taken back is seen at once: asking whether a page still stands costs one statement. */
const CACHE_CONTROL: Readonly<Record<Answer["keep"], string>> = {
  WHILE_IT_STANDS: "public, no-cache",
  FOR_EVER: "public, max-age=31536000, immutable",
}

/** What is small already, or has no text. */
const AS_IT_IS = /spreadsheet/

/** Sends answers as small as the client takes them, and "not modified" where it has them. */
export class Sender {
  readonly #kept = new Kept<Buffer>(64)

  async send(request: FastifyRequest, reply: FastifyReply, answer: Answer): Promise<FastifyReply> {
    const { status, mediaType, body, language, fileName, changedAt, keep } = answer
    const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22)
    reply
      .code(status)
      .type(mediaType)
      .header("etag", `W/"${tag}"`)
      .header("cache-control", CACHE_CONTROL[keep])
      .header("vary", "accept-encoding")
    if (language !== null) reply.header("content-language", language)
    if (changedAt !== null) reply.header("last-modified", changedAt.toUTCString())
    if (fileName !== null) reply.header("content-disposition", `attachment; filename="${fileName}"`)
    if (status === 200 && isKnown(request, tag, changedAt)) return reply.code(304).send()
    const encoding = AS_IT_IS.test(mediaType) ? null : encodingFor(request.headers["accept-encoding"])
    if (encoding === null) return reply.send(body)
    reply.header("content-encoding", encoding)
    return reply.send(await this.#kept.of(`${encoding} ${tag}`, () => shrunk[encoding](body)))
  }
}

/** Whether the client has what would be sent. A tag decides before a time does. */
function isKnown({ headers }: FastifyRequest, tag: string, changedAt: Date | null): boolean {
  const tags = headers["if-none-match"]
  if (tags !== undefined)
    return tags.split(",").some((each) => each.trim().replace(/^W\//, "") === `"${tag}"`)
  const since = Date.parse(headers["if-modified-since"] ?? "")
  // Headers tell whole seconds
  return changedAt !== null && Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

/** The best of what a client takes; null: nothing but the bytes themselves. */
export function encodingFor(accepted: string | string[] | undefined): Encoding | null {
  const taken = new Map(
    String(accepted ?? "")
      .split(",")
      .map((each) => {
        const [name = "", ...parameters] = each.split(";").map((part) => part.trim().toLowerCase())
        const weight = parameters.find((part) => part.startsWith("q="))?.slice(2) ?? "1"
        return [name, Number(weight)] as const
      }),
  )
  return (["br", "gzip"] as const).find((name) => (taken.get(name) ?? taken.get("*") ?? 0) > 0) ?? null
}
