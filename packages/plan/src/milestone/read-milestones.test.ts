import { describe, expect, test } from "vitest"
import { publishedPlanText, readDeadline, readPlan } from "../index.ts"
import { readMilestones } from "./read-milestones.ts"

const { tasks } = readPlan(publishedPlanText())
const inTwo = tasks.filter(({ milestones }) => milestones.length > 0)

describe("a task in two stages", () => {
  test("contributes to a document, then implements it: 40 tasks", () => {
    expect(inTwo).toHaveLength(40)
    for (const { milestones } of inTwo)
      expect(milestones.map(({ kind }) => kind)).toEqual(["CONTRIBUTION", "IMPLEMENTATION"])
  })

  test("is every one that begins with a contribution, 23 with its comma included", () => {
    const begins = tasks.filter(({ title }) => /^(Tham mưu góp ý|Phối hợp tham mưu)/.test(title))
    expect(inTwo.map(({ code }) => code)).toEqual(begins.map(({ code }) => code))
    expect(inTwo.map(({ code }) => code)).toContain("23")
  })

  test("keeps the plan's words: nothing is added to them or lost", () => {
    for (const { title, deadline, milestones } of inTwo) {
      const words = milestones.map(({ text }) => text)
      const whole = words[1] === deadline.text ? words[0] : title
      expect(title).toBe(whole)
      if (words[1] !== deadline.text) {
        expect(title.startsWith(words[0] ?? "")).toBe(true)
        expect(title.endsWith(words[1] ?? "")).toBe(true)
        expect(title.slice(words[0]?.length, -(words[1]?.length ?? 0))).toMatch(/^ (?:và )?$/)
      }
    }
  })

  test.each([
    [
      "16",
      "Tham mưu góp ý Dự án Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa.",
      "Triển khai thực hiện khi Luật có hiệu lực.",
    ],
    [
      "49",
      "Tham mưu góp ý rà soát, ban hành mới",
      "triển khai hiệu quả các chiến lược đã ban hành về nghiên cứu, ứng dụng, khai thác không gian ngầm, không gian vũ trụ.",
    ],
    [
      "91",
      "Tham mưu góp ý xây dựng khung chiến lược giáo dục đại học.",
      "Triển khai thực hiện Chiến lược giáo dục đại học sau khi được phê duyệt",
    ],
  ])("%s: first %j, then %j", (code, contribution, implementation) => {
    expect(tasks.find((task) => task.code === code)?.milestones).toEqual([
      { kind: "CONTRIBUTION", text: contribution },
      { kind: "IMPLEMENTATION", text: implementation },
    ])
  })

  test("implements when its deadline says so, where its name says nothing of it", () => {
    const deadline = readDeadline("Triển khai sau khi Luật có hiệu lực")
    expect(readMilestones("Tham mưu góp ý Luật Thủ đô", deadline).map(({ text }) => text)).toEqual([
      "Tham mưu góp ý Luật Thủ đô",
      "Triển khai sau khi Luật có hiệu lực",
    ])
    expect(readMilestones("Tham mưu góp ý Luật Thủ đô", readDeadline("2025"))).toEqual([])
  })
})
