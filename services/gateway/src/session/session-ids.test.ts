import { expect, test } from "vitest"
import { SessionIds } from "./session-ids.ts"

const ids = new SessionIds("the secret of a gateway that is under test")

test("an id is known as the gateway's own, also after a restart, and is never the same", () => {
  const id = ids.make()
  expect(new SessionIds("the secret of a gateway that is under test").isOurs(id)).toBe(true)
  expect(ids.make()).not.toBe(id)
})

test.each<[string, string]>([
  ["what somebody made up", "x".repeat(64)],
  ["nothing", ""],
  ["an id with a changed letter", changed(ids.make())],
  ["an id cut short", ids.make().slice(0, -1)],
  ["an id that another gateway made", new SessionIds("the secret of some other gateway somewhere").make()],
])("%s is not", (_what, id) => {
  expect(ids.isOurs(id)).toBe(false)
})

function changed(id: string): string {
  return (id.startsWith("A") ? "B" : "A") + id.slice(1)
}
