import { RequestRefused } from "../http/request-refused.ts"

/**
 * Cuts a stream into pieces, the last of which may be smaller, and holds no more than one of them. Where the stream breaks,
 * what came until then is given out before the error: nobody has to send it again.
 * @param size of a piece, in bytes
 * @param most that may come in all; beyond it, PAYLOAD_TOO_LARGE
 */
export async function* piecesOf(
  stream: AsyncIterable<Buffer>,
  size: number,
  most: number,
): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = []
  let length = 0
  let total = 0
  const take = () => {
    const piece = Buffer.concat(held, length)
    held = []
    length = 0
    return piece
  }
  try {
    for await (const chunk of stream) {
      total += chunk.length
      if (total > most)
        throw new RequestRefused(
          413,
          "PAYLOAD_TOO_LARGE",
          `Nội dung gửi lên quá lớn; nhiều nhất là ${most} byte`,
          {},
          { limit: most },
        )
      let at = 0
      while (chunk.length - at >= size - length) {
        const end = at + size - length
        held.push(chunk.subarray(at, end))
        length = size
        at = end
        yield take()
      }
      if (at < chunk.length) {
        held.push(chunk.subarray(at))
        length += chunk.length - at
      }
    }
  } catch (error) {
    if (length > 0 && !(error instanceof RequestRefused)) yield take()
    throw error
  }
  if (length > 0) yield take()
}
