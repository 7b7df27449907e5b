import { stableId } from "@plan43/published-rows/stable-id"
import { describe, expect, test } from "vitest"
import { type Claims, NobodyClaimed, personFrom } from "./claimed-person.ts"

const read = (claims: Claims, names = { role: "role", agency: "agency" }) =>
  personFrom({ sub: "ngan", ...claims }, "https://issuer.example", names)

describe("an issuer's claims", () => {
  test("name a person with role and agency, by the agency's code", () => {
    const claims = { name: "Nguyễn Thị Ngân", role: "AGENCY_OFFICER", agency: "so-tai-chinh" }
    expect(read(claims)).toEqual({
      issuer: "https://issuer.example",
      subject: "ngan",
      name: "Nguyễn Thị Ngân",
      email: null,
      claimedRole: "AGENCY_OFFICER",
      claimedAgencyId: stableId("agency", "so-tai-chinh"),
    })
  })

  test("may name the agency by its id", () => {
    const id = stableId("agency", "so-khcn")
    expect(read({ agency: id }).claimedAgencyId).toBe(id)
  })

  test.each([
    [{ role: "KING" }, null],
    [{ role: ["offline_access", "AUDITOR"] }, "AUDITOR"],
    [{ role: { name: "AUDITOR" } }, null],
    [{ role: null }, null],
    [{}, null],
  ])("say a role only where it is one: %j", (claims, role) => {
    expect(read(claims).claimedRole).toBe(role)
  })

  test("may hold the role deeper, or under a name that is an address", () => {
    const deep = { realm_access: { roles: ["FINANCE"] }, "https://plan43.example/role": "AUDITOR" }
    expect(read(deep, { role: "realm_access.roles", agency: "agency" }).claimedRole).toBe("FINANCE")
    expect(read(deep, { role: "https://plan43.example/role", agency: "agency" }).claimedRole).toBe("AUDITOR")
  })

  test.each([
    [{ email: "ngan@hanoi.example", email_verified: true }, "ngan@hanoi.example"],
    [{ email: "ngan@hanoi.example", email_verified: false }, null],
    [{ email: "ngan@hanoi.example", email_verified: "true" }, null],
    [{ email: "ngan@hanoi.example" }, null],
  ])("give an address only where the issuer vouches for it: %j", (claims, email) => {
    expect(read(claims).email).toBe(email)
  })

  test.each([
    [{ name: " ", preferred_username: "ngan.nt" }, "ngan.nt"],
    [{ email: "ngan@hanoi.example" }, "ngan@hanoi.example"],
    [{}, "ngan"],
  ])("give some name: %j", (claims, name) => {
    expect(read(claims).name).toBe(name)
  })

  test.each([undefined, "", 7, "a".repeat(256)])("that name nobody make nobody known: sub %j", (sub) => {
    expect(() => read({ sub })).toThrow(NobodyClaimed)
  })
})
