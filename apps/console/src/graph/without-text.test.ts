import { expect, test } from "vitest"
import { withoutText } from "./without-text.ts"

const ids = { Tasks: "sha256:43" }

test("an operation goes by its id, with its variables", () => {
  const body = { operationName: "Tasks", variables: { first: 3 }, query: "query Tasks { … }", extensions: {} }
  expect(JSON.parse(withoutText(JSON.stringify(body), ids))).toEqual({
    documentId: "sha256:43",
    operationName: "Tasks",
    variables: { first: 3 },
  })
})

test("an operation that the build does not know is not asked", () => {
  expect(() => withoutText(JSON.stringify({ operationName: "Others" }), ids)).toThrow("Others")
})
