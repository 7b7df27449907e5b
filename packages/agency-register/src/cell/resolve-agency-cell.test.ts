import { publishedPlanText, readPlan } from "@plan43/plan"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { agencyRegister } from "../agency-register.ts"
import { resolveAgencyCell } from "./resolve-agency-cell.ts"

const plan = readPlan(publishedPlanText())
const kindOf = new Map(agencyRegister.agencies.map(({ code, kind }) => [code, kind]))

function codesOf(cell: string): (string | null)[] {
  return resolveAgencyCell(cell).map(({ agencyCode }) => agencyCode)
}

function leadRows(kind: "sole" | "joint" | "groups only"): string[] {
  return plan.tasks
    .filter(({ leadText }) => {
      const codes = codesOf(leadText)
      const groups = codes.filter((code) => kindOf.get(code ?? "") === "GROUP").length
      const is = groups === codes.length ? "groups only" : codes.length === 1 ? "sole" : "joint"
      return is === kind
    })
    .map(({ code }) => code)
}

describe("the plan's agency cells", () => {
  test("resolve to the last piece, in both annexes", () => {
    const cells = [
      ...plan.tasks.flatMap((task) => [task.leadText, task.coordinatorText]),
      ...plan.indicators.map((indicator) => indicator.leadText),
    ]
    const unresolved = cells.flatMap((cell) =>
      resolveAgencyCell(cell).flatMap(({ text, agencyCode }) =>
        agencyCode === null ? [{ cell, text }] : [],
      ),
    )
    expect(unresolved).toEqual([])
  })

  test("name a sole lead in 123 rows, several in 11, only groups in 10", () => {
    expect(leadRows("sole")).toHaveLength(123)
    expect(leadRows("joint")).toEqual(["46", "49", "50", "62", "65", "73", "74", "109", "113", "117", "118"])
    expect(leadRows("groups only")).toEqual(["5", "7", "38", "53", "55", "64", "78", "80", "119", "133"])
  })

  test("name Sở KH&CN as lead of 49 tasks, the misprinted one included", () => {
    const led = plan.tasks.filter(({ leadText }) => codesOf(leadText).includes("so-khcn"))
    expect(led).toHaveLength(49)
    expect(led.map(({ code }) => code)).toContain("45")
  })
})

describe("a cell", () => {
  test("that says “Sở” once means it of every department in the list", () => {
    expect(
      resolveAgencyCell("Sở Khoa học và Công nghệ, Tài chính, Giáo dục và Đào tạo và các đơn vị liên quan"),
    ).toEqual([
      { text: "Sở Khoa học và Công nghệ", agencyCode: "so-khcn" },
      { text: "Tài chính", agencyCode: "so-tai-chinh" },
      { text: "Giáo dục và Đào tạo", agencyCode: "so-gddt" },
      { text: "các đơn vị liên quan", agencyCode: "don-vi-lien-quan" },
    ])
  })

  test("keeps commas and “và” inside names together, whatever their case", () => {
    expect(codesOf("Đảng ủy Khối các trường đại học, cao đẳng, Sở Nông nghiệp và Môi trường")).toEqual([
      "dang-uy-khoi-dh-cd",
      "so-nnmt",
    ])
    expect(codesOf("CÁC SỞ, NGÀNH, ĐỊA PHƯƠNG")).toEqual(["cac-so-ban-nganh", "dia-phuong"])
    expect(codesOf("Sở  Y tế\tvà sở Y TẾ")).toEqual(["so-y-te", "so-y-te"])
  })

  test("tells all departments from those concerned and from those with databases of their own", () => {
    expect(codesOf("Các Sở, Ban, ngành; các sở, ngành liên quan; các sở, ngành, liên quan")).toEqual([
      "cac-so-ban-nganh",
      "so-nganh-lien-quan",
      "so-nganh-lien-quan",
    ])
    expect(codesOf("các sở, ngành là chủ quản CSDL chuyên ngành")).toEqual(["so-nganh-chu-quan-csdl"])
    expect(codesOf("các sở, ngành, cơ quan liên quan")).toEqual(["cac-so-ban-nganh", "co-quan-lien-quan"])
  })

  test("knows the three spellings of the State Bank and of the station", () => {
    for (const name of [
      "Ngân hàng Nhà nước chi nhánh thành phố Hà Nội",
      "Ngân hàng nhà nước chi nhánh thành phố Hà Nội",
      "Ngân hàng nhà nước thành phố Hà Nội",
    ])
      expect(codesOf(name)).toEqual(["nhnn-ha-noi"])
    for (const name of [
      "Đài PTTH Hà Nội",
      "Đài Phát thanh và Truyền hình Hà Nội",
      "Đài Phát thanh - Truyền hình Hà Nội",
    ])
      expect(codesOf(name)).toEqual(["dai-ptth-ha-noi"])
  })

  test("keeps what nobody knows, and goes on after it", () => {
    expect(resolveAgencyCell("Sở Phép thuật Hà Nội; Sở Y tế.")).toEqual([
      { text: "Sở Phép thuật Hà Nội", agencyCode: null },
      { text: "Sở Y tế", agencyCode: "so-y-te" },
    ])
    expect(resolveAgencyCell("Ban Phép thuật và Phù thủy và Sở Y tế (chủ trì)")).toEqual([
      { text: "Ban Phép thuật và Phù thủy", agencyCode: null },
      { text: "Sở Y tế", agencyCode: "so-y-te" },
      { text: "chủ trì", agencyCode: null },
    ])
    expect(codesOf("Sở Y tếx")).toEqual([null])
    expect(codesOf("Công an Thành phố, Tài chính")).toEqual(["cong-an-tp", null])
  })

  test("may be empty", () => {
    expect(resolveAgencyCell("")).toEqual([])
    expect(resolveAgencyCell(" , ; ")).toEqual([])
  })

  test("of any known names resolves to exactly those, in order", () => {
    const spellings = agencyRegister.agencies.flatMap(({ code, name, shortName, aliases }) =>
      [name, ...(shortName === null ? [] : [shortName]), ...aliases].map((text) => ({ code, text })),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...spellings), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(", ", "; ", ", và ", " và ", ";"),
        fc.constantFrom("", ".", ",", " ; "),
        (list, separator, tail) => {
          expect(codesOf(list.map(({ text }) => text).join(separator) + tail)).toEqual(
            list.map(({ code }) => code),
          )
        },
      ),
    )
  })

  test("of any text loses nothing but what stands between names", () => {
    const word = fc.constantFrom(
      "Sở",
      "Y tế",
      "và",
      "các",
      "ngành",
      ",",
      ";",
      "liên quan",
      "(",
      ")",
      "Công an Thành phố",
      "abc",
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const cell = words.join(" ")
        let rest = cell
        for (const { text } of resolveAgencyCell(cell)) {
          const at = rest.indexOf(text)
          expect(rest.slice(0, at).replace(/và|[\s,;.()]/g, "")).toBe("")
          rest = rest.slice(at + text.length)
        }
        expect(rest.replace(/và|[\s,;.()]/g, "")).toBe("")
      }),
    )
  })
})

describe("the register", () => {
  test("lets no spelling stand for two bodies", () => {
    const codesBySpelling = new Map<string, Set<string>>()
    for (const { code, name, shortName, aliases } of agencyRegister.agencies)
      for (const spelling of [name, shortName ?? name, ...aliases]) {
        const key = spelling.toLowerCase()
        codesBySpelling.set(key, (codesBySpelling.get(key) ?? new Set()).add(code))
      }
    expect([...codesBySpelling].filter(([, codes]) => codes.size > 1)).toEqual([])
  })

  test("says of every body where what is known of it comes from", () => {
    expect(agencyRegister.agencies.filter(({ note }) => note === null)).toEqual([])
  })

  test("knows the bodies that parts II and III of the plan name", () => {
    const texts = [...plan.measures, ...plan.obligations].map(({ text }) => text.toLowerCase()).join("\n")
    for (const spelling of [
      "Sở Văn hóa và Thể thao",
      "Đài Phát thanh - Truyền hình Hà Nội",
      "Trường Đại học Thủ đô Hà Nội",
      "Ủy ban MTTQ Việt Nam Thành phố",
      "các Sở, Ban, ngành Thành phố",
      "các cơ quan thuộc Thành phố",
    ]) {
      expect(texts).toContain(spelling.toLowerCase())
      expect(codesOf(spelling)).toEqual([expect.any(String)])
    }
  })

  test("does not list members of a group that the plan leaves open", () => {
    const open = new Set([
      "so-nganh-lien-quan",
      "so-nganh-chu-quan-csdl",
      "don-vi-lien-quan",
      "co-quan-lien-quan",
    ])
    expect(agencyRegister.memberships.filter(({ groupCode }) => open.has(groupCode))).toEqual([])
  })

  test("has the communal level under “địa phương” from 1 July 2025, the district level until then", () => {
    const on = (day: string) =>
      agencyRegister.memberships.filter(
        ({ groupCode, from, to }) =>
          groupCode === "dia-phuong" && (from === null || from <= day) && (to === null || day <= to),
      ).length
    expect([on("2025-06-30"), on("2025-07-01")]).toEqual([30, 126])
  })

  test("has 30 district-level committees until 30 June 2025", () => {
    const districts = agencyRegister.agencies.filter(({ kind }) => kind === "DISTRICT_COMMITTEE")
    expect(districts).toHaveLength(30)
    expect(new Set(districts.map(({ validTo }) => validTo))).toEqual(new Set(["2025-06-30"]))
  })

  test("names everything it refers to, once", () => {
    const codes = agencyRegister.agencies.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { predecessorCode, successorCode } of agencyRegister.successions)
      expect(codes).toEqual(expect.arrayContaining([predecessorCode, successorCode]))
    for (const { groupCode, memberCode } of agencyRegister.memberships) {
      expect(kindOf.get(groupCode)).toBe("GROUP")
      expect(codes).toContain(memberCode)
    }
  })

  test("lets every body that ended by merger have a successor from the next day", () => {
    for (const { predecessorCode, on } of agencyRegister.successions) {
      const predecessor = agencyRegister.agencies.find(({ code }) => code === predecessorCode)
      expect(predecessor?.validTo).not.toBeNull()
      expect((predecessor?.validTo ?? "") < on).toBe(true)
    }
  })
})
