import { expect, test } from "vitest"
import { type Identity, readRequester, writeRequester } from "./identity.ts"

const officer: Identity = {
  kind: "PERSON",
  id: "so-tai-chinh-1",
  name: "Nguyễn Thị Ngân",
  role: "AGENCY_OFFICER",
  agencyId: "0f3b70ed-3e7a-8fff-8c03-f3b70ed3e7af",
  scopes: ["progress:read:own"],
}

test.each([
  { identity: officer, address: "203.0.113.7" },
  { identity: null, address: null },
])("who is asking is read as it was written", (requester) => {
  expect(readRequester(writeRequester(requester))).toEqual(requester)
})

test.each([
  "",
  "not base64 of JSON",
  Buffer.from("null").toString("base64url"),
  Buffer.from(JSON.stringify({ identity: { ...officer, role: "KING" }, address: null })).toString(
    "base64url",
  ),
  Buffer.from(JSON.stringify({ identity: { ...officer, scopes: ["everything"] }, address: null })).toString(
    "base64url",
  ),
])("what is no requester is none: %j", (text) => {
  expect(readRequester(text)).toBeNull()
})
