import type { IncomingMessage } from "node:http"
import { isIP } from "node:net"
import type { AddressList } from "./address-list.ts"

/**
 * Who really asks, by network address: the connection's other end, or, where that is a proxy that we trust, the one that
 * it names in `x-forwarded-for`, read from the end as far as proxies are trusted. What stands before them was written by
 * whoever asks, and is believed by nobody.
 * @returns null when the connection is gone already
 */
export function clientAddressOf(request: IncomingMessage, trustedProxies: AddressList): string | null {
  const peer = request.socket.remoteAddress
  if (peer === undefined) return null
  let address = plainAddress(peer)
  const forwarded = request.headers["x-forwarded-for"]
  if (forwarded === undefined || !trustedProxies.has(address)) return address
  const named = String(forwarded).split(",")
  while (trustedProxies.has(address)) {
    const before = plainAddress(named.pop()?.trim() ?? "")
    if (!isIP(before)) return address
    address = before
  }
  return address
}

/** An IPv4 address that came over an IPv6 socket, as what it is. */
export function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address
}
