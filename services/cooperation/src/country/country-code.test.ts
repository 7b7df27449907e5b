import { expect, test } from "vitest"
import { isCountryCode } from "./country-code.ts"

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index))

test("249 of the 676 pairs of letters are countries", () => {
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  expect(codes.filter(isCountryCode)).toHaveLength(249)
})

test("the United Kingdom is GB, and codes are written in capitals", () => {
  expect(["GB", "VN", "UK", "vn", ""].map(isCountryCode)).toEqual([true, true, false, false, false])
})
