import fc from "fast-check"
import { expect, test } from "vitest"
import { RequestRefused } from "../http/request-refused.ts"
import { piecesOf } from "./pieces.ts"

async function* streamOf(chunks: readonly Uint8Array[], broken?: Error): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk)
  if (broken) throw broken
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<{ pieces: Buffer[]; error: unknown }> {
  const collected: Buffer[] = []
  try {
    for await (const piece of pieces) collected.push(piece)
    return { pieces: collected, error: null }
  } catch (error) {
    return { pieces: collected, error }
  }
}

const chunks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 })

test("pieces are the stream, each of the size but the last", async () => {
  await fc.assert(
    fc.asyncProperty(chunks, fc.integer({ min: 1, max: 50 }), async (given, size) => {
      const { pieces } = await collect(piecesOf(streamOf(given), size, 10_000))
      expect(Buffer.concat(pieces).equals(Buffer.concat(given))).toBe(true)
      expect(pieces.slice(0, -1).every((piece) => piece.length === size)).toBe(true)
      expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true)
    }),
  )
})

test("what came before the stream broke is given out, and then its error", async () => {
  await fc.assert(
    fc.asyncProperty(chunks, fc.integer({ min: 1, max: 50 }), async (given, size) => {
      const broken = new Error("aborted")
      const { pieces, error } = await collect(piecesOf(streamOf(given, broken), size, 10_000))
      expect(Buffer.concat(pieces).equals(Buffer.concat(given))).toBe(true)
      expect(error).toBe(broken)
    }),
  )
})

test("a stream that is larger than may come is refused, whatever it said before", async () => {
  const { pieces, error } = await collect(piecesOf(streamOf([Buffer.alloc(60), Buffer.alloc(60)]), 50, 100))
  expect(error).toBeInstanceOf(RequestRefused)
  expect(Buffer.concat(pieces).length).toBeLessThanOrEqual(100)
})
