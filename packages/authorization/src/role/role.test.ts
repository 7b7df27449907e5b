import { expect, test } from "vitest"
import { ROLES, rolesWith, scopesOf } from "./role.ts"

test("an auditor reads everything, changes nothing, and is alone with the history", () => {
  expect(scopesOf("AUDITOR").filter((scope) => scope.endsWith(":write"))).toEqual([])
  expect(rolesWith("audit:read")).toEqual(["AUDITOR"])
})

test("an agency's people reach their own agency only", () => {
  for (const role of ["AGENCY_OFFICER", "AGENCY_HEAD"] as const)
    expect(scopesOf(role).every((scope) => scope.endsWith(":own"))).toBe(true)
})

test("an administrator has accounts, not what people record", () => {
  expect(scopesOf("ADMINISTRATOR")).toEqual([
    "assignments:read",
    "assignments:write",
    "clients:read",
    "deliveries:read",
    "deliveries:write",
    "notifications:own",
  ])
})

test("nobody is the gateway", () => {
  for (const role of ROLES) expect(scopesOf(role)).not.toContain("gateway")
})
