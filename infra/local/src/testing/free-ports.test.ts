import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { expect, test } from "vitest"
import { isFree } from "./free-ports.ts"

test("a port on which somebody listens is not free, and is once they are gone", async () => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  expect(await isFree(port)).toBe(false)
  server.close()
  await once(server, "close")
  expect(await isFree(port)).toBe(true)
})
