import { setupI18n } from "@lingui/core"
import { expect, test } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { type ReadTarget, targetReading } from "./target-reading.ts"

const vietnamese = setupI18n({ locale: "vi", messages: { vi: messages } })
const read = (target: ReadTarget, unit: string | null = null) =>
  vietnamese._(targetReading(target, unit, "vi"))

test("a target keeps its unit and its decimal comma", () => {
  expect(read({ kind: "AT_LEAST", minimum: 80 }, "%")).toBe("Ít nhất 80 %")
  expect(read({ kind: "MORE_THAN", minimum: 0.85 })).toBe("Lớn hơn 0,85")
})

test("of a rank at most five, lower is better", () => {
  expect(read({ kind: "AT_MOST", maximum: 5 })).toBe("Không quá 5 (càng thấp càng tốt)")
})

test("a band names both of its bounds", () => {
  expect(read({ kind: "RANGE", minimum: 8, maximum: 10 })).toBe("Từ 8 đến 10")
})

test("where a directive is awaited there is no target", () => {
  expect(read({ kind: "DIRECTIVE" })).toBe("Chưa có mục tiêu: chờ chỉ đạo")
})
