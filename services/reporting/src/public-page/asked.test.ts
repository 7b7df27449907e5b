import { expect, test } from "vitest"
import { addressOfData, addressOfPage, addressOfTasks } from "./addresses.ts"
import { encodingFor } from "./answer.ts"
import { askedOf } from "./asked.ts"
import { targetNumberOf } from "./target-number.ts"

test("every address that is given leads to what it was given for", () => {
  for (const version of [null, 1, 12]) {
    const place = { address: "bao-cao-2026", version }
    expect(askedOf(addressOfPage(place))).toEqual({ kind: "PAGE", place })
    expect(askedOf(addressOfTasks(place))).toEqual({ kind: "TASKS", place })
    expect(askedOf(addressOfData(place, "nhiem-vu", "csv"))).toEqual({
      kind: "DATA",
      place,
      table: "nhiem-vu",
      format: "csv",
    })
    expect(askedOf(addressOfData(place, null, "xlsx"))).toEqual({
      kind: "DATA",
      place,
      table: null,
      format: "xlsx",
    })
  }
})

test("what is no address leads nowhere", () => {
  for (const path of [
    "/cong-bo/A",
    "/cong-bo/a/phien-ban/0",
    "/cong-bo/a/../b",
    "/cong-bo/a%2f",
    "/cong-bo/a/du-lieu.pdf",
  ])
    expect(askedOf(path)).toBeNull()
})

test("answers are as small as the client takes them", () => {
  expect(encodingFor("gzip, deflate, br")).toBe("br")
  expect(encodingFor("br;q=0, gzip;q=0.5")).toBe("gzip")
  expect(encodingFor("*")).toBe("br")
  expect(encodingFor("identity")).toBeNull()
  expect(encodingFor(undefined)).toBeNull()
})

test("a target is a mark where more is better and a number is named", () => {
  expect(["≥ 80", "> 0,85", "100%", "8 - 10"].map(targetNumberOf)).toEqual([80, 0.85, 100, 8])
  expect(["≤ 5", "Thuộc nhóm dẫn đầu cả nước", ""].map(targetNumberOf)).toEqual([null, null, null])
})
