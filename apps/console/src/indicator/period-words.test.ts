import { setupI18n } from "@lingui/core"
import { expect, test } from "vitest"
import { messages } from "../language/catalogue/vi.po"
import { periodWords } from "./period-words.ts"

const vietnamese = setupI18n({ locale: "vi", messages: { vi: messages } })

test.each([
  ["2025", "Năm 2025"],
  ["2025-H1", "6 tháng đầu năm 2025"],
  ["2025-H2", "6 tháng cuối năm 2025"],
  ["2025-Q3", "Quý III/2025"],
  ["2025-07", "Tháng 07/2025"],
])("%s is “%s”", (key, words) => {
  expect(vietnamese._(periodWords(key))).toBe(words)
})
