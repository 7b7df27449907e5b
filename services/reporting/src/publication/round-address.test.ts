import { expect, test } from "vitest"
import { roundAddressOf } from "./round-address.ts"

test("an address is the name in small letters without marks", () => {
  expect(roundAddressOf("Báo cáo 6 tháng đầu năm 2026", new Set())).toBe("bao-cao-6-thang-dau-nam-2026")
  expect(roundAddressOf("  Đợt I/2026: (bổ sung) ", new Set())).toBe("dot-i-2026-bo-sung")
})

test("a second round of a name has a number, and one without letters an address all the same", () => {
  expect(roundAddressOf("Đợt 1", new Set(["dot-1", "dot-1-2"]))).toBe("dot-1-3")
  expect(roundAddressOf("***", new Set())).toBe("ky-bao-cao")
})

test("a long name is cut where no word is left hanging on a dash", () => {
  expect(roundAddressOf(`${"a".repeat(79)} b`, new Set())).toBe("a".repeat(79))
})
