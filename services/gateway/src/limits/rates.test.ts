import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { AddressList } from "../http/address-list.ts"
import { networkOf, Rates } from "./rates.ts"

const limits = { anonymous: 3, person: 2, signIn: 1, token: 1, badProof: 2 }
const rates = () => new Rates(limits, new AddressList(["127.0.0.0/8"]))

async function times(count: number, take: () => Promise<void>): Promise<void> {
  for (let taken = 0; taken < count; taken++) await take()
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe("within a minute", () => {
  test("an address is answered as often as the limit says, then told how far over it is and how long to wait", async () => {
    const counted = rates()
    await times(3, () => counted.takeOfAddress("203.0.113.7"))
    await expect(counted.takeOfAddress("203.0.113.7")).rejects.toMatchObject({
      status: 429,
      code: "RATE_LIMITED",
      headers: { "retry-after": "60" },
      extensions: { limit: 3, over: 1, retryAfter: 60, per: "MINUTE" },
    })
    await expect(counted.takeOfAddress("203.0.113.7")).rejects.toMatchObject({
      extensions: { over: 2 },
    })
    vi.advanceTimersByTime(20_000)
    await expect(counted.takeOfAddress("203.0.113.7")).rejects.toMatchObject({
      headers: { "retry-after": "40" },
    })
    vi.advanceTimersByTime(40_001)
    await counted.takeOfAddress("203.0.113.7")
  })

  test("others are not counted with it, nor is what else it does", async () => {
    const counted = rates()
    await times(3, () => counted.takeOfAddress("203.0.113.7"))
    await counted.takeOfAddress("203.0.113.8")
    await counted.takeOfAddress("203.0.113.7", "signIn")
    await expect(counted.takeOfAddress("203.0.113.7", "signIn")).rejects.toThrow("nhiều nhất 1")
  })

  test("each client has a quota of its own", async () => {
    const counted = rates()
    await times(5, () => counted.takeOfClient("so-tai-chinh", 5))
    await expect(counted.takeOfClient("so-tai-chinh", 5)).rejects.toThrow("nhiều nhất 5")
    await counted.takeOfClient("so-khcn", 1)
    await expect(counted.takeOfClient("so-khcn", 1)).rejects.toThrow("nhiều nhất 1")
  })

  test("a person is one wherever she is", async () => {
    const counted = rates()
    await times(2, () => counted.takeOfPerson("dieu-phoi"))
    await expect(counted.takeOfPerson("dieu-phoi")).rejects.toThrow("nhiều nhất 2")
  })

  test("who shows what is no proof again and again may not show more", async () => {
    const counted = rates()
    await times(2, () => counted.countBadProof("203.0.113.7"))
    await expect(counted.requireFewBadProofs("203.0.113.7")).rejects.toMatchObject({ code: "RATE_LIMITED" })
    await counted.requireFewBadProofs("203.0.113.8")
  })

  test("addresses that are not counted, and limits of 0, set no limit", async () => {
    const counted = rates()
    await times(10, () => counted.takeOfAddress("127.0.0.1"))
    await times(10, () => counted.countBadProof("127.0.0.1"))
    await counted.requireFewBadProofs("127.0.0.1")
    const open = new Rates({ ...limits, anonymous: 0 }, new AddressList([]))
    await times(10, () => open.takeOfAddress("203.0.113.7"))
  })
})

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  [null, "unknown"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network)
})
