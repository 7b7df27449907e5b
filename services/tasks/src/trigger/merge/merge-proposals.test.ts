import { publishedPlanText, readPlan } from "@plan43/plan"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { mergeProposals, type WordedDocument } from "./merge-proposals.ts"

const plan = { number: "43/KH-UBND", issuedOn: "2025-02-14" }

const document = (id: string, given: Partial<WordedDocument> = {}): WordedDocument => ({
  id,
  kind: "SCHEME",
  title: "Đề án chuyển đổi số cho doanh nghiệp",
  issuer: null,
  event: "APPROVED",
  position: Number(id),
  taskTitle: "Triển khai thực hiện Đề án",
  knownAs: [],
  ...given,
})

describe("documents are proposed for merging", () => {
  test("that the plan calls by the same name, whatever the case and the spaces", () => {
    const same = document("2", { title: "đề án  Chuyển đổi số cho doanh nghiệp" })
    expect(mergeProposals(plan, [same, document("1")])).toMatchObject([
      {
        reason: "SAME_NAME",
        common: "Đề án chuyển đổi số cho doanh nghiệp",
        documentIds: ["1", "2"],
      },
    ])
  })

  test("that amend the same numbered document", () => {
    const decree = (id: string) =>
      document(id, {
        kind: "DECREE",
        title: "Nghị định",
        taskTitle: `Góp ý sửa đổi Nghị định số 80/2020/NĐ-CP, phần ${id}`,
      })
    expect(mergeProposals(plan, [decree("1"), decree("2")])).toMatchObject([
      { reason: "SAME_BASIS", common: "80/2020/NĐ-CP", documentIds: ["1", "2"] },
    ])
  })

  test("that one known document probably is", () => {
    const guidance = (id: string) =>
      document(id, { kind: "GUIDANCE", title: "Hướng dẫn của cấp có thẩm quyền", knownAs: ["law"] })
    expect(mergeProposals(plan, [guidance("1"), guidance("2")])).toMatchObject([
      { reason: "SAME_KNOWN_DOCUMENT", common: "law" },
    ])
  })

  test.each([
    ["of another kind", { kind: "PROGRAMME" }],
    ["of another issuer", { issuer: "Chính phủ" }],
    ["of another name", { title: "Đề án chuyển đổi số cho cơ quan" }],
  ] as const)("but not %s", (_what, given) => {
    expect(mergeProposals(plan, [document("1"), document("2", given)])).toEqual([])
  })

  test.each([
    "Hướng dẫn của cấp có thẩm quyền",
    "Quyết định của Thủ tướng Chính phủ",
    "Quyết định phê duyệt của Thủ tướng Chính phủ",
    "Nghị định của Chính phủ",
    "Nghị quyết Chính phủ",
    "Đề án của Bộ Nội vụ",
    "Chương trình",
  ])("but not because both are called %s, which says not which", (title) => {
    expect(mergeProposals(plan, [document("1", { title }), document("2", { title })])).toEqual([])
  })
})

test("no wording of the plan itself is clearly another's: nothing is proposed but what is known from elsewhere", () => {
  const { tasks } = readPlan(publishedPlanText())
  const documents = tasks.flatMap((task) =>
    task.deadline.triggers.map((trigger, index) => ({
      ...trigger,
      id: `${task.code} ${index}`,
      position: task.position,
      taskTitle: task.title,
      knownAs: ["14", "26"].includes(task.code) ? ["93/2025/QH15"] : [],
    })),
  )
  expect(mergeProposals(plan, documents)).toMatchObject([
    { reason: "SAME_KNOWN_DOCUMENT", documentIds: ["14 0", "26 0"] },
  ])
})

test("whatever is awaited, a document is in one proposal at most, never alone, and the order of asking does not matter", () => {
  const titles = ["Đề án A", "Đề án B", "Nghị định của Chính phủ", "Nghị định sửa Nghị định số 1/2020/NĐ-CP"]
  const any = fc.array(
    fc.record({
      kind: fc.constantFrom("SCHEME" as const, "DECREE" as const),
      title: fc.constantFrom(...titles),
      issuer: fc.constantFrom(null, "Chính phủ"),
      knownAs: fc.subarray(["a", "b"]),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(any, (given) => {
      const documents = given.map((each, index) => document(String(index), each))
      const proposals = mergeProposals(plan, documents)
      const proposed = proposals.flatMap(({ documentIds }) => documentIds)
      expect(new Set(proposed).size).toBe(proposed.length)
      for (const { documentIds } of proposals) expect(documentIds.length).toBeGreaterThan(1)
      const byId = (list: typeof proposals) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const again = mergeProposals(plan, documents.toReversed())
      expect(byId(again).map(({ id, documentIds }) => ({ id, documentIds }))).toEqual(
        byId(proposals).map(({ id, documentIds }) => ({ id, documentIds })),
      )
    }),
  )
})
