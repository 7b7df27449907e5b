import { expect, test } from "vitest"
import { returnPathOf } from "./return-path.ts"

test.each(["/", "/nhiem-vu", "/nhiem-vu?status=OVERDUE&q=an%20to%C3%A0n#dau"])(
  "a path of this origin is kept: %s",
  (path) => {
    expect(returnPathOf(path)).toBe(path)
  },
)

test.each([
  null,
  "",
  "nhiem-vu",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "/.//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  `/${"a".repeat(2_000)}`,
])("what leads elsewhere becomes the first page: %j", (text) => {
  expect(returnPathOf(text)).toBe("/")
})
