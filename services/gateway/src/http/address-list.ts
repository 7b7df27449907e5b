import { BlockList, isIP, isIPv4 } from "node:net"

/** Addresses and networks on the Internet, e.g. "127.0.0.1", "10.0.0.0/8", "::1". */
export class AddressList {
  readonly #list = new BlockList()

  /** @throws RangeError naming what is no address */
  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const [address = "", prefix] = entry.split("/")
      if (!isIP(address)) throw new RangeError(`"${entry}" is no address`)
      const family = isIPv4(address) ? "ipv4" : "ipv6"
      if (prefix === undefined) this.#list.addAddress(address, family)
      else if (/^\d{1,3}$/.test(prefix)) this.#list.addSubnet(address, Number(prefix), family)
      else throw new RangeError(`"${entry}" is no network`)
    }
  }

  /** @param address as {@link import("./client-address.ts").plainAddress} writes it */
  has(address: string): boolean {
    return this.#list.check(address, isIPv4(address) ? "ipv4" : "ipv6")
  }
}
