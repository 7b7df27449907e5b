import { CombinedGraphQLErrors, ServerError } from "@apollo/client"
import { expect, test } from "vitest"
import { failureOf } from "./failure.ts"

function answeredWith(...extensions: Record<string, unknown>[]) {
  return new CombinedGraphQLErrors({
    errors: extensions.map((each) => ({ message: "Trang quá lớn", extensions: each })),
  })
}

test("a part of the graph that gave no answer is named once, however many fields it held", () => {
  const unavailable = { code: "SUBGRAPH_UNAVAILABLE", service: "agencies", requestId: "r-1" }
  expect(failureOf(answeredWith(unavailable, unavailable))).toEqual({
    kind: "MISSING_PARTS",
    missing: ["agencies"],
    roles: [],
    message: null,
    requestId: "r-1",
  })
})

test("a question that was refused keeps the words of the refusal", () => {
  const failure = failureOf(answeredWith({ code: "BAD_USER_INPUT", reason: "PAGE_TOO_LARGE" }))
  expect(failure).toMatchObject({ kind: "REFUSED", message: "Trang quá lớn", requestId: null })
})

test.each(["RATE_LIMITED", "OPERATION_TIMEOUT", "OPERATION_TOO_LARGE", "DOCUMENT_UNKNOWN"])(
  "%s is said in the words of the gateway",
  (code) => {
    expect(failureOf(answeredWith({ code }))).toMatchObject({ kind: "REFUSED", message: "Trang quá lớn" })
  },
)

test("a masked error shows nothing but the request to quote", () => {
  const failure = failureOf(answeredWith({ code: "INTERNAL_SERVER_ERROR", requestId: "r-2" }))
  expect(failure).toEqual({ kind: "UNEXPECTED", missing: [], roles: [], message: null, requestId: "r-2" })
})

test("a broken connection is told apart from an answer", () => {
  expect(failureOf(new TypeError("Failed to fetch"))).toMatchObject({ kind: "UNREACHABLE", requestId: null })
})

test("what is not for the asker says who may have it", () => {
  const extensions = { code: "FORBIDDEN", roles: ["AUDITOR", "SORCERER"], requestId: "r-3" }
  expect(failureOf(answeredWith(extensions))).toEqual({
    kind: "FORBIDDEN",
    missing: [],
    roles: ["AUDITOR"],
    message: null,
    requestId: "r-3",
  })
  expect(failureOf(answeredWith({ code: "UNAUTHENTICATED", roles: ["COORDINATOR"] }))).toMatchObject({
    kind: "SIGN_IN_NEEDED",
    roles: ["COORDINATOR"],
  })
})

test("an explanation that came with a status of failure is shown, a proxy's page is not", () => {
  const failed = (bodyText: string) =>
    failureOf(
      new ServerError("429", {
        bodyText,
        response: new Response(null, { status: 429, headers: { "x-request-id": "r-4" } }),
      }),
    )
  const body = { errors: [{ message: "Hãy thử lại sau 20 giây", extensions: { code: "RATE_LIMITED" } }] }
  expect(failed(JSON.stringify(body))).toMatchObject({
    kind: "REFUSED",
    message: "Hãy thử lại sau 20 giây",
    requestId: "r-4",
  })
  expect(failed("<html>")).toMatchObject({ kind: "UNEXPECTED", message: null, requestId: "r-4" })
})
