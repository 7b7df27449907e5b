import { pino } from "pino"
import { beforeEach, describe, expect, test } from "vitest"
import type { AskAsGateway } from "../subgraph/ask-as-gateway.ts"
import type { Standing } from "./person-identity.ts"
import { Standings } from "./standings.ts"

const MINUTE = 60_000
const ngan = { subject: "ngan", email: "ngan@hanoi.example", claimedRole: null, claimedAgencyId: null }

let time: number
let asked: Readonly<Record<string, unknown>>[]
/** What the assignments say; an error where they cannot be asked. */
let said: Standing | null | Error
let standings: Standings
beforeEach(() => {
  time = 0
  asked = []
  said = { role: "FINANCE", agencyId: null }
  const ask = async (_subgraph: string, _document: string, variables: Readonly<Record<string, unknown>>) => {
    asked.push(variables)
    if (said instanceof Error) throw said
    return { personStanding: said }
  }
  standings = new Standings({ ask: ask as AskAsGateway, now: () => time, log: pino({ level: "silent" }) })
})

describe("what a person is to the plan", () => {
  test("is what the issuer claims, and the assignments are not asked", async () => {
    const standing = await standings.of({ ...ngan, claimedRole: "AUDITOR" })
    expect(standing).toEqual({ role: "AUDITOR", agencyId: null })
    expect(asked).toEqual([])
  })

  test("is else what the assignments say of the subject or the address, asked once in half a minute", async () => {
    for (time = 0; time < 30_000; time += 1_000)
      expect(await standings.of(ngan)).toEqual({ role: "FINANCE", agencyId: null })
    expect(asked).toEqual([{ subject: "ngan", email: "ngan@hanoi.example" }])
  })

  test("is nothing where nobody assigned anything", async () => {
    said = null
    expect(await standings.of(ngan)).toEqual({ role: null, agencyId: null })
  })

  test("stays what it was for ten minutes while the assignments cannot be asked, and is nothing then", async () => {
    await standings.of(ngan)
    said = new Error("down")
    for (time = 0; time < 10 * MINUTE; time += MINUTE) expect((await standings.of(ngan)).role).toBe("FINANCE")
    time = 10 * MINUTE + 1_000
    expect((await standings.of(ngan)).role).toBeNull()
  })

  test("is nothing when they could never be asked, and is there as soon as they can", async () => {
    said = new Error("down")
    expect((await standings.of(ngan)).role).toBeNull()
    said = { role: "FINANCE", agencyId: null }
    time = 31_000
    expect((await standings.of(ngan)).role).toBe("FINANCE")
  })

  test("is asked for each person", async () => {
    await Promise.all([standings.of(ngan), standings.of({ ...ngan, subject: "an" })])
    expect(asked.map(({ subject }) => subject)).toEqual(["ngan", "an"])
  })
})
