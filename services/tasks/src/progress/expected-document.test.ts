import { publishedPlanText, readPlan } from "@plan43/plan"
import { expect, test } from "vitest"
import { expectsDocument } from "./expected-document.ts"

test.each([
  "Quyết định của UBND Thành phố",
  "Kế hoạch hoặc văn bản chỉ đạo của UBND Thành phố",
  "Nghị quyết của HĐND Thành phố",
  "Đề án được ban hành và triển khai",
  "Văn bản chỉ đạo của UBND Thành phố; Báo cáo thực hiện",
])("%s is a document", (result) => {
  expect(expectsDocument(result)).toBe(true)
})

test.each([
  null,
  "Trung tâm dữ liệu Thành phố",
  "Nền tảng số dùng chung của Thành phố",
  "100% cơ quan nhà nước Thành phố có vị trí việc làm công nghệ thông tin",
  "9/12 chức năng",
  "Các hoạt động hợp tác",
])("%s is none", (result) => {
  expect(expectsDocument(result)).toBe(false)
})

test("more than half of the results that the plan names are documents", () => {
  const results = readPlan(publishedPlanText()).tasks.flatMap(({ expectedResult }) => expectedResult ?? [])
  expect(results.filter(expectsDocument).length).toBeGreaterThan(results.length / 2)
})
