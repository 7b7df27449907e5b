import { expect, test } from "vitest"
import { lists } from "./lists.ts"

const screens = import.meta.glob<string>("../**/*.tsx", { query: "?raw", import: "default", eager: true })

const readByPage = Object.entries(screens).flatMap(([file, text]) =>
  [...text.matchAll(/(\w+)\([^()]*\bafter: \$after\b/g)].map(([, field = ""]) => ({ file, field })),
)

test("there are lists that are read page by page", () => expect(readByPage.length).toBeGreaterThan(25))

test.each(readByPage)("$field of $file grows by its next page", ({ field }) => {
  const grows = Object.values(lists).some(({ fields }) => fields !== undefined && field in fields)
  expect(grows).toBe(true)
})
