import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { describe, expect, test } from "vitest"
import { requireFreePorts } from "./ports.ts"

async function listenSomewhere() {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  return { server, port: (server.address() as AddressInfo).port }
}

describe("the ports of a start", () => {
  test("are refused by number and user when one is taken, with a way out", async () => {
    const { server, port } = await listenSomewhere()
    try {
      await expect(requireFreePorts([{ host: "127.0.0.1", port, user: "gateway" }])).rejects.toThrow(
        `port ${port} (gateway) is in use: stop what uses it, or choose another first port, e.g. PORT=${port + 1000}`,
      )
    } finally {
      server.close()
    }
  })

  test("are left free after the check", async () => {
    const { server, port } = await listenSomewhere()
    server.close()
    await once(server, "close")
    await requireFreePorts([{ host: "127.0.0.1", port, user: "gateway" }])
    await requireFreePorts([{ host: "127.0.0.1", port, user: "gateway" }])
  })

  test("are refused when this machine does not have the address", async () => {
    await expect(requireFreePorts([{ host: "192.0.2.1", port: 4000, user: "gateway" }])).rejects.toThrow(
      "EADDRNOTAVAIL",
    )
  })
})
