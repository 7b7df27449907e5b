import { describe, expect, test } from "vitest"
import { LARGEST_AGE, RequestVerifier } from "./request-verifier.ts"
import { RequestSigner, type SignedContent } from "./signed-request.ts"

const secret = "a secret that the gateway and the subgraphs share"
const now = Date.parse("2026-11-25T08:00:00Z")
const content: SignedContent = {
  subgraph: "tasks",
  requestId: "request-1",
  requester: "e30",
  body: '{"query":"{ plans { id } }"}',
}

const signed = (time = now) => new RequestSigner(secret).sign(content, time)
const faultOf = (signature: string | undefined, of: SignedContent = content, at = now) =>
  new RequestVerifier([secret]).faultOf(signature, of, at)

describe("a subgraph takes a request", () => {
  test("that the gateway signed", () => {
    expect(faultOf(signed())).toBeNull()
  })

  test("signed with the secret that is being replaced", () => {
    expect(
      new RequestVerifier(["the next secret, also long enough", secret]).faultOf(signed(), content, now),
    ).toBeNull()
  })

  test.each([-LARGEST_AGE, LARGEST_AGE])("whose clock is %d ms apart", (apart) => {
    expect(faultOf(signed(now + apart))).toBeNull()
  })

  test("for each of the gateway's numbers once, in whatever order they arrive", () => {
    const signer = new RequestSigner(secret)
    const signatures = Array.from({ length: 200 }, () => signer.sign(content, now))
    const verifier = new RequestVerifier([secret])
    expect(signatures.toReversed().map((signature) => verifier.faultOf(signature, content, now))).toEqual(
      Array(200).fill(null),
    )
    expect(signatures.map((signature) => verifier.faultOf(signature, content, now))).toEqual(
      Array(200).fill("REPLAYED"),
    )
  })
})

describe("a subgraph refuses a request", () => {
  test("without a signature", () => {
    expect(faultOf(undefined)).toBe("MISSING")
  })

  test.each(["", "v1", "v2;1;abcdefghijkl;1;x", signed().slice(0, -1), `${signed()}A`])(
    "with a signature of another form: %j",
    (signature) => {
      expect(faultOf(signature)).toBe("MALFORMED")
    },
  )

  test.each([-LARGEST_AGE - 1, LARGEST_AGE + 1])("signed %d ms away", (apart) => {
    expect(faultOf(signed(now + apart))).toBe("STALE")
  })

  test("signed with another secret", () => {
    expect(
      faultOf(new RequestSigner("another secret of the same length as the one").sign(content, now)),
    ).toBe("FORGED")
  })

  test.each(Object.keys(content) as (keyof SignedContent)[])(
    "whose %s was changed after it was signed",
    (part) => {
      expect(faultOf(signed(), { ...content, [part]: `${content[part]} ` })).toBe("FORGED")
    },
  )

  test("that is so far behind that nobody remembers whether it came", () => {
    const signer = new RequestSigner(secret)
    const first = signer.sign(content, now)
    const verifier = new RequestVerifier([secret])
    for (let count = 0; count < 8192; count++) signer.sign(content, now)
    expect(verifier.faultOf(signer.sign(content, now), content, now)).toBeNull()
    expect(verifier.faultOf(first, content, now)).toBe("REPLAYED")
  })
})
