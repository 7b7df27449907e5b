import type { IncomingMessage } from "node:http"
import { expect, test } from "vitest"
import { AddressList } from "./address-list.ts"
import { clientAddressOf } from "./client-address.ts"

const addressOf = (peer: string, forwarded: string | undefined, trusted: string[]) =>
  clientAddressOf(
    {
      socket: { remoteAddress: peer },
      headers: { "x-forwarded-for": forwarded },
    } as unknown as IncomingMessage,
    new AddressList(trusted),
  )

test("nobody's word is taken unless he is trusted", () => {
  expect(addressOf("203.0.113.7", "198.51.100.1", [])).toBe("203.0.113.7")
  expect(addressOf("203.0.113.7", "198.51.100.1", ["10.0.0.0/8"])).toBe("203.0.113.7")
})

test("a trusted proxy says who asks; what the client wrote before it is not believed", () => {
  expect(addressOf("10.0.0.2", "198.51.100.1", ["10.0.0.0/8"])).toBe("198.51.100.1")
  expect(addressOf("10.0.0.2", "127.0.0.1, 198.51.100.1", ["10.0.0.0/8"])).toBe("198.51.100.1")
  expect(addressOf("10.0.0.2", "127.0.0.1, 198.51.100.1, 10.0.0.3", ["10.0.0.0/8"])).toBe("198.51.100.1")
})

test("a proxy that names nobody, or nonsense, is the client itself", () => {
  expect(addressOf("10.0.0.2", undefined, ["10.0.0.2"])).toBe("10.0.0.2")
  expect(addressOf("10.0.0.2", "", ["10.0.0.2"])).toBe("10.0.0.2")
  expect(addressOf("10.0.0.2", "unknown, 10.0.0.2", ["10.0.0.2"])).toBe("10.0.0.2")
})

test("IPv4 over an IPv6 socket is IPv4", () => {
  expect(addressOf("::ffff:127.0.0.1", undefined, [])).toBe("127.0.0.1")
  expect(addressOf("::ffff:10.0.0.2", "::ffff:198.51.100.1", ["10.0.0.2"])).toBe("198.51.100.1")
})

test.each(["10.0.0", "localhost", "10.0.0.0/x", "10.0.0.0/64", ""])("%j is no address", (entry) => {
  expect(() => new AddressList([entry])).toThrow(RangeError)
})
